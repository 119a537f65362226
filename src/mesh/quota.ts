/** Connections of one pair, and the milliseconds in which there may be so many: each costs ports, and a place at a TURN server. */
const MOST = 10;
const WINDOW = 180_000;

/** How many connections a pair has had of late, whoever asked for them. */
export class Quota {
  #madeAt: readonly number[] = [];

  /** Whether there may be another one. `now`: ms. */
  admits(now: number): boolean {
    this.#madeAt = this.#madeAt.filter((at) => now - at < WINDOW);
    return this.#madeAt.length < MOST;
  }

  note(now: number): void {
    this.#madeAt = [...this.#madeAt, now];
  }

  /** The last one does well: what it took to get there counts no more. */
  forget(): void {
    this.#madeAt = [];
  }
}
