import { REAL_TIME, type Time } from './time.js';

/**
 * Milliseconds from one proof that the room has us to the next: at most, and less by up to a fifth, so that a room does not
 * ping in step. With what follows a room that lost us is found out within 20 s and a dead line within 30, also by a busy machine.
 */
const INTERVAL = 17_500;
/** Milliseconds for a frame of ours to come back until the room is asked; twice as long as it took last, where that is more. */
const ECHO = 2_000;
const ECHO_MOST = 8_000;
/** Milliseconds without any frame, ours or theirs, while an echo is owed, until the line counts as dead. */
const DEADLINE = 10_000;
/** The same while others' frames come in: then the line lives one way, or the room has lost us. */
const ONE_WAY = 20_000;
/** The same until another line is tried beside it, where there is reason to think so: the page was asleep, or the network went and came; longer on a slow line. */
const DOUBTFUL = 500;
const DOUBTFUL_TRIPS = 4;
/** And from then until it is given up all the same. */
const GIVEN_UP = 2_000;

export interface HeartbeatHandlers {
  /** Sends a word that the room echoes. */
  readonly ping: () => void;
  /** What we sent did not come back: evicted, or lost. */
  readonly onMissing: () => void;
  /** The line may be dead: another one is worth a try, but this one may still answer. */
  readonly onDoubtful: () => void;
  readonly onDead: () => void;
}

/**
 * Watches over the line by echoes: the relay gives the sender back what it sends, so each echo proves that the line lives
 * both ways and that the room has us. Protocol pings are invisible to a page.
 */
export class Heartbeat {
  #cancel: (() => void) | undefined;
  /** Since when an echo is owed. */
  #owedSince: number | undefined;
  /** Whether anything came in since then: told by the frame, for the clock may stand still between the two. */
  #isHeard = true;
  /** How long the last echo took, and the last one that was not missed: what comes back then may be that of a later frame. */
  #trip = 0;
  #sureTrip = 0;
  #isMissed = false;

  constructor(
    private readonly handlers: HeartbeatHandlers,
    private readonly time: Time = REAL_TIME,
    /** What the pause between two pings goes by, which judges nobody. */
    private readonly pause: Time = time,
  ) {}

  /** How long a frame of ours took to come back last, ms. */
  get trip(): number {
    return this.#sureTrip;
  }

  /** The line came up, which took `trip` ms: about as long as a frame there and back takes. It is watched from the first word on. */
  start(trip = 0): void {
    this.stop();
    this.#trip = this.#sureTrip = trip;
    this.heard();
  }

  /** A frame came in, whosever. */
  heard(): void {
    this.#isHeard = true;
  }

  /** A frame went out that comes back to us. */
  sent(): void {
    if (this.#owedSince !== undefined) return;
    this.#owedSince = this.time.now();
    this.#isHeard = false;
    this.#wait(Math.min(Math.max(ECHO, 2 * this.#trip), ECHO_MOST), this.#look);
  }

  /** It came back. */
  echoed(): void {
    if (this.#owedSince !== undefined) this.#trip = this.time.now() - this.#owedSince;
    if (!this.#isMissed) this.#sureTrip = this.#trip;
    this.#rest();
  }

  /** Asks now: whether the line lives is known by the deadline. */
  probe(): void {
    this.handlers.ping();
    this.sent();
  }

  /** Asks now, with reason to think that the line is dead: without any frame soon it may be, and after a while it is. */
  doubt(): void {
    this.stop();
    this.handlers.ping();
    this.suspect();
  }

  /** The same after a frame that will be answered anyway. */
  suspect(): void {
    this.#isHeard = false;
    this.#owedSince = this.time.now();
    const unlessHeard = (run: () => void) => () => {
      if (this.#isHeard) this.#look();
      else run();
    };
    const suspect = unlessHeard(() => {
      this.#wait(GIVEN_UP, unlessHeard(this.#die));
      this.handlers.onDoubtful();
    });
    this.#wait(Math.min(Math.max(DOUBTFUL, DOUBTFUL_TRIPS * this.#trip), ECHO_MOST), suspect);
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#owedSince = undefined;
    this.#isMissed = false;
  }

  #rest(): void {
    this.stop();
    // Whole milliseconds: of fractions, five waits may add up to less than five times as much.
    this.#cancel = this.pause.after(Math.round(INTERVAL * (0.8 + 0.2 * Math.random())), () => {
      this.probe();
    });
  }

  readonly #die = (): void => {
    this.stop();
    this.handlers.onDead();
  };

  #wait(ms: number, run: () => void): void {
    this.#cancel?.();
    this.#cancel = this.time.after(ms, run);
  }

  readonly #look = (): void => {
    const owedSince = this.#owedSince ?? this.time.now();
    const waited = this.time.now() - owedSince;
    if (waited >= (this.#isHeard ? ONE_WAY : DEADLINE)) {
      this.#die();
      return;
    }
    this.#isMissed = true;
    this.handlers.onMissing();
    // Being asked may have ended us.
    if (this.#owedSince !== undefined) this.#wait(ECHO, this.#look);
  };
}
