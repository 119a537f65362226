import { MeetError, type MeetErrorCode } from '../errors.js';
import { LIMITS } from '../protocol/limits.js';
import { parse } from '../protocol/parse.js';
import { nextAttempt } from './backoff.js';
import type { Channel, ChannelHandlers } from './channel.js';
import { delay } from './delay.js';
import { Heartbeat } from './heartbeat.js';
import { readToken } from './identity.js';
import { PRIORITY, type Priority, SendQueue } from './send-queue.js';
import type { ServerUrl } from './server-url.js';
import { noServer, probe, refused, unreachable } from './sign-in.js';
import { REAL_TIME, type Time } from './time.js';
import { upgrade } from './upgrade.js';

/** Milliseconds that a frame there and back is taken to need at most, before one was: as long as the upgrade took. */
const TRIP = 2_000;
/** Milliseconds after which an upgrade is given up for another, when the network may be there again. */
const HUNG = 1_000;
/**
 * Refusals in a row that prove that a token is rejected. Once is none: the line may have failed and the server been back by
 * the time that it was asked. A guest signs in anew after two, and has nothing to be told if that does it.
 */
const PROOF = { only: 2, fresh: 3 };
const REFUSALS: ReadonlySet<MeetErrorCode> = new Set(['token-rejected', 'token-expired']);
/**
 * Where nothing answers, a request that fails costs nothing, and a socket that fails makes Firefox put off the next one by
 * seconds (`network.websocket.delay-failed-reconnects`). So all but every fourth attempt ask first whether the server is there;
 * not all, for a page's policy may allow sockets alone.
 */
const BLIND_EVERY = 4;
const AWAY: ReadonlySet<MeetErrorCode | undefined> = new Set(['server-unreachable', 'offline']);
const encoder = new TextEncoder();

/** The token for an upgrade, and why the attempt before it failed, if one did. */
export type TokenSource = (reason: 'join' | 'reconnect', signal: AbortSignal, last?: MeetError) => Promise<string>;

export interface WebSocketChannelOptions extends ChannelHandlers {
  readonly server: ServerUrl;
  /** The token for the next upgrade; `reconnect` asks for a fresh one where there is a provider. */
  readonly token: TokenSource;
  /** Whether an attempt after a refused token has another one. */
  readonly hasFreshTokens: () => boolean;
  /** The page's origin, to tell a refused origin from a refused token. */
  readonly origin: string;
}

/** The `Channel` over one WebSocket at a time. Reconnects for as long as it is open, with full jitter. */
export class WebSocketChannel implements Channel {
  #socket: WebSocket | undefined;
  readonly #life = new AbortController();
  readonly #queue = new SendQueue((frame, priority) => {
    if (this.#socket?.readyState !== WebSocket.OPEN) return;
    this.#socket.send(frame);
    if (priority !== PRIORITY.door && priority !== PRIORITY.chat) this.#heartbeat.sent();
  });
  readonly #heartbeat: Heartbeat;
  readonly #time: Time;
  /** Ends the attempt at another line beside one that is in doubt. */
  #rival: AbortController | undefined;
  #wasUp = false;
  /** Ends the wait before the next attempt, or an attempt that hangs, when there is reason to try at once. */
  #hurry: (() => void) | undefined;

  constructor(private readonly options: WebSocketChannelOptions) {
    this.#time = options.time ?? REAL_TIME;
    const handlers = {
      ping: options.ping,
      onMissing: options.onMissing,
      onDoubtful: () => {
        if (navigator.onLine) void this.#rivalLine();
        else this.#drop();
      },
      onDead: () => {
        this.#drop();
      },
    };
    this.#heartbeat = new Heartbeat(handlers, this.#time, REAL_TIME);
  }

  set people(count: number) {
    this.#queue.people = count;
  }

  async open(signal: AbortSignal): Promise<void> {
    const either = AbortSignal.any([signal, this.#life.signal]);
    const token = await this.options.token('join', either);
    either.throwIfAborted();
    await this.#connect(token, either);
  }

  send(frame: string, priority: Priority, key?: string): void {
    if (this.#socket?.readyState !== WebSocket.OPEN) return;
    // One that is too long would close the line: better that its receiver waits in vain.
    if (encoder.encode(frame).length <= LIMITS.frame) this.#queue.push(frame, priority, key);
  }

  echoed(): void {
    this.#heartbeat.echoed();
  }

  get isSlow(): boolean {
    return this.#queue.isSlow;
  }

  get trip(): number {
    return this.#heartbeat.trip;
  }

  slow(): boolean {
    const isNew = !this.isSlow;
    this.#queue.slow();
    return isNew;
  }

  probe(): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#heartbeat.probe();
    else this.#hurry?.();
  }

  doubt(): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#heartbeat.doubt();
    else this.#hurry?.();
  }

  suspect(): void {
    this.#heartbeat.suspect();
  }

  close(): void {
    this.#queue.flush();
    this.#queue.clear();
    this.#life.abort(new MeetError('aborted', 'the channel was closed'));
    this.#heartbeat.stop();
    this.#socket?.close(1000);
    this.#socket = undefined;
  }

  /** Resolves once the socket is open. @throws {MeetError} why not, or the signal's reason */
  async #connect(token: string, signal: AbortSignal): Promise<void> {
    const isOpen = await this.#upgrade(token, signal);
    signal.throwIfAborted();
    if (!isOpen) throw await this.#explain(token, signal);
  }

  /** Whether another socket came up, which is the line from then on. */
  async #upgrade(token: string, signal: AbortSignal): Promise<boolean> {
    const begun = this.#time.now();
    // Frames may come in the very task of the upgrade: listen before anything is awaited.
    const isOpen = await upgrade(this.options.server.socket(token), this.#time, signal, this.#adopt);
    if (!isOpen || signal.aborted) return false;
    this.#heartbeat.start(Math.min(this.#time.now() - begun, TRIP));
    this.#wasUp = true;
    this.options.onUp();
    return true;
  }

  /** Tries another line beside one in doubt, which on a machine that is slow answers before the other is up. */
  async #rivalLine(): Promise<void> {
    if (this.#rival) return;
    const rival = (this.#rival = new AbortController());
    const signal = AbortSignal.any([this.#life.signal, rival.signal]);
    try {
      const token = await this.options.token('reconnect', signal);
      signal.throwIfAborted();
      if (await this.#upgrade(token, signal)) return;
    } catch {
      // Mending the line, which follows, meets it again and says why.
    }
    if (!signal.aborted) this.#drop();
  }

  #endRival(): void {
    this.#rival?.abort(new MeetError('aborted', 'the line is another one, or lives'));
    this.#rival = undefined;
  }

  readonly #adopt = (socket: WebSocket): void => {
    this.#rival = undefined;
    this.#release();
    if (this.#life.signal.aborted) {
      socket.close(); // Being told that the line is down may have ended us.
      return;
    }
    this.#socket = socket;
    socket.onmessage = ({ data }: MessageEvent<unknown>) => {
      this.#endRival();
      this.#heartbeat.heard();
      const message = parse(data);
      if (message) this.options.onMessage(message);
    };
    socket.onclose = () => {
      if (this.#socket === socket) this.#drop();
    };
  };

  /** Gives the socket up, dead or not, and begins to mend. */
  #drop(): void {
    this.#endRival();
    if (this.#release() && !this.#life.signal.aborted) void this.#mend(); // Being told may have ended us.
  }

  /** Gives up the socket that there is; whether there was one. */
  #release(): boolean {
    const socket = this.#socket;
    this.#queue.clear();
    if (!socket) return false;
    socket.onmessage = socket.onclose = null;
    socket.close();
    this.#socket = undefined;
    this.#heartbeat.stop();
    this.options.onDown();
    return true;
  }

  async #mend(): Promise<void> {
    const { signal } = this.#life;
    const told = new Set<MeetErrorCode>();
    let refusal: MeetError | undefined;
    /** The same, where it is sure. */
    let reason: MeetError | undefined;
    let isHurried = false;
    let rejections = 0;
    for (let attempt = 0; ; attempt += 1) {
      const hung = new AbortController();
      try {
        if (!navigator.onLine) reason = this.#tell(new MeetError('offline', 'the browser is offline'), told);
        await this.#pause(isHurried ? 0 : nextAttempt(attempt, reason, this.options.hasFreshTokens()), signal);
        const token = await this.options.token('reconnect', signal, refusal);
        signal.throwIfAborted();
        const begun = performance.now(); // What hung through a sleep is to be tried anew as well.
        this.#hurry = () => {
          if (performance.now() - begun >= HUNG) hung.abort(new MeetError('aborted', 'tried anew'));
        };
        const either = AbortSignal.any([signal, hung.signal]);
        const asksFirst = AWAY.has(refusal?.code) && attempt % BLIND_EVERY !== 0;
        if (asksFirst && (await probe(this.options.server, 'no-cors', either)) === 'down')
          throw unreachable(this.options.server);
        await this.#connect(token, either);
        return;
      } catch (error) {
        if (signal.aborted) return;
        isHurried = hung.signal.aborted;
        if (isHurried) continue;
        // Whatever it was, it is tried again: a proxy before a restarting server refuses much that it takes later.
        const known = error instanceof MeetError ? error : new MeetError('internal', 'reconnecting', { cause: error });
        rejections = REFUSALS.has(known.code) ? rejections + 1 : 0;
        const isSure = rejections === 0 || rejections >= (this.options.hasFreshTokens() ? PROOF.fresh : PROOF.only);
        reason = isSure ? this.#tell(known, told) : undefined;
        refusal = known;
      } finally {
        this.#hurry = undefined;
      }
    }
  }

  /** Tells each reason once for each time that the line is down. */
  #tell(error: MeetError, told: Set<MeetErrorCode>): MeetError {
    if (!told.has(error.code)) this.options.onRefused(error);
    told.add(error.code);
    return error;
  }

  async #pause(ms: number, signal: AbortSignal): Promise<void> {
    const early = new AbortController();
    this.#hurry = () => {
      early.abort();
    };
    try {
      await delay(ms, AbortSignal.any([signal, early.signal]));
    } catch (error) {
      if (!early.signal.aborted || signal.aborted) throw error;
    } finally {
      this.#hurry = undefined;
    }
  }

  /** A browser tells nothing of a failed upgrade (PROTOCOL, HTTP): find out what can be found out. */
  async #explain(token: string, signal: AbortSignal): Promise<MeetError> {
    const { server, origin } = this.options;
    const found = await probe(server, 'no-cors', signal);
    signal.throwIfAborted();
    if (found === 'down') return unreachable(server);
    const read = server.origin === origin ? found : await probe(server, 'cors', signal);
    signal.throwIfAborted();
    if (read === 'down') return refused(server, origin);
    // Once we were in, the address is the right one.
    if (read === 'foreign' && !this.#wasUp) return noServer(server.name('/health'), 'what answers is something else');
    // It was refused, whatever the clock says: that the token's end lies behind us only explains it.
    const { expiresAt } = readToken(token);
    return expiresAt && expiresAt.getTime() <= Date.now()
      ? new MeetError('token-expired', `refused, and by this clock the token expired at ${expiresAt.toISOString()}`)
      : new MeetError('token-rejected', 'the server refused the token');
  }
}
