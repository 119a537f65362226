import { ContextConsumer } from '@lit/context';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { whole } from '../../locales/en.js';
import type { RoomStore } from '../../room/room-store.js';
import type { ControlName } from '../../room/types.js';
import { buttons } from '../shared/buttons.styles.js';
import { offered } from '../shared/capabilities.js';
import { isInCall } from '../shared/device-toggle.js';
import { icon } from '../shared/icons.js';
import { KeysAround } from '../shared/keys-around.js';
import { windowOf } from '../shared/around.js';
import { MovableElement } from '../shared/movable-element.js';
import { panelContext, type PanelName } from '../shared/panels.js';
import { styles } from './pm-shortcuts.styles.js';
import { PushToTalk } from './push-to-talk.js';
import { RequestEvent, type RoomRequest, type RoomRequests } from '../shared/request-event.js';
import { RoomController } from '../shared/room-controller.js';
import { SHORTCUTS, isControl, isTaken, shortcutOf, type ShortcutKey } from './shortcuts.js';
import { tokens } from '../shared/tokens.styles.js';
import { ViewController } from '../shared/view-state.js';
import { WordsController } from '../shared/words-controller.js';

/**
 * The keyboard shortcuts of a call: they work while the focus is in the element around this one, and `?` lists them.
 *
 * @tagname pm-shortcuts
 * @csspart dialog - The list.
 * @csspart button - The button that closes the list.
 */
export class PmShortcutsElement extends MovableElement {
  static override styles: CSSResultGroup = [tokens, buttons, styles];

  readonly #words = new WordsController(this);
  readonly #room = new RoomController(
    this,
    ({ $state, $controls }) => [$state, $controls],
    () => this.#talk.release(),
  );
  readonly #view = new ViewController(this, ({ $shortcuts, $hasShortcuts }) => [$shortcuts, $hasShortcuts]);
  readonly #panel = new ContextConsumer(this, { context: panelContext, subscribe: true });
  readonly #talk = new PushToTalk((on) => this.#ask('toggle-microphone', { on }));
  readonly #keys = new KeysAround(this, (event) => this.#handleKeyDown(event));

  override disconnectedCallback(): void {
    this.#talk.release(); // while its word still reaches the meeting
    super.disconnectedCallback();
  }

  protected override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    const isWanted = this.#view.state.$shortcuts.get();
    if (dialog && isWanted !== dialog.open) {
      if (isWanted) dialog.showModal();
      else dialog.close();
    }
  }

  #ask<R extends RoomRequest>(request: R, detail?: RoomRequests[R]): void {
    (this.isConnected ? this : this.#keys.around)?.dispatchEvent(new RequestEvent(request, detail));
  }

  #handleKeyDown(event: KeyboardEvent): void {
    const { store } = this.#room;
    if (!store || !isInCall(store) || !this.#view.state.$hasShortcuts.get()) return;
    const path = event.composedPath();
    if (event.defaultPrevented || isTaken(path)) return;
    if (event.key === ' ') return this.#handleSpace(event, store, path);
    const key = shortcutOf(event);
    if (!key || !shortcuts(store).some((shortcut) => shortcut.key === key)) return;
    event.preventDefault();
    this.#press(key);
  }

  #handleSpace(event: KeyboardEvent, store: RoomStore, path: readonly EventTarget[]): void {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if (!this.#keys.around || isControl(path, this.#keys.around) || !store.$controls.get().has('microphone')) return;
    event.preventDefault(); // the page must not scroll
    if (!event.repeat && !store.$microphone.get()) this.#talk.press(windowOf(this));
  }

  #press(key: ShortcutKey): void {
    switch (key) {
      case 'm':
        return this.#ask('toggle-microphone');
      case 'v':
        return this.#ask('toggle-camera');
      case 's':
        return this.#ask('toggle-screen');
      case 'h':
        return this.#ask('raise-hand');
      case 'p':
        return this.#showPanel('people');
      case 'c':
        return this.#showPanel('chat');
      case 't':
        return this.#showPanel('trust');
      case '?':
        return this.#ask('show-shortcuts', { open: true });
    }
  }

  /** Or closes it where it is open. */
  #showPanel(panel: PanelName): void {
    this.#ask('show-panel', { panel: this.#panel.value === panel ? null : panel });
  }

  #handleClose(): void {
    this.#ask('show-shortcuts', { open: false });
  }

  /** A press beside the list lands on the dialog itself. */
  #handlePointerDown(event: PointerEvent): void {
    if (event.target === event.currentTarget) (event.currentTarget as HTMLDialogElement).close();
  }

  protected override render(): TemplateResult | typeof nothing {
    const store = this.#room.store;
    if (!store || !this.#view.state.$shortcuts.get()) return nothing;
    const words = whole(this.#words.table);
    return html`<dialog
      part="dialog"
      translate="no" class="root"
      aria-labelledby="title"
      @close=${this.#handleClose}
      @pointerdown=${this.#handlePointerDown}
    >
      <div class="inner">
        <header>
          <h2 id="title">${words.shortcuts}</h2>
          <form method="dialog">
            <button part="button" class="round" aria-label=${words.close}>${icon('close')}</button>
          </form>
        </header>
        <dl>
          ${shortcuts(store).map((shortcut) => row(shortcut.key.toUpperCase(), shortcut.label(words)))}
          ${store.$controls.get().has('microphone') ? row(words.spaceKey, words.pushToTalk) : nothing}
        </dl>
        <p>${words.shortcutsWhere}</p>
      </div>
    </dialog>`;
  }
}

/** Those that do something here. */
const shortcuts = (store: RoomStore): readonly (typeof SHORTCUTS)[number][] => {
  const shown: ReadonlySet<ControlName> = offered(store.$controls.get());
  return SHORTCUTS.filter((shortcut) => ('control' in shortcut ? shown.has(shortcut.control) : shown.size > 0));
};

const row = (key: string, label: string): TemplateResult =>
  html`<div>
    <dt><kbd>${key}</kbd></dt>
    <dd>${label}</dd>
  </div>`;

declare global {
  interface HTMLElementTagNameMap {
    'pm-shortcuts': PmShortcutsElement;
  }
}
