import type { Time } from '../signaling/time.js';

/** Milliseconds from one time that we leave and join again to the next: all who are dead begin anew with the first. */
const REJOIN = 10_000;

/** Has deployed clients that are dead drop their connections: they do when the list lacks us. */
export class Rejoin {
  #at = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly peers: ReadonlyMap<string, { readonly isFragile: boolean }>,
    private readonly onRejoin: () => void,
    private readonly time: Pick<Time, 'now'>,
  ) {}

  /** Not where that would cost another one a connection that is up. */
  readonly ask = (dead: object): void => {
    const now = this.time.now();
    const isSafe = [...this.peers.values()].every((other) => other === dead || !other.isFragile);
    if (!isSafe || now - this.#at < REJOIN) return;
    this.#at = now;
    this.onRejoin();
  };
}
