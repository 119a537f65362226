/** Guesses that may fail, in a join and with a passphrase. */
const MOST = 20;

/**
 * How often others may try our passphrase: each tag that we say lets the other end test one guess. Counted by certificate, until that
 * one proves itself: nobody gets back a guess by leaving, by another name, or by somebody else's proof.
 */
export class Guesses {
  /** Certificates that proved themselves: they need not guess. */
  readonly #proved = new Set<string>();
  /** Those of which an answer is awaited. */
  readonly #underWay = new Set<string>();
  readonly #failed = new Map<string, number>();

  constructor(private readonly maxPeers: () => number) {}

  /** Whether one more tag may go to this certificate, which counts from now on. */
  take(key: string): boolean {
    if (this.#proved.has(key)) return true;
    this.fail(key);
    const failed = [...this.#failed.values()].reduce((sum, count) => sum + count, 0);
    if (failed >= MOST || failed + this.#underWay.size >= MOST + this.maxPeers()) return false;
    this.#underWay.add(key);
    return true;
  }

  /** What was under way came to nothing. */
  fail(key: string): void {
    if (this.#underWay.delete(key)) this.#failed.set(key, (this.#failed.get(key) ?? 0) + 1);
  }

  prove(key: string): void {
    this.#proved.add(key);
    this.#underWay.delete(key);
    this.#failed.delete(key);
  }
}
