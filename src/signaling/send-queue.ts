import { REAL_TIME, type Time } from './time.js';

/** What goes first when frames have to wait. */
export const PRIORITY = { room: 0, answer: 1, offer: 2, candidate: 3 } as const;
export type Priority = (typeof PRIORITY)[keyof typeof PRIORITY];

/** Frames a second, under the server's 40 (PROTOCOL: a token bucket of 40/s, burst 60, drops what is over). */
const RATE = 30;
/** Frames at once, all people of a room together: each receiver's queue at the server holds 40. */
const ROOM_BURST = 40;

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
  #cancel: (() => void) | undefined;

  constructor(
    private readonly transmit: (frame: string) => void,
    private readonly time: Time = REAL_TIME,
  ) {
    this.#filledAt = time.now();
  }

  /** How many are in the room: everyone's frames reach everyone, so they share the burst. */
  set people(count: number) {
    this.#burst = Math.max(2, Math.floor(ROOM_BURST / Math.max(1, count)));
    this.#tokens = Math.min(this.#tokens, this.#burst);
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

  /** Sends all that waits, at once: for a goodbye. */
  flush(): void {
    for (const { frame } of this.#waiting.splice(0)) this.transmit(frame);
  }

  /** Forgets all that waits: a new socket begins anew. */
  clear(): void {
    this.#waiting = [];
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #drain(): void {
    const now = this.time.now();
    this.#tokens = Math.min(this.#burst, this.#tokens + ((now - this.#filledAt) / 1000) * RATE);
    this.#filledAt = now;
    while (this.#tokens >= 1) {
      const entry = this.#waiting.shift();
      if (!entry) return;
      this.#tokens -= 1;
      this.transmit(entry.frame);
    }
    if (this.#waiting.length === 0 || this.#cancel) return;
    const wait = ((1 - this.#tokens) / RATE) * 1000;
    this.#cancel = this.time.after(wait, () => {
      this.#cancel = undefined;
      this.#drain();
    });
  }
}
