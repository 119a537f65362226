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
import { probe, unreachable } from './sign-in.js';

/** Milliseconds an upgrade may take before it counts as failed. */
const UPGRADE_TIMEOUT = 15_000;
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
    if (priority !== PRIORITY.door) this.#heartbeat.sent();
  });
  readonly #heartbeat: Heartbeat;
  /** Ends the wait before the next attempt, or an attempt that hangs, when there is reason to try at once. */
  #hurry: (() => void) | undefined;

  constructor(private readonly options: WebSocketChannelOptions) {
    this.#heartbeat = new Heartbeat({
      ping: options.ping,
      onMissing: options.onMissing,
      onDead: () => {
        this.#drop();
      },
    });
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
    const socket = new WebSocket(this.options.server.socket(token));
    socket.binaryType = 'arraybuffer';
    const opened = await new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => {
        done(false);
      }, UPGRADE_TIMEOUT);
      const abort = () => {
        done(false);
      };
      const done = (isOpen: boolean) => {
        clearTimeout(timer);
        signal.removeEventListener('abort', abort);
        socket.onopen = socket.onclose = null;
        if (!isOpen) socket.close();
        resolve(isOpen);
      };
      signal.addEventListener('abort', abort, { once: true });
      socket.onopen = () => {
        this.#adopt(socket);
        done(true);
      };
      socket.onclose = abort;
      if (signal.aborted) abort();
    });
    signal.throwIfAborted();
    if (!opened) throw await this.#explain(token, signal);
    socket.onclose = () => {
      this.#handleClose(socket);
    };
    this.#heartbeat.start();
    this.options.onUp();
  }

  /** Frames may come in the very task of the upgrade: listen before anything is awaited. */
  #adopt(socket: WebSocket): void {
    this.#socket = socket;
    this.#queue.clear();
    socket.onmessage = ({ data }: MessageEvent<unknown>) => {
      this.#heartbeat.heard();
      const message = parse(data);
      if (message) this.options.onMessage(message);
    };
  }

  #handleClose(socket: WebSocket): void {
    if (this.#socket !== socket) return;
    this.#drop();
  }

  /** Gives the socket up, dead or not, and begins to mend. */
  #drop(): void {
    const socket = this.#socket;
    if (!socket) return;
    socket.onmessage = socket.onclose = null;
    socket.close();
    this.#socket = undefined;
    this.#heartbeat.stop();
    this.#queue.clear();
    this.options.onDown();
    void this.#mend();
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
        const begun = performance.now();
        this.#hurry = () => {
          if (performance.now() - begun >= HUNG) hung.abort(new MeetError('aborted', 'tried anew'));
        };
        const either = AbortSignal.any([signal, hung.signal]);
        const asksFirst = AWAY.has(refusal?.code) && attempt % BLIND_EVERY !== 0;
        if (asksFirst && !(await probe(this.options.server, 'no-cors', either))) throw unreachable(this.options.server);
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
    const answers = await probe(server, 'no-cors', signal);
    signal.throwIfAborted();
    if (!answers) return unreachable(server);
    if (server.origin !== origin && !(await probe(server, 'cors', signal))) {
      return new MeetError('origin-refused', `the server does not allow pages of ${origin}`);
    }
    // It was refused, whatever the clock says: that the token's end lies behind us only explains it.
    const { expiresAt } = readToken(token);
    return expiresAt && expiresAt.getTime() <= Date.now()
      ? new MeetError('token-expired', `refused, and by this clock the token expired at ${expiresAt.toISOString()}`)
      : new MeetError('token-rejected', 'the server refused the token');
  }
}
