import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { hostOf } from '../shared/around.js';
import { focused, focusPath, moveFocus } from '../shared/focus.js';

/**
 * Keeps the focus inside when what had it goes: a lobby that gives way to the call, a line that was put away. It moves to
 * the nearest thing around it that can take it and is still there. A person who moves it away is let go.
 */
export class FocusKeeper implements ReactiveController {
  /** What has the focus, and all around it, innermost first. */
  #path: readonly Element[] = [];
  #following = new AbortController();
  readonly #gone: ResizeObserver | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    /** Where the focus goes when nothing around it is left, but what the host itself drew; `path` is what had it. */
    private readonly next: (path: readonly Element[]) => Element | null | undefined,
  ) {
    host.addController(this);
    if (typeof ResizeObserver === 'undefined') return; // rendered on a server
    // An element that is removed or hidden loses its size: of all that tells of it, this alone crosses shadow trees.
    this.#gone = new ResizeObserver(() => this.#look());
    this.#listen(host);
  }

  hostDisconnected(): void {
    this.#following.abort();
    this.#forget();
  }

  #listen(target: EventTarget, signal?: AbortSignal): void {
    const options = signal ? { signal } : {};
    target.addEventListener('focusin', this.#follow, options);
    target.addEventListener('focusout', this.#leave, options);
  }

  readonly #follow = (): void => {
    this.#forget();
    this.#following.abort();
    const path = focusPath(this.host);
    const [element] = path;
    if (!element) return;
    this.#path = path;
    this.#gone?.observe(element);
    // A move within a shadow tree is told nowhere outside it.
    this.#following = new AbortController();
    const roots = new Set(path.map((each) => each.getRootNode()).filter(hostOf));
    for (const root of roots) this.#listen(root, this.#following.signal);
  };

  readonly #leave = (): void => {
    const path = this.#path;
    // Chromium tells of a removal, too, and before it: only afterwards it differs from a person's leaving.
    queueMicrotask(() => {
      if (path === this.#path && path[0] && isThere(path[0])) this.#forget();
    });
  };

  #forget(): void {
    this.#path = [];
    this.#gone?.disconnect();
  }

  #look(): void {
    const path = this.#path;
    const [element, ...around] = path;
    if (!element || isThere(element)) return;
    const now = focused(this.host);
    const isLost = now === null || now === this.host;
    this.#forget();
    if (!isLost) return;
    const inner = around.filter((each) => each.getRootNode() !== this.host.shadowRoot);
    if (!inner.some((each) => isThere(each) && moveFocus(each))) moveFocus(this.next(path));
  }
}

const isThere = (element: Element): boolean => element.isConnected && element.checkVisibility();
