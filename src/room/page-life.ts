/** What the browser tells of the page while we are in a room. */
export class PageLife {
  constructor(
    /** The page is closed, or goes into the back/forward cache. */
    private readonly onHide: () => void,
    /** The page is shown again, or the machine is online again: what was silent may be dead. */
    private readonly onWake: () => void,
  ) {}

  watch(): void {
    globalThis.addEventListener('pagehide', this.onHide);
    globalThis.addEventListener('online', this.#handleWake);
    document.addEventListener('visibilitychange', this.#handleWake);
  }

  stop(): void {
    globalThis.removeEventListener('pagehide', this.onHide);
    globalThis.removeEventListener('online', this.#handleWake);
    document.removeEventListener('visibilitychange', this.#handleWake);
  }

  readonly #handleWake = (): void => {
    if (document.visibilityState === 'visible') this.onWake();
  };
}
