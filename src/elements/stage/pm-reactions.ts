import { css, html, type CSSResultGroup, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { RoomStore } from '../../room/room-store.js';
import type { Reaction } from '../../room/types.js';
import { MovableElement } from '../shared/movable-element.js';
import { plainName } from '../shared/person.js';
import { RoomController } from '../shared/room-controller.js';
import { onStage, tokens } from '../shared/tokens.styles.js';
import { WordsController } from '../shared/words-controller.js';

/** As many as the eye can take in. */
const MOST = 6;

/**
 * Reactions of the last seconds, over the stage. For the eye alone: read out they would drown the talk.
 *
 * @tagname pm-reactions
 */
export class PmReactionsElement extends MovableElement {
  static override styles: CSSResultGroup = [
    tokens,
    onStage,
    css`
      :host {
        display: block;
        pointer-events: none;
      }

      .root {
        display: flex;
        flex-direction: column;
        align-items: flex-start;
        gap: 6px;
        color: #f2f5f6;
      }

      .reaction {
        display: flex;
        align-items: center;
        gap: 8px;
        max-inline-size: 100%;
        border: 1px solid rgb(255 255 255 / 10%);
        border-radius: 999px;
        padding-inline: 8px 14px;
        background: #262d31;
        box-shadow: var(--_shadow);
        animation: arrive 160ms cubic-bezier(0.2, 0.7, 0.3, 1);
      }

      .emoji {
        flex: none;
        font-size: 26px;
        line-height: 38px;
      }

      bdi {
        overflow: hidden;
        max-inline-size: 20ch;
        font-size: max(12px, 0.8125em);
        font-weight: 500;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      @keyframes arrive {
        from {
          opacity: 0;
          transform: translateY(12px) scale(0.9);
        }
      }
    `,
  ];

  readonly #words = new WordsController(this);
  readonly #room = new RoomController(this, ({ $reactions, $peers }) => [$reactions, $peers]);

  protected override render(): TemplateResult {
    const store = this.#room.store;
    return html`<div translate="no" class="root" aria-hidden="true">
      ${repeat(
        store?.$reactions.get().slice(-MOST) ?? [],
        ({ key }) => key,
        (reaction) =>
          html`<div class="reaction"><span class="emoji">${reaction.emoji}</span><bdi>${this.#name(store, reaction)}</bdi></div>`,
      )}
    </div>`;
  }

  #name(store: RoomStore | undefined, { from }: Reaction): string {
    const words = this.#words.table;
    if (from === undefined) return words.you;
    return plainName(store?.$peers.get().get(from)?.name ?? '') || words.guest;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-reactions': PmReactionsElement;
  }
}
