import { nothing, type TemplateResult } from 'lit';
import { atom } from 'nanostores';
import { Late } from './late.js';
import type { MovableElement } from './movable-element.js';
import type { Tooltip } from './tooltip.js';

/** Gives an element its tooltips. Not there from the beginning: until then buttons have their names alone. */
export const $tooltip = atom<((host: MovableElement) => Tooltip) | undefined>();

/** The tooltips of an element, as soon as that part is there. */
export class LateTooltip {
  readonly #late: Late<(host: MovableElement) => Tooltip, Tooltip>;

  constructor(host: MovableElement) {
    this.#late = new Late(host, $tooltip, (make) => make(host));
  }

  render(): TemplateResult | typeof nothing {
    return this.#late.part?.render() ?? nothing;
  }

  /** Words that answer a press, for a moment. */
  say(anchor: HTMLElement, words: string): void {
    this.#late.part?.say(anchor, words);
  }

  hide(): void {
    this.#late.part?.hide();
  }
}
