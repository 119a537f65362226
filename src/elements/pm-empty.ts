import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { buttons } from './buttons.styles.js';
import { icon } from './icons.js';
import { canShare, invite, type Invited } from './invite.js';
import { MovableElement } from './movable-element.js';
import { plainName } from './person.js';
import { styles } from './pm-empty.styles.js';
import { RoomController } from './room-controller.js';
import { tokens } from './tokens.styles.js';
import { WordsController } from './words-controller.js';

/**
 * The words for being alone in the room, with the link that brings others.
 *
 * @tagname pm-empty
 * @csspart empty - All of it.
 * @csspart button - The button that shares or copies the link.
 */
export class PmEmptyElement extends MovableElement {
  static override styles: CSSResultGroup = [tokens, buttons, styles];

  readonly #words = new WordsController(this);
  readonly #room = new RoomController(this, ({ $inviteUrl, $room, $controls }) => [$inviteUrl, $room, $controls]);

  /** Whether somebody else was there before. */
  @property({ attribute: false }) left = false;

  /** How the last invitation went. */
  @state() private invited: Invited | undefined;

  async #handleInvite(): Promise<void> {
    const store = this.#room.store;
    if (store) this.invited = await invite(store.$inviteUrl.get(), plainName(store.$room.get()));
  }

  protected override render(): TemplateResult | typeof nothing {
    const store = this.#room.store;
    if (!store) return nothing;
    const words = this.#words.table;
    const url = store.$controls.get().has('invite') ? store.$inviteUrl.get() : '';
    return html`<div part="empty" translate="no" class="root">
      <p><strong>${this.left ? words.alone : words.first}</strong> ${this.left ? nothing : html`<span>${words.firstHint}</span>`}</p>
      ${url ? this.#button() : nothing}
      ${url && this.invited === 'refused' ? this.#byHand(url) : nothing}
      <div class="visually-hidden" role="status">${this.invited === 'copied' ? words.linkCopied : ''}</div>
    </div>`;
  }

  #button(): TemplateResult {
    const words = this.#words.table;
    const label = this.invited === 'copied' ? words.linkCopied : canShare() ? words.invite : words.copyLink;
    return html`<button type="button" part="button" class="wide primary" @click=${this.#handleInvite}>
      ${icon('link')}${label}
    </button>`;
  }

  #byHand(url: string): TemplateResult {
    return html`<label>
      ${this.#words.table.copyByHand}
      <input readonly dir="ltr" .value=${url} @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()} />
    </label>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-empty': PmEmptyElement;
  }
}
