import { REAL_TIME, type Time } from './time.js';

/** What goes first when frames have to wait. `door`: into the room and out, which the relay does not echo; `chat`: its echo is no sign of ours. */
export const PRIORITY = { door: 0, room: 1, answer: 2, offer: 3, candidate: 4, again: 5, chat: 6 } as const;
export type Priority = (typeof PRIORITY)[keyof typeof PRIORITY];

/** Frames a second, under the server's 40 (PROTOCOL: a token bucket of 40/s, burst 60, drops what is over). */
const RATE = 30;
/** Frames at once, all people of a room together: each receiver's queue at the server holds 40. */
const ROOM_BURST = 40;
/** How much slower, and for how many milliseconds, after the server said that it is too much: as long as its ban. */
const SLOWER = 0.5;
const SLOW_TIME = 30_000;
/** Milliseconds in which what is said again goes behind all else: nobody who makes us repeat ourselves holds up what others wait for. */
const AGAIN = 250;
/** Keys of frames that are remembered for that. */
const MOST_KEYS = 256;

interface Entry {
  readonly frame: string;
  readonly priority: Priority;
  /** What it goes by while it waits. */
  readonly rank: Priority;
  readonly key: string | undefined;
}

/**
 * Paces what is sent, most urgent first, so that neither our own limit nor the receivers' queues overflow.
 * A frame with the `key` of one that still waits takes its place.
 */
export class SendQueue {
  #waiting: Entry[] = [];
  #burst = ROOM_BURST;
  #tokens = ROOM_BURST;
  #filledAt: number;
  #slowUntil = Number.NEGATIVE_INFINITY;
  #cancel: (() => void) | undefined;
  /** When a frame with that key went out last. */
  readonly #sentAt = new Map<string, number>();

  constructor(
    private readonly transmit: (frame: string, priority: Priority) => void,
    private readonly time: Time = REAL_TIME,
  ) {
    this.#filledAt = time.now();
  }

  /** How many are in the room: everyone's frames reach everyone, so they share the burst. */
  set people(count: number) {
    this.#burst = Math.max(2, Math.floor(ROOM_BURST / Math.max(1, count)));
    this.#tokens = Math.min(this.#tokens, this.#burst);
  }

  get isSlow(): boolean {
    return this.time.now() < this.#slowUntil;
  }

  /** The server finds it too much: half the pace for a while, and no burst now. */
  slow(): void {
    this.#fill();
    this.#slowUntil = this.time.now() + SLOW_TIME;
    this.#tokens = Math.min(this.#tokens, 0);
  }

  push(frame: string, priority: Priority, key?: string): void {
    const same = key === undefined ? -1 : this.#waiting.findIndex((other) => other.key === key);
    const rank = this.#waiting[same]?.rank ?? (this.#isAgain(key) ? PRIORITY.again : priority);
    const entry = { frame, priority, rank, key };
    if (same >= 0) this.#waiting[same] = entry;
    else {
      const next = this.#waiting.findIndex((other) => other.rank > rank);
      this.#waiting.splice(next < 0 ? this.#waiting.length : next, 0, entry);
    }
    this.#drain();
  }

  /** Sends what is for the whole room at once, and forgets the rest: for a goodbye. */
  flush(): void {
    for (const { frame, priority } of this.#waiting.splice(0)) {
      if (priority <= PRIORITY.room) this.transmit(frame, priority);
    }
  }

  /** Forgets all that waits: a new socket begins anew, with a burst of its own at the server (PROTOCOL: per connection). */
  clear(): void {
    this.#waiting = [];
    this.#sentAt.clear();
    this.#tokens = this.#burst;
    this.#filledAt = this.time.now();
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #isAgain(key: string | undefined): boolean {
    return key !== undefined && this.time.now() - (this.#sentAt.get(key) ?? Number.NEGATIVE_INFINITY) < AGAIN;
  }

  #note(key: string | undefined): void {
    if (key === undefined) return;
    this.#sentAt.delete(key); // The order is that of the last time.
    this.#sentAt.set(key, this.time.now());
    const [oldest] = this.#sentAt.keys();
    if (this.#sentAt.size > MOST_KEYS && oldest !== undefined) this.#sentAt.delete(oldest);
  }

  get #rate(): number {
    return this.isSlow ? RATE * SLOWER : RATE;
  }

  #fill(): void {
    const now = this.time.now();
    this.#tokens = Math.min(this.#burst, this.#tokens + ((now - this.#filledAt) / 1000) * this.#rate);
    this.#filledAt = now;
  }

  #drain(): void {
    this.#fill();
    while (this.#tokens >= 1) {
      const entry = this.#waiting.shift();
      if (!entry) return;
      this.#tokens -= 1;
      this.#note(entry.key);
      this.transmit(entry.frame, entry.priority);
    }
    if (this.#waiting.length === 0 || this.#cancel) return;
    const wait = ((1 - this.#tokens) / this.#rate) * 1000;
    this.#cancel = this.time.after(wait, () => {
      this.#cancel = undefined;
      this.#drain();
    });
  }
}
