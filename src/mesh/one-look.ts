import type { Time } from '../signaling/time.js';

/** Milliseconds after which a look is not waited for: Firefox never answers for a connection that is closed meanwhile. */
const STUCK = 2_500;

/** One look at a time: who asks while one is under way waits for that one, unless it is stuck. */
export class OneLook {
  #since = 0;
  #pending: Promise<void> | undefined;

  constructor(private readonly time: Pick<Time, 'now'>) {}

  /**
   * Resolves once `look` is done, or the one that was under way: to the ms that it took for who began it, unless another went
   * ahead.
   */
  async run(look: () => Promise<void>): Promise<number | undefined> {
    const now = this.time.now();
    if (this.#pending && now - this.#since < STUCK) {
      await this.#pending;
      return undefined;
    }
    this.#since = now;
    const pending = (this.#pending = look());
    try {
      await pending;
      return this.#pending === pending ? this.time.now() - now : undefined;
    } finally {
      if (this.#pending === pending) this.#pending = undefined;
    }
  }
}
