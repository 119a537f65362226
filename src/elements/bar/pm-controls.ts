import { ContextConsumer } from '@lit/context';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { RoomStore } from '../../room/room-store.js';
import type { ControlName } from '../../room/types.js';
import { drawingWindow } from '../shared/around.js';
import { barSize, inBar, type BarControl, type BarSize } from './bar-layout.js';
import { handButton, leaveButton, openerButton, panelButtons, screenButton, type BarContext } from './bar-buttons.js';
import { buttons } from '../shared/buttons.styles.js';
import { offered } from '../shared/capabilities.js';
import { deviceButton, splitButton } from '../devices/device-button.js';
import { hasDevices, MENU_KINDS } from '../devices/device-choices.js';
import { isInCall, looksOff, type DeviceName } from '../shared/device-toggle.js';
import { focusPath } from '../shared/focus.js';
import { Late } from '../shared/late.js';
import { $menus } from './late-menus.js';
import type { MoreContext } from './more-choices.js';
import { hasMore } from './more-offer.js';
import { panelContext } from '../shared/panels.js';
import { plainName } from '../shared/person.js';
import { styles } from './pm-controls.styles.js';
import type { ChoiceGroup } from '../shared/pm-menu.js';
import { RequestEvent, type RoomRequest, type RoomRequests } from '../shared/request-event.js';
import { RoomController } from '../shared/room-controller.js';
import { RovingFocus } from '../shared/roving-focus.js';
import { keyOf } from '../shared/shortcut-keys.js';
import { onStageWhenOver, tokens } from '../shared/tokens.styles.js';
import { LateTooltip } from '../shared/late-tooltip.js';
import { TurnElement } from '../shared/turn-element.js';
import { ViewController } from '../shared/view-state.js';
import { WordsController } from '../shared/words-controller.js';

/** Width (CSS pixels) from which on there is room beside the buttons for the room's name and the time. */
const ROOMY = 960;

const where = (store: RoomStore): TemplateResult =>
  html`<p class="where"><bdi>${plainName(store.$room.get())}</bdi> <pm-timer></pm-timer></p>`;

const MENUS = ['sound', 'pictures', 'reactions', 'more', 'ending'] as const;
type MenuName = (typeof MENUS)[number];

/**
 * The bar of a call. Which controls it shows is the `controls` of `<private-meet>`, of those that the browser can do;
 * what does not fit its box is under "more".
 *
 * @tagname pm-controls
 * @slot toolbar-start - Beside the buttons, where the line begins.
 * @slot toolbar-end - Beside the buttons, where the line ends.
 * @csspart controls - The bar.
 * @csspart menu - A menu that is open.
 * @csspart button - Each button.
 * @csspart button-microphone - The microphone's button; `aria-pressed` while it is off.
 * @csspart button-camera - The camera's button; `aria-pressed` while it is off.
 * @csspart button-screen - The button that shares the screen; `aria-pressed` while it is shared.
 * @csspart button-hand - The button that raises a hand; `aria-pressed` while it is up.
 * @csspart button-reactions - The button that opens the reactions.
 * @csspart button-more - The button that opens what else there is.
 * @csspart button-people - The button that opens the list of people.
 * @csspart button-chat - The button that opens the chat.
 * @csspart button-leave - The button that leaves the call.
 * @cssprop [--pm-control-size=44px] - Height of buttons, at least 24px.
 */
export class PmControlsElement extends TurnElement {
  static override styles: CSSResultGroup = [tokens, onStageWhenOver, buttons, styles];

  readonly #words = new WordsController(this);
  readonly #room = new RoomController(this, (store) => [
    store.$state,
    store.$controls,
    store.$microphone,
    store.$camera,
    store.$mirrored,
    store.$canFlip,
    store.$microphoneOff,
    store.$cameraOff,
    store.$screen,
    store.$hands,
    store.$self,
    store.$headcount,
    store.$unread,
    store.$devices,
    store.$chosenDevices,
    store.$layout,
    store.$saving,
    store.$inviteUrl,
    store.$room,
    store.$house,
  ]);
  readonly #view = new ViewController(this, ({ $draft: _, ...view }) => Object.values(view));
  readonly #panel = new ContextConsumer(this, { context: panelContext, subscribe: true });
  readonly #roving = new RovingFocus(this);
  readonly #tooltip = new LateTooltip(this);
  readonly #said = new Late(this, $menus, ({ createWords }) => createWords());
  readonly #rest = new Late(this, $menus, ({ createRest }) => createRest(this, () => this.#isBusy()));
  #resized: ResizeObserver | undefined;
  #gauge: Element | undefined;

  /** CSS pixels; wide until it was measured. */
  @state() private width = Infinity;
  @state() private control = 44;
  @state() private openMenu: MenuName | undefined;
  @state() private onDevices = false;
  /** What inviting or a reaction came to, read out. */
  @state() private told = '';

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized?.disconnect();
    this.#gauge = undefined;
    this.openMenu = undefined;
  }

  protected override willUpdate(): void {
    if (this.width === Infinity && this.offsetWidth > 0) this.width = this.offsetWidth;
    const { store } = this.#room;
    if (!store) return;
    const focused = this.shadowRoot?.activeElement as HTMLElement | null | undefined;
    this.#said.part?.look(store, this.#words.table, focused?.dataset['control']);
  }

  protected override updated(): void {
    this.#measure();
    const isFull = this.#view.state.$fullScreen.get();
    this.toggleAttribute('over', isFull);
    const rest = this.#rest.part;
    rest?.follow(isFull);
    this.toggleAttribute('away', rest?.isAway ?? false);
    if (this.#view.state.$laterMissing.get()) this.#closePending();
  }

  /** Looks at a line without height: what a width changes about the height of the bar must not be told as another change. */
  #measure(): void {
    const view = drawingWindow(this);
    const gauge = this.renderRoot.querySelector('.gauge') ?? undefined;
    if (view && gauge !== this.#gauge) {
      this.#gauge = gauge;
      this.#resized?.disconnect();
      this.#resized = new view.ResizeObserver(([entry]) => {
        if (entry && entry.contentRect.width > 0) this.width = entry.contentRect.width;
      });
      if (gauge) this.#resized.observe(gauge);
    }
    const button = this.renderRoot.querySelector<HTMLElement>('.round:not(.leave, .counted)');
    if (button && button.offsetWidth > 0) this.control = button.offsetWidth;
  }

  #isBusy(): boolean {
    // The focus of a mouse stays where it was pressed last, and is no reason.
    return this.openMenu !== undefined || focusPath(this)[0]?.matches(':focus-visible') === true;
  }

  readonly #ask = <R extends RoomRequest>(request: R, detail?: RoomRequests[R]): void => {
    this.dispatchEvent(new RequestEvent(request, detail));
  };

  #handleToggle(menu: MenuName, event: ToggleEvent): void {
    if (event.newState === 'open') {
      this.openMenu = menu;
      this.#ask('open-menu');
    } else if (this.openMenu === menu) this.openMenu = undefined;
    this.#tooltip.hide();
    this.onDevices = false;
  }

  /** The next press tries again. */
  #closePending(): void {
    this.renderRoot.querySelector<HTMLElement>('pm-menu:not(:defined):popover-open')?.hidePopover();
  }

  async #invite(store: RoomStore): Promise<void> {
    this.told = '';
    this.told = (await $menus.get()?.inviteFromBar(store, this.#words.table)) ?? '';
    const more = this.renderRoot.querySelector<HTMLElement>('[data-control="more"]');
    if (more && this.told) this.#tooltip.say(more, this.told);
  }

  /** For the ear what everybody sees; the same one once more is told anew. */
  readonly #react = (emoji: string, name: string): void => {
    this.#ask('reaction', { emoji });
    this.told = '';
    void this.updateComplete.then(() => (this.told = this.#words.table.because(this.#words.table.you, name)));
  };

  get #size(): BarSize {
    return barSize(this.width, this.control);
  }

  #key(name: ControlName): string | undefined {
    return this.#view.state.$hasShortcuts.get() ? keyOf(name) : undefined;
  }

  protected override render(): TemplateResult | typeof nothing {
    const store = this.#room.store;
    if (!store) return nothing;
    const all = offered(store.$controls.get());
    const bar = inBar(this.width, all, this.control);
    const isWide = this.#size === 'md';
    const words = this.#words.table;
    return html`<div class="gauge"></div>
      <div
        part="controls"
        translate="no" class="root ${this.#size}"
        role="toolbar"
        aria-label=${words.controls}
        @keydown=${this.#roving.handleKeyDown}
        @focusin=${this.#roving.handleFocusIn}
      >
        <div class="start">${this.width >= ROOMY ? where(store) : nothing}<slot name="toolbar-start"></slot></div>
        <div class="controls">
          ${bar.has('microphone') ? this.#device(store, 'microphone', all) : nothing}
          ${bar.has('camera') ? this.#device(store, 'camera', all) : nothing}
          ${bar.has('screen') ? screenButton(this.#context(store)) : nothing}
          ${bar.has('hand') ? handButton(this.#context(store)) : nothing}
          ${bar.has('reactions') ? openerButton('reactions', words.reactions, this.openMenu) : nothing}
          ${isWide ? nothing : panelButtons(this.#context(store), bar)}
          ${hasMore(this.#more(store, all, bar)) ? openerButton('more', words.more, this.openMenu, all.has('chat') && !bar.has('chat') && store.$unread.get(), words) : nothing}
          ${bar.has('leave') ? ($menus.get()?.endButton(store, words, this.openMenu) ?? leaveButton(words, isInCall(store))) : nothing}
        </div>
        <div class="end">
          <slot name="toolbar-end"></slot>
          ${isWide ? panelButtons(this.#context(store), bar) : nothing}
        </div>
      </div>
      ${MENUS.map((name) => this.#menu(name, store, all, bar))} ${this.#tooltip.render()}
      <div class="visually-hidden" role="status">${this.#said.part?.text}</div>
      <div class="visually-hidden" role="status">${this.told}</div>`;
  }

  #context(store: RoomStore): BarContext {
    return {
      store,
      words: this.#words.table,
      panel: this.#panel.value,
      keyOf: (name) => this.#key(name),
      ask: this.#ask,
    };
  }

  #device(store: RoomStore, device: DeviceName, all: ReadonlySet<ControlName>): TemplateResult {
    const menu = device === 'microphone' ? 'sound' : 'pictures';
    const toggle = deviceButton(device, looksOff(store, device), this.#words.table, this.#key(device));
    const hasChoice = this.#size === 'md' && all.has('devices') && hasDevices(store, MENU_KINDS[menu]);
    return hasChoice ? splitButton(device, toggle, this.#words.table, menu, this.openMenu === menu) : toggle;
  }

  #menu(name: MenuName, store: RoomStore, all: ReadonlySet<ControlName>, bar: ReadonlySet<BarControl>): TemplateResult {
    const { chooseSound, chooseCamera, reactions, more, leave: ending } = this.#words.table;
    const groups = (): readonly ChoiceGroup[] => {
      const menus = $menus.get();
      if (!menus) return []; // nor is the menu there that asks
      if (name === 'ending') return menus.leaveGroups(this.#words.table, this.#ask);
      if (name === 'more') return menus.moreGroups(this.#more(store, all, bar));
      if (name === 'reactions') return [menus.reactionGroup(this.#words.table, this.#react)];
      const words = this.#words.table;
      const devices = menus.deviceGroups(store, MENU_KINDS[name], words, (kind, deviceId) =>
        this.#ask('set-device', { kind, deviceId }),
      );
      const choices = name === 'pictures' ? menus.cameraChoices(store, words, this.#ask) : [];
      return choices.length > 0 ? [...devices, { choices }] : devices;
    };
    return html`<pm-menu
      id=${name}
      popover
      exportparts="menu"
      label=${{ sound: chooseSound, pictures: chooseCamera, reactions, more, ending }[name]}
      ?sheet=${this.#size !== 'md'}
      .groups=${groups}
      @beforetoggle=${(event: ToggleEvent) => this.#handleToggle(name, event)}
    ></pm-menu>`;
  }

  #more(store: RoomStore, all: ReadonlySet<ControlName>, bar: ReadonlySet<BarControl>): MoreContext {
    return {
      store,
      view: this.#view.state,
      words: this.#words.table,
      offered: all,
      bar,
      hasDevices: all.has('devices') && this.#size !== 'md',
      onDevices: this.onDevices,
      ask: this.#ask,
      invite: () => void this.#invite(store),
      react: this.#react,
      turnPage: (toDevices) => {
        this.onDevices = toDevices;
      },
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-controls': PmControlsElement;
  }
}
