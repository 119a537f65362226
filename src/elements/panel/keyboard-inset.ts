import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { drawingWindow } from '../shared/around.js';
import { isField } from '../shared/fields.js';
import { focused, focusPath } from '../shared/focus.js';
import { zoomOf } from '../shared/popup-place.js';

/**
 * Tells an element how much of its foot an on-screen keyboard lies over, in `--_keyboard`, while a field in it is written in:
 * the keyboard makes the visual viewport smaller, not the page (CSSOM View, "The VisualViewport interface").
 */
export class KeyboardInset implements ReactiveController {
  #following = new AbortController();

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostConnected(): void {
    const viewport = drawingWindow(this.host)?.visualViewport;
    const { signal } = (this.#following = new AbortController());
    for (const type of ['resize', 'scroll']) viewport?.addEventListener(type, this.#look, { signal });
    for (const type of ['focusin', 'focusout']) this.host.addEventListener(type, this.#look, { signal });
  }

  hostDisconnected(): void {
    this.#following.abort();
  }

  readonly #look = (): void => {
    const viewport = drawingWindow(this.host)?.visualViewport;
    const field = focusPath(this.host).length > 0 ? focused(this.host) : null;
    const isWriting = field !== null && isField(field);
    // Enlarged by two fingers it is small for another reason.
    const isWhole = viewport && Math.abs(viewport.scale - 1) < 0.01;
    const hidden =
      isWriting && isWhole ? this.host.getBoundingClientRect().bottom - (viewport.offsetTop + viewport.height) : 0;
    this.host.style.setProperty('--_keyboard', `${Math.max(0, Math.round(hidden / zoomOf(this.host)))}px`);
  };
}
