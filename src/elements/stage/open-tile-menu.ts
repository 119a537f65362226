import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { FirstStrings } from '../../locales/first/en.js';
import type { RoomStore } from '../../room/room-store.js';
import { windowOf } from '../shared/around.js';
import { focused } from '../shared/focus.js';
import { icon } from '../shared/icons.js';
import { menuIcon } from '../shared/menu-icons.js';
import { ownColours, type MovableElement } from '../shared/movable-element.js';
import { zoomOf } from '../shared/popup-place.js';
import type { ViewState } from '../shared/view-state.js';
import { tileMenu, type MenuItem } from './tile-menu-content.js';
import { menuStyles } from './tile-menu.styles.js';
import type { MenuTarget, TileMenu } from './tile-menu.js';

const sheet = ownColours(menuStyles);

/** Space to the window's edges, in CSS pixels. */
const MARGIN = 8;

/** A tile's menu while it is open: in a popover, with the keys of the ARIA authoring practices. */
export class OpenTileMenu implements ReactiveController {
  /** Whether the focus was in it when it began to close. */
  #heldFocus = false;
  /** What is asked about before it is done, in place of all else. */
  #sure: MenuItem | undefined;

  constructor(
    private readonly host: MovableElement,
    private readonly door: TileMenu,
  ) {
    host.wear(sheet);
    host.addController(this);
  }

  hostUpdated(): void {
    const menu = this.#menu;
    if (!menu || menu.matches(':popover-open')) return;
    menu.showPopover();
    this.#place(menu);
    this.#items[0]?.focus();
  }

  render(target: MenuTarget, store: RoomStore, view: ViewState, words: FirstStrings): TemplateResult {
    const content = tileMenu(target, store, view, words);
    const { label } = content;
    const sure = this.#sure?.confirm;
    const volume = sure ? undefined : content.volume;
    const items = sure ? this.#answers(sure.label, words.cancel) : content.items;
    return html`<div part="menu" class="menu" popover="auto" @beforetoggle=${this.#handleBeforeToggle} @toggle=${this.#handleToggle} @keydown=${this.#handleKey}>
      ${
        volume
          ? html`<label class="volume"
              >${icon('sound', volume.value === 0)}<input
                type="range"
                min="0"
                max="100"
                step="5"
                aria-label=${volume.label}
                aria-valuetext=${volume.text}
                .value=${String(Math.round(volume.value * 100))}
                @input=${({ target }: Event) => volume.set(Number((target as HTMLInputElement).value) / 100)}
            /></label>`
          : nothing
      }
      ${sure ? html`<p id="sure">${sure.ask}</p>` : nothing}
      <div role="menu" aria-label=${label} aria-describedby=${sure ? 'sure' : nothing}>
        ${items.map(
          (item) =>
            html`<button
              type="button"
              role=${item.checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
              aria-checked=${item.checked ?? nothing}
              tabindex="-1"
              @click=${() => this.#choose(item)}
            >
              ${menuIcon(item.icon, item.off)}<span>${item.label}</span>
            </button>`,
        )}
      </div>
    </div>`;
  }

  readonly #handleBeforeToggle = (event: Event): void => {
    if ((event as ToggleEvent).newState === 'closed')
      this.#heldFocus = (event.currentTarget as Element).matches(':focus-within');
  };

  readonly #handleToggle = (event: Event): void => {
    if ((event as ToggleEvent).newState !== 'closed') return;
    const now = focused(this.host);
    if (this.#heldFocus && (!now || (event.currentTarget as Element).contains(now))) this.#button?.focus();
    this.#sure = undefined;
    this.door.close();
  };

  get #button(): HTMLElement | null | undefined {
    return this.host.shadowRoot?.querySelector<HTMLElement>('.more');
  }

  /** Cancel comes first, and has the focus: a second press by mistake does nothing. */
  #answers(label: string, cancel: string): MenuItem[] {
    const item = this.#sure;
    return [
      { icon: 'back', label: cancel, act: () => undefined },
      { icon: 'door', label, act: () => item?.act() },
    ];
  }

  async #ask(item: MenuItem): Promise<void> {
    this.#sure = item;
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.#items[0]?.focus();
  }

  /** At once: what is drawn before the `toggle` event must not open it again. */
  #close(): void {
    this.#sure = undefined;
    this.#button?.focus();
    this.#menu?.hidePopover();
    this.door.close();
  }

  readonly #handleKey = (event: KeyboardEvent): void => {
    const items = this.#items;
    const at = items.findIndex((item) => item.matches(':focus'));
    if (event.key === 'Tab') {
      const slider = at >= 0 ? this.#menu?.querySelector('input') : undefined;
      if (!slider) return this.#close(); // and on from the button
      slider.focus();
      return event.preventDefault();
    }
    if (at < 0) return; // the slider's own keys
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: -1,
    }[event.key];
    if (to !== undefined) items.at(to % items.length)?.focus();
    else if (event.key.length === 1 && event.key !== ' ') this.#find(event.key, at);
    else return;
    event.preventDefault();
    event.stopPropagation(); // no shortcut, nor a step of the self view
  };

  /** The next item that begins with a letter. */
  #find(letter: string, at: number): void {
    const items = this.#items;
    const isMatch = (item: HTMLElement): boolean =>
      item.textContent.trim().toLocaleLowerCase().startsWith(letter.toLocaleLowerCase());
    [...items.slice(at + 1), ...items.slice(0, at + 1)].find(isMatch)?.focus();
  }

  get #menu(): HTMLElement | null | undefined {
    return this.host.shadowRoot?.querySelector<HTMLElement>('.menu');
  }

  get #items(): HTMLElement[] {
    return [...(this.#menu?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
  }

  #choose(item: MenuItem): void {
    if (item.confirm) return void this.#ask(item);
    this.#close(); // first: what it does may take the focus elsewhere
    item.act();
  }

  /** Below the button, or where it was asked for; in the window whatever happens. */
  #place(menu: HTMLElement): void {
    const zoom = zoomOf(menu);
    menu.style.setProperty('--_zoom', String(zoom)); // the window's height is not enlarged
    const { width, height } = menu.getBoundingClientRect();
    const view = windowOf(menu);
    const anchor = this.host.shadowRoot?.querySelector('.more')?.getBoundingClientRect() ?? new DOMRect();
    const isRtl = this.host.matches(':dir(rtl)');
    const x = this.door.at?.x ?? (isRtl ? anchor.left : anchor.right - width);
    const below = this.door.at?.y ?? anchor.bottom + 4;
    const above = (this.door.at?.y ?? anchor.top - 4) - height;
    const y = below + height + MARGIN > view.innerHeight && above >= MARGIN ? above : below;
    menu.style.setProperty('left', `${clamp(x, MARGIN, view.innerWidth - width - MARGIN) / zoom}px`);
    menu.style.setProperty('top', `${clamp(y, MARGIN, view.innerHeight - height - MARGIN) / zoom}px`);
  }
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));
