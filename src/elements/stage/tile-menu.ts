import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { windowOf } from '../shared/around.js';
import { focused } from '../shared/focus.js';
import { icon, type IconName } from '../shared/icons.js';
import { zoomOf } from '../shared/popup-place.js';

/** One thing to do. */
export interface MenuItem {
  readonly icon: IconName;
  readonly off?: boolean;
  readonly label: string;
  /** Of an item that is on or off. */
  readonly checked?: boolean;
  act(): void;
}

/** What a menu holds while it is open. */
export interface MenuContent {
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** 0…1, where volume can be set. */
  readonly volume?:
    { readonly label: string; readonly value: number; readonly text: string; set(value: number): void } | undefined;
}

/** Milliseconds that a finger has to rest, and CSS pixels that it may slip. */
const LONG_PRESS = 500;
const SLIP = 10;
const MARGIN = 8;

/** A menu of one element: in a popover, with the keys of the ARIA authoring practices. Not there while it is closed. */
export class TileMenu implements ReactiveController {
  #at: { x: number; y: number } | undefined;
  #isOpen = false;
  /** Whether the focus was in it when it began to close. */
  #heldFocus = false;
  #wasOpen = false;
  #press: ReturnType<typeof setTimeout> | undefined;
  #pressed = { x: 0, y: 0 };

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  hostUpdated(): void {
    const menu = this.#menu;
    if (!menu || menu.matches(':popover-open')) return;
    menu.showPopover();
    this.#place(menu);
    this.#items[0]?.focus();
  }

  hostDisconnected(): void {
    clearTimeout(this.#press);
    this.#set(false);
  }

  /** The button that opens it. */
  button(label: string): TemplateResult {
    return html`<button
      type="button"
      part="button"
      class="more"
      data-tip=${label}
      aria-label=${label}
      aria-haspopup="menu"
      aria-expanded=${this.#isOpen ? 'true' : 'false'}
      @pointerdown=${this.#handleButtonDown}
      @click=${this.#handleButton}
      @keydown=${this.#handleButtonKey}
    >
      ${icon('more')}
    </button>`;
  }

  /** The menu; `content` is asked for only while it is open. */
  render(content: () => MenuContent): TemplateResult | typeof nothing {
    if (!this.#isOpen) return nothing;
    const { label, items, volume } = content();
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
      <div role="menu" aria-label=${label}>
        ${items.map(
          (item) =>
            html`<button
              type="button"
              role=${item.checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
              aria-checked=${item.checked ?? nothing}
              tabindex="-1"
              @click=${() => this.#choose(item)}
            >
              ${icon(item.icon, item.off)}<span>${item.label}</span>
            </button>`,
        )}
      </div>
    </div>`;
  }

  readonly handleContextMenu = (event: MouseEvent): void => {
    if (this.#isOpen && event.composedPath().includes(this.#menu as EventTarget)) return;
    event.preventDefault();
    // By the key, the event is where the focus is and not where a pointer is.
    this.#open(
      event.button === 2 || event.clientX || event.clientY ? { x: event.clientX, y: event.clientY } : undefined,
    );
  };

  /** A finger that rests, for the browser that makes no `contextmenu` of it: Safari on iOS. */
  readonly handlePointerDown = (event: PointerEvent): void => {
    clearTimeout(this.#press);
    if (event.pointerType !== 'touch' || this.#isOpen) return;
    this.#pressed = { x: event.clientX, y: event.clientY };
    this.#press = setTimeout(() => this.#open(this.#pressed), LONG_PRESS);
  };

  readonly handlePointerMove = ({ clientX, clientY }: PointerEvent): void => {
    if (Math.hypot(clientX - this.#pressed.x, clientY - this.#pressed.y) > SLIP) clearTimeout(this.#press);
  };

  readonly handlePointerEnd = (): void => clearTimeout(this.#press);

  readonly #handleButtonDown = (event: Event): void => {
    this.#wasOpen = this.#isOpen; // the press itself closes it
    event.stopPropagation(); // nor does it move a self view
  };

  readonly #handleButton = (event: Event): void => {
    event.stopPropagation();
    if (!this.#wasOpen) this.#open();
    this.#wasOpen = false;
  };

  readonly #handleButtonKey = (event: KeyboardEvent): void => {
    if (!event.key.startsWith('Arrow')) return; // a shortcut may
    event.stopPropagation(); // no step of the self view
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    this.#open();
  };

  readonly #handleBeforeToggle = (event: Event): void => {
    if ((event as ToggleEvent).newState === 'closed')
      this.#heldFocus = (event.currentTarget as Element).matches(':focus-within');
  };

  readonly #handleToggle = (event: Event): void => {
    if ((event as ToggleEvent).newState !== 'closed') return;
    const now = focused(this.host);
    if (this.#heldFocus && (!now || (event.currentTarget as Element).contains(now))) this.#button?.focus();
    this.#set(false);
  };

  get #button(): HTMLElement | null | undefined {
    return this.host.shadowRoot?.querySelector<HTMLElement>('.more');
  }

  /** At once: what is drawn before the `toggle` event must not open it again. */
  #close(): void {
    this.#button?.focus();
    this.#menu?.hidePopover();
    this.#set(false);
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
    this.#close(); // first: what it does may take the focus elsewhere
    item.act();
  }

  #open(at?: { x: number; y: number }): void {
    clearTimeout(this.#press);
    this.#at = at;
    this.#set(true);
  }

  #set(isOpen: boolean): void {
    if (isOpen === this.#isOpen) return;
    this.#isOpen = isOpen;
    this.host.requestUpdate();
  }

  /** Below the button, or where it was asked for; in the window whatever happens. */
  #place(menu: HTMLElement): void {
    const zoom = zoomOf(menu);
    menu.style.setProperty('--_zoom', String(zoom)); // the window's height is not enlarged
    const { width, height } = menu.getBoundingClientRect();
    const view = windowOf(menu);
    const anchor = this.host.shadowRoot?.querySelector('.more')?.getBoundingClientRect() ?? new DOMRect();
    const isRtl = this.host.matches(':dir(rtl)');
    const x = this.#at?.x ?? (isRtl ? anchor.left : anchor.right - width);
    const below = this.#at?.y ?? anchor.bottom + 4;
    const above = (this.#at?.y ?? anchor.top - 4) - height;
    const y = below + height + MARGIN > view.innerHeight && above >= MARGIN ? above : below;
    menu.style.setProperty('left', `${clamp(x, MARGIN, view.innerWidth - width - MARGIN) / zoom}px`);
    menu.style.setProperty('top', `${clamp(y, MARGIN, view.innerHeight - height - MARGIN) / zoom}px`);
  }
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));
