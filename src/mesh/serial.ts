/** Steps that may wait; more is a flood. */
const BACKLOG = 256;

/** Runs steps one after the other, until nobody waits for them any more. */
export class Serial {
  #chain: Promise<void> = Promise.resolve();
  #backlog = 0;

  /** One that fails once all is over, is told to nobody. */
  constructor(
    private readonly isOver: () => boolean,
    private readonly onError: (error: unknown) => void,
  ) {}

  get isFull(): boolean {
    return this.#backlog >= BACKLOG;
  }

  /** Resolves when the step has ended, well or not. */
  run(step: () => Promise<void>): Promise<void> {
    this.#backlog += 1;
    this.#chain = this.#chain
      .then(() => (this.isOver() ? undefined : step()))
      .catch((error: unknown) => {
        if (!this.isOver()) this.onError(error);
      })
      .finally(() => {
        this.#backlog -= 1;
      });
    return this.#chain;
  }
}
