import { REAL_TIME, type Time } from './time.js';

/** What goes first when frames have to wait. `door`: into the room and out, which the relay does not echo. */
export const PRIORITY = { door: 0, room: 1, answer: 2, offer: 3, candidate: 4 } as const;
export type Priority = (typeof PRIORITY)[keyof typeof PRIORITY];

/** Frames a second, under the server's 40 (PROTOCOL: a token bucket of 40/s, burst 60, drops what is over). */
const RATE = 30;
/** Frames at once, all people of a room together: each receiver's queue at the server holds 40. */
const ROOM_BURST = 40;
/** How much slower, and for how many milliseconds, after the server said that it is too much: as long as its ban. */
const SLOWER = 0.5;
const SLOW_TIME = 30_000;

interface Entry {
  readonly frame: string;
  readonly priority: Priority;
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
    const entry = { frame, priority, key };
    const same = key === undefined ? -1 : this.#waiting.findIndex((other) => other.key === key);
    if (same >= 0) this.#waiting[same] = entry;
    else {
      const next = this.#waiting.findIndex((other) => other.priority > priority);
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
    this.#tokens = this.#burst;
    this.#filledAt = this.time.now();
    this.#cancel?.();
    this.#cancel = undefined;
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
