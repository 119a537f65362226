import { ContextConsumer } from '@lit/context';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { whole } from '../../locales/en.js';
import { hostOf, isElement, windowOf } from '../shared/around.js';
import { buttons } from '../shared/buttons.styles.js';
import { isInCall } from '../shared/device-toggle.js';
import { focused, holdsFocus, moveFocus } from '../shared/focus.js';
import { icon } from '../shared/icons.js';
import { KeyboardInset } from './keyboard-inset.js';
import { Invitation } from '../shared/invitation.js';
import { KeysAround } from '../shared/keys-around.js';
import { MovableElement } from '../shared/movable-element.js';
import { panelContext, type PanelName } from '../shared/panels.js';
import { styles } from './pm-panel.styles.js';
import { RequestEvent } from '../shared/request-event.js';
import { RoomController } from '../shared/room-controller.js';
import { tokens } from '../shared/tokens.styles.js';
import { WordsController } from '../shared/words-controller.js';

/**
 * What stands beside the stage, one at a time: the people, the chat, who is at the other end, or the figures of the connections.
 *
 * @tagname pm-panel
 * @csspart button - Each button.
 */
export class PmPanelElement extends MovableElement {
  static override styles: CSSResultGroup = [tokens, buttons, styles];

  readonly #words = new WordsController(this);
  readonly #open = new ContextConsumer(this, {
    context: panelContext,
    subscribe: true,
    callback: (panel: PanelName | null | undefined) => this.#handlePanel(panel),
  });
  readonly #room = new RoomController(
    this,
    ({ $headcount, $state, $inviteUrl, $controls }) => [$headcount, $state, $inviteUrl, $controls],
    () => this.#handleRoom(),
  );
  readonly #invitation = new Invitation(this, () => this.#room.store);
  #shown: PanelName | undefined;
  /** What had the focus before the panel took it. */
  #opener: Element | null = null;

  constructor() {
    super();
    new KeyboardInset(this);
    new KeysAround(this, (event) => this.#handleKeyDown(event));
  }

  /** At once, while what goes still has the focus. */
  #handlePanel(panel: PanelName | null | undefined): void {
    if (panel && !this.#shown) this.#opener = focused(this);
    if (!panel) this.#invitation.forget();
    if (!panel && this.#shown && holdsFocus(this)) this.#giveBack();
    this.requestUpdate();
  }

  #giveBack(): void {
    if (!moveFocus(this.#opener)) moveFocus(hostOf(this.getRootNode())?.shadowRoot?.querySelector('[part~="stage"]'));
    this.#opener = null;
  }

  /** A panel belongs to the call: the next one begins without. */
  #handleRoom(): void {
    if (this.#open.value && this.#room.store && !isInCall(this.#room.store)) this.#show(null);
  }

  /** Wherever the focus is in the meeting: it may be on what the panel lies over (WCAG 2.4.11). */
  #handleKeyDown(event: KeyboardEvent): void {
    // Of a word that is being composed it is the input method's.
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented || !this.#open.value) return;
    if (event.composedPath().some((at) => isElement(at) && at.matches('dialog:modal, :popover-open'))) return;
    event.preventDefault();
    this.#show(null);
  }

  #show(panel: PanelName | null): void {
    this.dispatchEvent(new RequestEvent('show-panel', { panel }));
  }

  protected override updated(): void {
    const panel = this.#open.value ?? undefined;
    this.toggleAttribute('open', !!panel);
    if (panel && panel !== this.#shown) this.#takeFocus(panel);
    this.#shown = panel;
  }

  /** Who opens the chat with a keyboard at hand writes; on a touch screen that would bring up one that lies over it. */
  #takeFocus(panel: PanelName): void {
    moveFocus(this.renderRoot.querySelector('h2'));
    const chat = this.renderRoot.querySelector('pm-chat');
    if (panel !== 'chat' || !chat || !windowOf(this).matchMedia('(hover: hover) and (pointer: fine)').matches) return;
    void chat.updateComplete.then(() => chat.focus());
  }

  protected override render(): TemplateResult | typeof nothing {
    const store = this.#room.store;
    const panel = this.#open.value;
    if (!panel || !store) return nothing;
    const words = whole(this.#words.table);
    const titles = {
      people: words.peopleCount(store.$headcount.get()),
      details: words.connectionDetails,
      chat: words.chat,
      trust: words.safety,
    };
    return html`<dialog translate="no" class="root" open aria-labelledby="title">
      <header>
        <h2 id="title" tabindex="-1">${titles[panel]}</h2>
        <pm-timer></pm-timer>
        <button type="button" part="button" class="round" aria-label=${words.close} @click=${() => this.#show(null)}>
          ${icon('close')}
        </button>
      </header>
      <div class="body ${panel}">${this.#content(panel)}</div>
    </dialog>`;
  }

  #content(panel: PanelName): TemplateResult {
    return panel === 'people' ? this.#people() : CONTENT[panel];
  }

  #people(): TemplateResult {
    const words = whole(this.#words.table);
    return html`<pm-people exportparts="people, person, avatar, button"></pm-people>
      <div class="invite">${this.#invitation.render('wide', words)}</div>
      <button type="button" part="button" class="further" @click=${() => this.#show('details')}>
        ${words.connectionDetails}
      </button>`;
  }
}

const CONTENT = {
  chat: html`<pm-chat exportparts="chat, message, composer, button"></pm-chat>`,
  details: html`<pm-details exportparts="details, button"></pm-details>`,
  trust: html`<pm-trust exportparts="trust, button"></pm-trust>`,
} satisfies Record<Exclude<PanelName, 'people'>, TemplateResult>;

declare global {
  interface HTMLElementTagNameMap {
    'pm-panel': PmPanelElement;
  }
}
