/** Milliseconds between two looks at the clock, and how far it may have jumped meanwhile before it is taken for a sleep. */
const LOOK = 2_000;
const JUMP = 8_000;

export interface PageLifeHandlers {
  /** The page is closed, or goes into the back/forward cache. */
  readonly onHide: () => void;
  /** The page came back from the back/forward cache. */
  readonly onReturn: () => void;
  /** The page is shown again, the machine woke up, or the network came or went: what was silent may be dead. */
  readonly onWake: () => void;
}

/** What the browser tells of the page while we are in a room. */
export class PageLife {
  #timer: ReturnType<typeof setInterval> | undefined;
  #lookedAt = 0;

  constructor(private readonly handlers: PageLifeHandlers) {}

  watch(): void {
    this.stop();
    globalThis.addEventListener('pagehide', this.#handleHide);
    globalThis.addEventListener('online', this.handlers.onWake);
    globalThis.addEventListener('offline', this.handlers.onWake);
    document.addEventListener('visibilitychange', this.#handleVisibility);
    this.#lookedAt = Date.now();
    this.#timer = setInterval(this.#look, LOOK);
  }

  stop(): void {
    globalThis.removeEventListener('pagehide', this.#handleHide);
    globalThis.removeEventListener('pageshow', this.#handleShow);
    globalThis.removeEventListener('online', this.handlers.onWake);
    globalThis.removeEventListener('offline', this.handlers.onWake);
    document.removeEventListener('visibilitychange', this.#handleVisibility);
    clearInterval(this.#timer);
  }

  readonly #handleHide = ({ persisted }: PageTransitionEvent): void => {
    this.handlers.onHide();
    // Afterwards, for leaving ends the watch.
    if (persisted) globalThis.addEventListener('pageshow', this.#handleShow, { once: true });
  };

  readonly #handleShow = (): void => {
    this.handlers.onReturn();
  };

  readonly #handleVisibility = (): void => {
    if (document.visibilityState === 'visible') this.handlers.onWake();
  };

  /** A timer's own clock may stand still while the machine sleeps: the wall clock does not. */
  readonly #look = (): void => {
    const now = Date.now();
    if (now - this.#lookedAt > LOOK + JUMP) this.handlers.onWake();
    this.#lookedAt = now;
  };
}
