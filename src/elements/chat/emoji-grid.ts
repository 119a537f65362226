import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { Strings } from '../../locales/en.js';
import { meetingAround, windowOf } from '../shared/around.js';
import { EMOJI } from './emoji.js';
import { icon } from '../shared/icons.js';
import type { MovableElement } from '../shared/movable-element.js';
import { placeBeside, viewOf, zoomOf } from '../shared/popup-place.js';
import { REACTIONS } from '../shared/reaction-set.js';

/** A grid of emoji in a popover, made when it is opened first: arrow keys walk, Enter picks, Escape closes. */
export class EmojiGrid implements ReactiveController {
  #isMade = false;
  #following = new AbortController();

  constructor(
    private readonly host: MovableElement,
    private readonly pick: (emoji: string) => void,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#following.abort();
  }

  hostUpdated(): void {
    this.#place();
  }

  get #popover(): HTMLElement | null {
    return this.host.renderRoot.querySelector('#emoji');
  }

  get #all(): HTMLButtonElement[] {
    return [...(this.#popover?.querySelectorAll('button') ?? [])];
  }

  readonly #handleBeforeToggle = (event: ToggleEvent): void => {
    if (event.newState !== 'open') return;
    this.#isMade = true;
    this.host.requestUpdate();
    requestAnimationFrame(this.#place); // before it is seen: it must not jump
  };

  /** Only now it can take the focus. */
  readonly #handleToggle = (event: ToggleEvent): void => {
    this.#following.abort();
    if (event.newState !== 'open') return;
    this.#following = new AbortController();
    const { signal } = this.#following;
    const view = windowOf(this.host);
    view.addEventListener('resize', this.#place, { signal });
    view.addEventListener('scroll', this.#place, { capture: true, passive: true, signal });
    this.#place();
    const all = this.#all;
    (all.find(({ tabIndex }) => tabIndex === 0) ?? all[0])?.focus({ preventScroll: true });
  };

  readonly #place = (): void => {
    const popover = this.#popover;
    if (!popover?.matches(':popover-open')) return;
    const zoom = zoomOf(popover);
    const around = (meetingAround(this.host) ?? this.host).getBoundingClientRect();
    const opener = this.host.renderRoot.querySelector('[popovertarget="emoji"]')?.getBoundingClientRect() ?? around;
    const size = { width: popover.offsetWidth * zoom, height: popover.offsetHeight * zoom };
    const { left, top } = placeBeside(size, opener, viewOf(this.host));
    popover.style.setProperty('left', `${left / zoom}px`);
    popover.style.setProperty('top', `${top / zoom}px`);
  };

  readonly #handleClick = (event: Event): void => {
    const button = (event.target as Element).closest('button');
    if (!button) return;
    this.#stopAt(button);
    this.#popover?.hidePopover();
    this.pick(button.textContent.trim());
  };

  readonly #handleFocusIn = (event: Event): void => {
    const button = (event.target as Element).closest('button');
    if (button) this.#stopAt(button);
  };

  /** One stop of the Tab key for all of them. */
  #stopAt(button: HTMLButtonElement): void {
    for (const each of this.#all) each.tabIndex = each === button ? 0 : -1;
  }

  readonly #handleKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation(); // neither a shortcut nor the panel's Escape
    const all = this.#all;
    const at = all.findIndex((each) => each === event.target);
    if (at < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    const forward = this.host.matches(':dir(rtl)') ? -1 : 1;
    const to = { ArrowLeft: at - forward, ArrowRight: at + forward, Home: 0, End: all.length - 1 }[event.key];
    const rows = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (to === undefined && rows === undefined) return;
    event.preventDefault();
    const next = to === undefined ? nextRow(all, at, rows ?? 1) : all[Math.max(0, Math.min(to, all.length - 1))];
    next?.focus();
  };

  opener(words: Strings): TemplateResult {
    return html`<button
      type="button"
      part="button"
      class="tool"
      popovertarget="emoji"
      aria-haspopup="dialog"
      aria-label=${words.emoji}
    >
      ${icon('smile')}
    </button>`;
  }

  render(words: Strings): TemplateResult {
    const groups: readonly (readonly [name: string, emoji: readonly string[]])[] = [
      [words.reactions, REACTIONS.map(([emoji]) => emoji)],
      ...EMOJI.map(([name, emoji]) => [words.emojiGroups[name], emoji] as const),
    ];
    return html`<div
      id="emoji"
      class="emoji"
      popover
      role="dialog"
      aria-label=${words.emoji}
      @beforetoggle=${this.#handleBeforeToggle}
      @toggle=${this.#handleToggle}
      @click=${this.#handleClick}
      @focusin=${this.#handleFocusIn}
      @keydown=${this.#handleKeyDown}
    >
      ${this.#isMade ? groups.map(([name, emoji]) => emojiGroup(name, emoji)) : nothing}
    </div>`;
  }
}

const emojiGroup = (name: string, emoji: readonly string[]): TemplateResult =>
  html`<div role="group" aria-label=${name}>
    <p aria-hidden="true">${name}</p>
    <div class="grid">${emoji.map((each) => html`<button type="button" tabindex="-1">${each}</button>`)}</div>
  </div>`;

/** The one above or below, in the nearest row that is there. */
const nextRow = (all: readonly HTMLElement[], at: number, rows: number): HTMLElement | undefined => {
  const boxes = all.map((each) => each.getBoundingClientRect());
  const from = boxes[at];
  if (!from) return undefined;
  const ahead = boxes.map((box, index) => ({
    index,
    away: (box.top - from.top) * rows,
    aside: Math.abs(box.left - from.left),
  }));
  const [nearest] = ahead.filter(({ away }) => away > 1).sort((a, b) => a.away - b.away || a.aside - b.aside);
  return nearest ? all[nearest.index] : undefined;
};
