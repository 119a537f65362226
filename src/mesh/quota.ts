/** Connections of one pair that may follow each other at once, and the milliseconds until there may be one more after them. */
const BURST = 7;
const REFILL = 60_000;

/**
 * How many connections a pair may have, whoever asks for them: each costs ports, and a place at a TURN server. No more than ten in
 * three minutes, and never none for longer than one: a path that is there again must not wait for all that was tried in vain.
 */
export class Quota {
  #left = BURST;
  #countedAt = Number.NEGATIVE_INFINITY;

  /** Whether there may be another one. `now`: ms. */
  admits(now: number): boolean {
    this.#left = Math.min(BURST, this.#left + (now - this.#countedAt) / REFILL);
    this.#countedAt = now;
    return this.#left >= 1;
  }

  note(now: number): void {
    this.admits(now);
    this.#left = Math.max(0, this.#left - 1);
  }

  /** The last one does well: what it took to get there counts no more. */
  forget(): void {
    this.#left = BURST;
  }
}
