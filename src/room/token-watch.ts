/** Milliseconds before its end at which a token counts as expiring. */
const TOKEN_EARLY = 5 * 60_000;
/** The longest a browser's timer can wait, ms; what lasts longer is looked at again then. */
const LONGEST = 2 ** 31 - 1;
/** Milliseconds between two tellings: by a wrong clock, everything that comes may be about to end. */
const LEAST = 5_000;

/**
 * Tells once when something that was lent to us for a time is about to expire: by default, the token that we came in with.
 * How long it lasts counts from when it came, so that a visitor's clock that jumps changes nothing.
 */
export class ExpiryWatch {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #end: number | undefined;
  /** Ms of `performance.now()`. */
  #toldAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly onExpiring: (expiresAt: Date) => void,
    /** Milliseconds before its end at which something with so many milliseconds left counts as expiring. */
    private readonly early: (left: number) => number = () => TOKEN_EARLY,
    private readonly least = LEAST,
  ) {}

  /** `left`: milliseconds from now. What is watched already goes on as it was. */
  watch(expiresAt: Date | undefined, left: number | undefined): void {
    if (expiresAt && expiresAt.getTime() === this.#end) return;
    this.stop();
    if (!expiresAt || left === undefined) return;
    this.#end = expiresAt.getTime();
    this.#wait(expiresAt, Math.max(performance.now() + left - this.early(left), this.#toldAt + this.least));
  }

  /** Something newer came: tells of it in its turn, unless it ends no later than the one that was told of. */
  renew(expiresAt: Date | undefined, left: number | undefined): void {
    if (expiresAt && this.#end !== undefined && expiresAt.getTime() <= this.#end) return;
    this.watch(expiresAt, left);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#end = undefined;
  }

  #wait(expiresAt: Date, at: number): void {
    const wait = at - performance.now();
    this.#timer = setTimeout(
      () => {
        if (wait > LONGEST) this.#wait(expiresAt, at);
        else this.#tell(expiresAt);
      },
      Math.min(Math.max(0, wait), LONGEST),
    );
  }

  #tell(expiresAt: Date): void {
    this.#toldAt = performance.now();
    this.onExpiring(expiresAt);
  }
}
