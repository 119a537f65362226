import { MovableElement } from '../shared/movable-element.js';

/**
 * An element that is drawn as soon as it is in a document: what was set before its upgrade counts from then on, and what
 * the page sets or calls next in the same breath comes after it.
 */
export abstract class PromptElement extends MovableElement {
  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.hasUpdated) this.performUpdate();
  }
}
