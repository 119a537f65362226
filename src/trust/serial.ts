/** Runs steps one after the other until it is ended. One that fails changes nothing: what it would have proved is not proved. */
export class Serial {
  #chain: Promise<void> = Promise.resolve();
  #isEnded = false;

  get isEnded(): boolean {
    return this.#isEnded;
  }

  run(step: () => void | Promise<void>): void {
    this.#chain = this.#chain.then(() => (this.#isEnded ? undefined : step())).catch(() => undefined);
  }

  end(): void {
    this.#isEnded = true;
  }
}
