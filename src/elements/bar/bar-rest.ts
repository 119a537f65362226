import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds without a movement after which the bar goes, in full screen alone. */
const REST = 4000;

const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const;

/** Whether the bar of a full screen rests: nobody moved for a while, and the focus is not in it. */
export class BarRest implements ReactiveController {
  isAway = false;
  #on = false;
  #watch = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    /** Whether the bar is in use and has to stay. */
    private readonly isBusy: () => boolean,
    private readonly rest = REST,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.follow(false);
  }

  /** Begins to watch, or ends it and brings the bar back. */
  follow(on: boolean): void {
    if (on === this.#on) return;
    this.#on = on;
    this.#watch.abort();
    if (on) {
      const { signal } = (this.#watch = new AbortController());
      for (const type of SIGNS) {
        this.host.ownerDocument.addEventListener(type, this.#wake, { capture: true, passive: true, signal });
      }
      this.#wake();
    } else {
      clearTimeout(this.#timer);
      this.#set(false);
    }
  }

  readonly #wake = (): void => {
    clearTimeout(this.#timer);
    this.#set(false);
    this.#timer = setTimeout(() => (this.isBusy() ? this.#wake() : this.#set(true)), this.rest);
  };

  #set(isAway: boolean): void {
    if (isAway === this.isAway) return;
    this.isAway = isAway;
    this.host.requestUpdate();
  }
}
