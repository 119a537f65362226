import type { LitElement, ReactiveController } from 'lit';
import { drawingWindow } from '../shared/around.js';

/**
 * Sees whether the page left the host its position (`* { all: unset }` does not): where it did not, the box inside holds
 * the meeting, which else would lie over the whole window.
 */
export class HeldBox implements ReactiveController {
  #sizes: ResizeObserver | undefined;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostConnected(): void {
    this.hostUpdated(); // it may have been moved, and has no other reason to draw
  }

  /** A page's sheets may come late: then the size changes as well. */
  hostUpdated(): void {
    const box = this.host.renderRoot.querySelector('.box');
    const view = drawingWindow(this.host);
    if (!box || !view || this.#sizes) return;
    // Before the next frame's layout: looked at once, it would cost one of its own, or be a loop of the observer's.
    const look = (): unknown =>
      view.requestAnimationFrame(() => {
        box.classList.toggle('loose', view.getComputedStyle(this.host).position === 'static');
      });
    this.#sizes = new view.ResizeObserver(look);
    this.#sizes.observe(box);
    look();
  }

  hostDisconnected(): void {
    this.#sizes?.disconnect();
    this.#sizes = undefined;
  }
}
