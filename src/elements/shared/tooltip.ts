import { html, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { isElement } from './around.js';
import { ownColours, type MovableElement } from './movable-element.js';
import { placeBeside, viewOf, zoomOf } from './popup-place.js';
import { tipStyles } from './tooltip.styles.js';

/** Milliseconds that a tooltip waits for the pointer to come to it, or back. */
const LINGER = 150;
/** Milliseconds that words stay which answer a press. */
const ANSWER = 2500;

/**
 * The words of `[data-tip]` buttons, with the key of `data-key`, in the top layer: no box clips them. They show on hover and
 * on focus by keyboard, stay under the pointer, and go with Escape (WCAG 1.4.13). For the eye only: the buttons have names.
 */
export class Tooltip implements ReactiveController {
  #anchor: HTMLElement | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostConnected(): void {
    for (const [type, listener] of this.#listeners) this.host.addEventListener(type, listener as EventListener);
  }

  hostDisconnected(): void {
    for (const [type, listener] of this.#listeners) this.host.removeEventListener(type, listener as EventListener);
    this.hide();
  }

  /** The words may have changed, or the button may have gone. */
  hostUpdated(): void {
    if (!this.#anchor) return;
    if (!this.#anchor.isConnected || isExpanded(this.#anchor)) this.hide();
    else if (this.#timer === undefined) this.#show(this.#anchor, this.#anchor.dataset['tip'] ?? '');
  }

  render(): TemplateResult {
    return html`<div class="tip" popover="manual" aria-hidden="true"><span></span><kbd></kbd></div>`;
  }

  /** Words that answer a press, for a moment. */
  say(anchor: HTMLElement, words: string): void {
    this.#show(anchor, words, false);
    this.#hideIn(ANSWER);
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#anchor = undefined;
    const tip = this.#tip;
    if (tip?.matches(':popover-open')) tip.hidePopover();
  }

  readonly #handleOver = (event: PointerEvent): void => {
    if (event.pointerType === 'touch') return;
    const [target] = event.composedPath();
    if (isElement(target) && this.#tip?.contains(target)) return this.#stay();
    const anchor = tipped(event);
    if (anchor && anchor !== this.#anchor) this.#show(anchor, anchor.dataset['tip'] ?? '');
    else if (anchor) this.#stay();
    else if (this.#anchor) this.#hideIn(LINGER);
  };

  readonly #handleOut = (): void => {
    if (this.#anchor && this.#timer === undefined) this.#hideIn(LINGER);
  };

  readonly #handleFocus = (event: FocusEvent): void => {
    const anchor = tipped(event);
    if (anchor?.matches(':focus-visible')) this.#show(anchor, anchor.dataset['tip'] ?? '');
    else this.hide();
  };

  readonly #handleBlur = (): void => this.hide();

  readonly #handleKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.hide();
  };

  readonly #listeners = [
    ['pointerover', this.#handleOver],
    ['pointerleave', this.#handleOut],
    ['focusin', this.#handleFocus],
    ['focusout', this.#handleBlur],
    ['keydown', this.#handleKey],
  ] as const;

  get #tip(): HTMLElement | null | undefined {
    return this.host.shadowRoot?.querySelector<HTMLElement>('.tip');
  }

  #stay(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #hideIn(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.hide(), milliseconds);
  }

  #show(anchor: HTMLElement, words: string, hasKey = true): void {
    this.#stay();
    const tip = this.#tip;
    const [text, key] = tip?.children ?? [];
    if (!tip || !text || !key || !words || isExpanded(anchor)) return this.hide();
    this.#anchor = anchor;
    text.textContent = words;
    key.textContent = (hasKey && anchor.dataset['key']) || '';
    if (!tip.matches(':popover-open')) tip.showPopover();
    const zoom = zoomOf(tip);
    const size = { width: tip.offsetWidth * zoom, height: tip.offsetHeight * zoom };
    const view = viewOf(tip);
    const { left, top } = placeBeside(size, anchor.getBoundingClientRect(), view);
    tip.style.setProperty('left', `${left / zoom}px`);
    tip.style.setProperty('top', `${top / zoom}px`);
  }
}

const sheet = ownColours(tipStyles);

/** Tooltips for an element that began without. */
export const giveTooltip = (host: MovableElement): Tooltip => {
  host.wear(sheet);
  return new Tooltip(host);
};

const tipped = (event: Event): HTMLElement | undefined =>
  event.composedPath().find((target): target is HTMLElement => !!(target as Partial<HTMLElement>).dataset?.['tip']);

const isExpanded = (anchor: HTMLElement): boolean =>
  anchor.getAttribute('aria-haspopup') === 'menu' && anchor.getAttribute('aria-expanded') === 'true';
