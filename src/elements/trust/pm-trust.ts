import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type Strings, whole } from '../../locales/en.js';
import type { RoomStore } from '../../room/room-store.js';
import type { Peer } from '../../room/types.js';
import { buttons } from '../shared/buttons.styles.js';
import { CodeView } from './code-view.js';
import { moveFocus } from '../shared/focus.js';
import { icon } from '../shared/icons.js';
import { menuIcon } from '../shared/menu-icons.js';
import { MovableElement } from '../shared/movable-element.js';
import { PassphraseForm } from './passphrase-form.js';
import { styles } from './pm-trust.styles.js';
import { RoomController } from '../shared/room-controller.js';
import { secretStyles } from '../shared/secret-field.styles.js';
import { tokens } from '../shared/tokens.styles.js';
import { othersIn, promiseOf } from './standing.js';
import { calledIn, trustText } from '../shared/trust-text.js';
import { WordsController } from '../shared/words-controller.js';

/**
 * Who is at the other end, and how one knows: what one may rely on, the safety code to compare, the passphrase where somebody has
 * one, and each person.
 *
 * @tagname pm-trust
 * @csspart trust - All of it.
 * @csspart button - Each button.
 */
export class PmTrustElement extends MovableElement {
  static override styles: CSSResultGroup = [tokens, buttons, styles, secretStyles];

  readonly #words = new WordsController(this);
  readonly #room = new RoomController(this, (store) => [
    store.$peers,
    store.$safety,
    store.$requiresTrust,
    store.$hasPassphrase,
    store.$wantsPassphrase,
  ]);
  readonly #code = new CodeView(this);
  readonly #form = new PassphraseForm(this);

  /** What had the focus before the last drawing. */
  #focused: Element | null = null;

  protected override willUpdate(): void {
    if (this.#room.store) this.#code.look(this.#room.store);
    this.#focused = this.shadowRoot?.activeElement ?? null;
  }

  /** The field for a passphrase goes once there is one: the focus goes on to what one may rely on now. */
  protected override updated(): void {
    if (this.#focused?.isConnected === false) moveFocus(this.renderRoot.querySelector('.promise'));
  }

  protected override render(): TemplateResult | typeof nothing {
    const store = this.#room.store;
    if (!store) return nothing;
    const words = whole(this.#words.table);
    return html`<div part="trust" translate="no" class="root">
      <p class="promise" tabindex="-1">${promiseOf(store, words)}</p>
      ${this.#form.render(store, words)} ${this.#code.render(store, words)} ${people(store, words)}
    </div>`;
  }
}

const people = (store: RoomStore, words: Strings): TemplateResult | typeof nothing => {
  const others = othersIn(store);
  if (others.length === 0) return nothing;
  return html`<section aria-labelledby="people">
    <h3 id="people">${words.people}</h3>
    <div role="list">
      ${repeat(
        others,
        ({ id }) => id,
        (peer) => person(peer, words),
      )}
    </div>
  </section>`;
};

const person = (peer: Peer, words: Strings): TemplateResult =>
  html`<div role="listitem" class=${peer.verified ? 'proved' : peer.trust}>
    ${peer.trust === 'refused' ? icon('alert') : menuIcon(peer.verified ? 'verified' : 'shield')}
    <div>
      <p class="name"><bdi>${calledIn(peer, words)}</bdi></p>
      <p class="note">${trustText(peer, words)}</p>
    </div>
  </div>`;

declare global {
  interface HTMLElementTagNameMap {
    'pm-trust': PmTrustElement;
  }
}
