import type { Clock } from '../clock.js';

const MOST = 1000;

/** Names that are remembered for a while, all equally long; of too many the oldest are forgotten. */
export class Memory {
  /** Until when, which is also their order. */
  readonly #names = new Map<string, number>();

  constructor(
    private readonly clock: Clock,
    private readonly ms = Infinity,
  ) {}

  get size(): number {
    this.#prune();
    return this.#names.size;
  }

  add(name: string): void {
    this.#names.delete(name);
    this.#names.set(name, this.clock.now() + this.ms);
    this.#prune();
  }

  has(name: string): boolean {
    return (this.#names.get(name) ?? 0) > this.clock.now();
  }

  forget(name: string): void {
    this.#names.delete(name);
  }

  #prune(): void {
    for (const [name, until] of this.#names) {
      if (until > this.clock.now() && this.#names.size <= MOST) return;
      this.#names.delete(name);
    }
  }
}
