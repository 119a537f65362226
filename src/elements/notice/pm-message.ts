import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { MeetError } from '../../errors.js';
import { buttons } from '../shared/buttons.styles.js';
import { canTryAgain, errorText } from '../shared/error-text.js';
import { icon } from '../shared/icons.js';
import { MovableElement } from '../shared/movable-element.js';
import { styles } from './pm-message.styles.js';
import { RequestEvent } from '../shared/request-event.js';
import { RoomController } from '../shared/room-controller.js';
import { tokens } from '../shared/tokens.styles.js';
import { WordsController } from '../shared/words-controller.js';

/**
 * A failure that stands in the way, in words, with the one thing to do about it.
 *
 * @tagname pm-message
 * @csspart error - All of it.
 * @csspart button - The button that tries again, where that can help.
 */
export class PmMessageElement extends MovableElement {
  static override styles: CSSResultGroup = [tokens, buttons, styles];

  readonly #words = new WordsController(this);
  readonly #room = new RoomController(this, ({ $displayName, $room, $peers, $leaveReason }) => [
    $displayName,
    $room,
    $peers,
    $leaveReason,
  ]);

  /** What failed. */
  @property({ attribute: false }) error: MeetError | undefined;

  #handleAgain(event: Event): void {
    const name = this.#room.store?.$displayName.get() ?? '';
    event.currentTarget?.dispatchEvent(new RequestEvent('join', { name }));
  }

  protected override render(): TemplateResult | typeof nothing {
    const { error } = this;
    if (!error) return nothing;
    const peer = error.peer === undefined ? undefined : this.#room.store?.$peers.get().get(error.peer)?.name;
    const words = this.#words.table;
    const { title, hint } = errorText(error, words, peer);
    const again = canTryAgain(error) && this.#room.store?.$room.get();
    const hasEnded = this.#room.store?.$leaveReason.get() !== undefined; // else it never began
    return html`<div part="error" translate="no" class="root">
      <div class="card" role="alert">
        <div class="mark">${icon('alert')}</div>
        ${hasEnded ? html`<p class="eyebrow">${words.callEnded}</p>` : nothing}
        <h2>${title}</h2>
        <p>${hint}</p>
        ${
          again
            ? html`<button type="button" part="button" class="wide primary" @click=${this.#handleAgain}>
                ${hasEnded ? words.rejoin : words.tryAgain}
              </button>`
            : nothing
        }
        <details>
          <summary>${words.details}</summary>
          <p><code>${error.code}</code> ${error.message}</p>
        </details>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-message': PmMessageElement;
  }
}
