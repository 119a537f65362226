import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { FirstStrings } from '../../locales/first/en.js';
import type { RoomStore } from '../../room/room-store.js';
import { windowOf } from '../shared/around.js';
import { icon } from '../shared/icons.js';
import { Late } from '../shared/late.js';
import type { MovableElement } from '../shared/movable-element.js';
import { RequestEvent } from '../shared/request-event.js';
import type { ViewState } from '../shared/view-state.js';
import { $openTileMenu } from './late-tile-menu.js';
import type { OpenTileMenu } from './open-tile-menu.js';

/** What a tile's menu acts on. */
export interface MenuTarget {
  readonly tile: HTMLElement;
  readonly video: HTMLVideoElement | null | undefined;
  readonly id: string;
  readonly name: string;
  readonly isSelf: boolean;
  readonly isScreen: boolean;
}

/** Milliseconds that a finger has to rest, and CSS pixels that it may slip. */
const LONG_PRESS = 500;
const SLIP = 10;

/** What opens the menu of a tile: its button, the other button of a pointer, a finger that rests. The menu itself comes later. */
export class TileMenu implements ReactiveController {
  /** Where it was asked for, in CSS pixels of the window; by the button, if nowhere. */
  at: { readonly x: number; readonly y: number } | undefined;
  readonly #late: Late<(host: MovableElement, door: TileMenu) => OpenTileMenu, OpenTileMenu>;
  #isOpen = false;
  #wasOpen = false;
  #waiting = new AbortController();
  #press: ReturnType<typeof setTimeout> | undefined;
  #pressed = { x: 0, y: 0 };

  constructor(private readonly host: MovableElement) {
    this.#late = new Late(host, $openTileMenu, (make) => make(host, this));
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#press);
    this.close();
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

  /** The menu, while it is open. */
  render(target: MenuTarget, store: RoomStore, view: ViewState, words: FirstStrings): TemplateResult | typeof nothing {
    if (!this.#isOpen) return nothing;
    return this.#late.part?.render(target, store, view, words) ?? nothing;
  }

  readonly handleContextMenu = (event: MouseEvent): void => {
    const menu = this.host.shadowRoot?.querySelector('.menu');
    if (menu && event.composedPath().includes(menu)) return;
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
    if (this.#isOpen && !this.#late.part) this.close();
    else if (!this.#wasOpen) this.#open();
    this.#wasOpen = false;
  };

  readonly #handleButtonKey = (event: KeyboardEvent): void => {
    if (!event.key.startsWith('Arrow')) return; // a shortcut may
    event.stopPropagation(); // no step of the self view
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    this.#open();
  };

  #open(at?: { x: number; y: number }): void {
    clearTimeout(this.#press);
    this.at = at;
    this.#set(true);
    if (!this.#late.part) this.#await();
  }

  /** Whoever goes on with something else while the menu is on its way does not want it any more. */
  #await(): void {
    this.#waiting.abort();
    const { signal } = (this.#waiting = new AbortController());
    const button = this.host.shadowRoot?.querySelector('.more');
    const leave = (event: Event): void => {
      if (!this.#late.part && !(button && event.composedPath().includes(button))) this.close();
    };
    for (const type of ['pointerdown', 'keydown'])
      windowOf(this.host).addEventListener(type, leave, { capture: true, signal });
    this.host.dispatchEvent(new RequestEvent('want-parts'));
  }

  /** It was closed, or could not be loaded: the next press tries again. */
  close(): void {
    this.#set(false);
  }

  /** What it opens could not be loaded. */
  giveUp(): void {
    if (!this.#late.part) this.close();
  }

  #set(isOpen: boolean): void {
    if (isOpen === this.#isOpen) return;
    this.#waiting.abort();
    this.#isOpen = isOpen;
    this.host.requestUpdate();
  }
}
