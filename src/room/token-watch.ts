/** Milliseconds before its end at which a token counts as expiring. */
const EARLY = 5 * 60_000;
/** The longest a browser's timer can wait, ms; a token that lasts longer is looked at again then. */
const LONGEST = 2 ** 31 - 1;

/** Tells once when the token that we came in with is about to expire. */
export class TokenWatch {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly onExpiring: (expiresAt: Date) => void) {}

  watch(expiresAt: Date | undefined): void {
    this.stop();
    if (!expiresAt) return;
    const left = expiresAt.getTime() - Date.now() - EARLY;
    if (left <= -EARLY) return; // It has ended already: the server let us in, so the clock here is wrong.
    this.#timer = setTimeout(
      () => {
        if (left > LONGEST) this.watch(expiresAt);
        else this.onExpiring(expiresAt);
      },
      Math.min(Math.max(0, left), LONGEST),
    );
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
