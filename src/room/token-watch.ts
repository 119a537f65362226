/** Milliseconds before its end at which a token counts as expiring. */
const TOKEN_EARLY = 5 * 60_000;
/** The longest a browser's timer can wait, ms; what lasts longer is looked at again then. */
const LONGEST = 2 ** 31 - 1;

/** Tells once when something that was lent to us for a time is about to expire: by default, the token that we came in with. */
export class ExpiryWatch {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #end: number | undefined;

  constructor(
    private readonly onExpiring: (expiresAt: Date) => void,
    /** Milliseconds before its end at which something with so many milliseconds left counts as expiring. */
    private readonly early: (left: number) => number = () => TOKEN_EARLY,
  ) {}

  watch(expiresAt: Date | undefined): void {
    this.stop();
    this.#end = expiresAt?.getTime();
    if (expiresAt) this.#wait(expiresAt);
  }

  /** Something newer came: tells of it in its turn, unless it ends no later than the one that was told of. */
  renew(expiresAt: Date | undefined): void {
    if (expiresAt && this.#end !== undefined && expiresAt.getTime() <= this.#end) return;
    this.watch(expiresAt);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#end = undefined;
  }

  #wait(expiresAt: Date): void {
    const left = expiresAt.getTime() - Date.now();
    if (left <= 0) return; // It has ended already: it was taken all the same, so the clock here is wrong.
    const wait = left - this.early(left);
    this.#timer = setTimeout(
      () => {
        if (wait > LONGEST) this.#wait(expiresAt);
        else this.onExpiring(expiresAt);
      },
      Math.min(Math.max(0, wait), LONGEST),
    );
  }
}
