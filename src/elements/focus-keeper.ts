import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { focused, moveFocus } from './focus.js';

/**
 * Keeps the focus inside when what had it goes: a lobby that gives way to the call, a line that was put away. It moves to
 * the nearest thing around it that can take it and is still there. A person who moves it away is let go.
 */
export class FocusKeeper implements ReactiveController {
  /** What has the focus, and all around it, innermost first. */
  #path: readonly Element[] = [];
  readonly #gone: ResizeObserver | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    /** Where the focus goes when nothing around it is left. */
    private readonly fallback: () => Element | null | undefined,
  ) {
    host.addController(this);
    if (typeof ResizeObserver === 'undefined') return; // rendered on a server
    // An element that is removed or hidden loses its size: of all that tells of it, this alone crosses shadow trees.
    this.#gone = new ResizeObserver(() => this.#look());
    host.addEventListener('focusin', (event) => this.#follow(event));
    host.addEventListener('focusout', (event) => this.#leave(event));
  }

  hostDisconnected(): void {
    this.#forget();
  }

  #follow(event: FocusEvent): void {
    this.#forget();
    const path = event.composedPath();
    const inside = path.slice(0, path.indexOf(this.host));
    this.#path = inside.filter((target): target is Element => target instanceof Element);
    const [element] = this.#path;
    if (element) this.#gone?.observe(element);
  }

  #leave(event: FocusEvent): void {
    const path = this.#path;
    if (event.relatedTarget) return this.#forget();
    // Chromium tells of a removal, too, and before it: only afterwards it differs from a person's leaving.
    queueMicrotask(() => {
      if (path === this.#path && path[0] && isThere(path[0])) this.#forget();
    });
  }

  #forget(): void {
    this.#path = [];
    this.#gone?.disconnect();
  }

  #look(): void {
    const [element, ...around] = this.#path;
    if (!element || isThere(element)) return;
    const isLost = focused() === null || focused() === this.host;
    this.#forget();
    if (isLost && !around.some((each) => isThere(each) && moveFocus(each))) moveFocus(this.fallback());
  }
}

const isThere = (element: Element): boolean => element.isConnected && element.checkVisibility();
