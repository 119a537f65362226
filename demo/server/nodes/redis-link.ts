import { createClient } from 'redis';
import { SCRIPTS, type Script, type ScriptName } from './scripts.js';

/** Milliseconds between two looks at Redis, and for which it may be silent before it counts as away. */
const BEAT_MS = 500;
const PATIENCE_MS = 1000;
/** A connection on which nothing came for so long is given up for a new one. */
const DEAD_MS = 10_000;
const CONNECT_MS = 5000;
const AGAIN_MS = 250;
/** Bytes that Redis has been given and not said it has. */
const MAX_BYTES_IN_FLIGHT = 16_777_216;
const CLOSE_MS = 500;

export interface LinkHandlers {
  /** Redis answers; it may have lost everything, and us, meanwhile. */
  readonly onUp: () => void;
  readonly onDown: (reason: string) => void;
  /** Now and then, whether Redis is there or not. */
  readonly tick: () => void;
  /** What is to be done at each beat; true when Redis still knew us. */
  readonly beat: () => Promise<boolean>;
  readonly hear: (channel: string, message: Buffer) => void;
}

const newClient = (url: string) =>
  createClient({
    url,
    RESP: 3, // commands and what is published by one connection, and so in one order
    disableOfflineQueue: true,
    disableClientInfo: true,
    maintNotifications: 'disabled',
    commandOptions: { timeout: 0 }, // ours counts from when it was asked, whether it was sent or not
    socket: { connectTimeout: CONNECT_MS, socketTimeout: DEAD_MS, reconnectStrategy: () => AGAIN_MS },
  });

/** A promise that is rejected when it takes longer than Redis may. */
const inTime = async <Value>(promise: Promise<Value>): Promise<Value> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer for ${PATIENCE_MS} ms`)), PATIENCE_MS);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
};

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message || error.name : String(error));

/** Whether a Redis answers; otherwise why not, in words. */
export const answersRedis = async (url: string): Promise<string | undefined> => {
  const client = newClient(url);
  let last = '';
  client.on('error', (error) => (last = wordsOf(error)));
  try {
    void client.connect().catch((error: unknown) => (last = wordsOf(error)));
    await inTime(
      new Promise<void>((resolve) => {
        client.on(
          'ready',
          () =>
            void client.ping().then(
              () => resolve(),
              () => undefined,
            ),
        );
      }),
    );
    return undefined;
  } catch (error) {
    return last || wordsOf(error);
  } finally {
    client.destroy();
  }
};

/** The connection to Redis: whether it is there, and what goes over it. */
export class RedisLink {
  readonly #client;
  #state: 'new' | 'up' | 'down' = 'new';
  #bytesInFlight = 0;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(
    url: string,
    private readonly handlers: LinkHandlers,
  ) {
    this.#client = newClient(url);
    this.#client.on('error', (error) => this.#lose(wordsOf(error)));
    this.#client.on('reconnecting', () => this.#lose('the connection is gone'));
  }

  get isUp(): boolean {
    return this.#state === 'up';
  }

  /** Resolves once Redis was there, or was not in the time that it has. */
  async start(): Promise<void> {
    void this.#client.connect().catch((error: unknown) => this.#lose(wordsOf(error)));
    await inTime(
      new Promise<void>((resolve) => {
        this.#client.once('ready', resolve);
      }),
    ).catch(() => this.#lose('no answer'));
    await this.#beat(); // and from then on by itself
  }

  run(name: ScriptName, ...args: readonly string[]): Promise<unknown> {
    return this.#ask(this.#client.sendCommand(['EVALSHA', SCRIPTS[name].sha, '0', ...args]));
  }

  /** False when Redis has too much to take already; then nothing was done. */
  publish(channel: string, message: Buffer): Promise<unknown> | false {
    const { length } = message;
    if (this.#bytesInFlight + length > MAX_BYTES_IN_FLIGHT) return false;
    this.#bytesInFlight += length;
    // Not raced with a clock, for there are many: the beat tells that Redis is away.
    return this.#client.publish(channel, message).finally(() => (this.#bytesInFlight -= length));
  }

  /** How many nodes hear a channel. */
  async hearers(channel: string): Promise<number> {
    const reply = await this.#ask(this.#client.sendCommand(['PUBSUB', 'NUMSUB', channel]));
    return Array.isArray(reply) ? Number(reply[1]) : 0;
  }

  subscribe(channel: string): Promise<unknown> {
    return this.#ask(this.#client.subscribe(channel, this.#hear, true));
  }

  unsubscribe(channel: string): Promise<unknown> {
    return this.#ask(this.#client.unsubscribe(channel, this.#hear, true));
  }

  /** Gives up what is still asked after a moment. */
  async close(lastWords: () => Promise<unknown>): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    if (this.isUp) {
      const limit = new Promise((resolve) => setTimeout(resolve, CLOSE_MS).unref());
      await Promise.race([lastWords().catch(() => undefined), limit]); // a lease ends by itself
    }
    this.#state = 'down';
    this.#client.destroy();
  }

  readonly #hear = (message: Buffer, channel: Buffer): void => this.handlers.hear(channel.toString(), message);

  async #ask<Value>(asked: Promise<Value>): Promise<Value> {
    try {
      return await inTime(asked);
    } catch (error) {
      this.#lose(wordsOf(error));
      throw error;
    }
  }

  #lose(reason: string): void {
    if (this.#isClosed || this.#state === 'down') return;
    this.#state = 'down';
    this.handlers.onDown(reason);
  }

  /** At every return: a Redis that was started anew knows none of them. */
  async #load(): Promise<void> {
    const load = ({ source }: Script) => this.#client.sendCommand(['SCRIPT', 'LOAD', source]);
    await this.#ask(Promise.all(Object.values(SCRIPTS).map(load)));
  }

  async #beat(): Promise<void> {
    this.handlers.tick();
    try {
      if (!this.isUp) await this.#load();
      const isKnown = await this.handlers.beat();
      if (this.#isClosed) return;
      const isNews = !this.isUp || !isKnown;
      this.#state = 'up';
      if (isNews) this.handlers.onUp();
    } catch (error) {
      this.#lose(wordsOf(error));
    } finally {
      if (!this.#isClosed) this.#timer = setTimeout(() => void this.#beat(), BEAT_MS);
    }
  }
}
