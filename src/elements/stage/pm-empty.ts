import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { whole } from '../../locales/en.js';
import { buttons } from '../shared/buttons.styles.js';
import { Invitation } from '../shared/invitation.js';
import { MovableElement } from '../shared/movable-element.js';
import { styles } from './pm-empty.styles.js';
import { RoomController } from '../shared/room-controller.js';
import { onStage, tokens } from '../shared/tokens.styles.js';
import { WordsController } from '../shared/words-controller.js';

/**
 * The words for being alone in the room, with the link that brings others.
 *
 * @tagname pm-empty
 * @csspart empty - All of it.
 * @csspart button - The button that shares or copies the link.
 */
export class PmEmptyElement extends MovableElement {
  static override styles: CSSResultGroup = [tokens, onStage, buttons, styles];

  readonly #words = new WordsController(this);
  readonly #room = new RoomController(this, ({ $inviteUrl, $room, $controls }) => [$inviteUrl, $room, $controls]);

  readonly #invitation = new Invitation(this, () => this.#room.store);

  /** Whether somebody else was there before. */
  @property({ attribute: false }) left = false;

  protected override render(): TemplateResult | typeof nothing {
    const store = this.#room.store;
    if (!store) return nothing;
    const words = whole(this.#words.table);
    return html`<div part="empty" translate="no" class="root">
      <p><strong>${this.left ? words.alone : words.first}</strong> ${this.left ? nothing : html`<span>${words.firstHint}</span>`}</p>
      ${this.#invitation.render('wide primary', words)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-empty': PmEmptyElement;
  }
}
