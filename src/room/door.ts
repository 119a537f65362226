import { MeetError } from '../errors.js';
import { errorName } from '../protocol/kind.js';
import type { Admission } from './admission.js';
import type { Session } from './session.js';
import type { Settings } from './settings.js';

/** Milliseconds without a sign of the person after which all is given back, and until all is asked for anew. */
const PATIENCE = 5 * 60_000;
/** Milliseconds within which a line that falls counts as a failure, and not as one that was lost. */
const BRIEF = 10_000;

/** All that a join needs but the person's word: nobody in the room knows of it. */
export interface AtDoor {
  readonly admission: Admission;
  readonly configuration: RTCConfiguration;
  /** Its socket is open. */
  readonly session: Session;
}

interface Way {
  readonly abort: AbortController;
  readonly arrival: Promise<AtDoor>;
  /** Ms of `performance.now()`. */
  readonly since: number;
  /** The guest's name, and what else it was made for. */
  readonly name: string;
  readonly aim: readonly unknown[];
  /** Whether a device was opened meanwhile. */
  hasDevice: boolean;
}

const isGuest = ({ token, tokenProvider }: Settings): boolean => token === '' && !tokenProvider;

/** What another way is needed for when it changes. Functions that a page makes anew at each rendering are the same to us. */
const aimOf = (settings: Settings): readonly unknown[] => {
  const { room, roomPrefix, server, token, tokenProvider, iceServers, iceServersProvider } = settings;
  return [
    ...[room, roomPrefix, server, token, !tokenProvider],
    ...[iceServers, !iceServersProvider, settings.iceTransportPolicy, settings.fileChannelLabel],
  ];
};

/** Whether somebody was waited for in vain. */
const isSlow = (error: unknown): boolean =>
  error instanceof MeetError &&
  (error.code === 'server-unreachable' ||
    (error.code === 'token-missing' && errorName(error.cause) === 'TimeoutError'));

/** Gets a person to the room's door who may be about to join, and takes everything back who does not. */
export class Door {
  #way: Way | undefined;
  /** Whether an attempt failed: the join will tell why, and nothing more is tried before it. */
  #hasFailed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly settings: Settings,
    /** Closes what it made when the signal is aborted, then or later. */
    private readonly go: (name: string, signal: AbortSignal) => Promise<AtDoor>,
  ) {}

  /** A person gave a sign that they may be about to join, as a guest by this name. */
  approach(name: string): void {
    if (this.#hasFailed || document.visibilityState === 'hidden') return;
    this.#check(name);
    if (this.#age > PATIENCE) this.giveBack();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.giveBack, PATIENCE);
    if (this.#way) return;
    const abort = new AbortController();
    const arrival = this.go(name, abort.signal);
    this.#way = { abort, arrival, since: performance.now(), name, aim: aimOf(this.settings), hasDevice: false };
    document.addEventListener('visibilitychange', this.#handleVisibility);
    arrival.catch(() => {
      if (this.#way?.abort !== abort) return;
      this.#hasFailed = true;
      this.giveBack();
    });
  }

  /** Settings changed, perhaps: what was made for others is given back. */
  check(): void {
    this.#check(this.#way?.name);
  }

  /** All is new: another visit, another server. */
  renew(): void {
    this.#hasFailed = false;
    this.check();
  }

  /**
   * What is there or on its way for these settings: it is the caller's from now on. `undefined` where nothing is, or came to nothing.
   * @throws {MeetError} `server-unreachable`, `token-missing`: what took its time in vain would take as long again
   */
  async take(signal: AbortSignal): Promise<AtDoor | undefined> {
    this.#check(this.settings.displayName);
    this.#hasFailed = false;
    const way = this.#leave();
    if (!way) return undefined;
    const stop = () => {
      way.abort.abort(signal.reason);
    };
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    try {
      return await way.arrival;
    } catch (error) {
      signal.throwIfAborted();
      way.abort.abort(error);
      if (isSlow(error)) throw error;
      return undefined;
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  /** A device is open: a connection that is made from now on need not hide our addresses, which is settled as it is made. */
  handleDevice(): void {
    const way = this.#way;
    if (!way || way.hasDevice) return;
    way.hasDevice = true;
    way.arrival.then(
      ({ session }) => {
        session.mesh.renewSpare();
      },
      () => undefined, // It was told in approach().
    );
  }

  /** The line is down. */
  handleDown(): void {
    this.#hasFailed ||= this.#way !== undefined && this.#age < BRIEF;
    this.giveBack();
  }

  /** Gives all of it back. */
  readonly giveBack = (): void => {
    this.#leave()?.abort.abort(new MeetError('aborted', 'not needed any more'));
  };

  #check(name: string | undefined): void {
    const way = this.#way;
    if (!way) return;
    const aim = aimOf(this.settings);
    const isOther = isGuest(this.settings) && way.name !== name;
    if (isOther || way.aim.some((value, index) => value !== aim[index])) this.giveBack();
  }

  get #age(): number {
    return this.#way ? performance.now() - this.#way.since : 0;
  }

  #leave(): Way | undefined {
    const way = this.#way;
    this.#way = undefined;
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this.#handleVisibility);
    return way;
  }

  readonly #handleVisibility = (): void => {
    if (document.visibilityState === 'hidden') this.giveBack();
  };
}
