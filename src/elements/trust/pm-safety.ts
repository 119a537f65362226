import { ContextConsumer } from '@lit/context';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { type Strings, whole } from '../../locales/en.js';
import type { RoomStore } from '../../room/room-store.js';
import { buttons } from '../shared/buttons.styles.js';
import { icon } from '../shared/icons.js';
import { menuIcon } from '../shared/menu-icons.js';
import { MovableElement } from '../shared/movable-element.js';
import { panelContext } from '../shared/panels.js';
import { styles } from './pm-safety.styles.js';
import { RequestEvent } from '../shared/request-event.js';
import { RoomController } from '../shared/room-controller.js';
import { othersIn } from './standing.js';
import { onStage, tokens } from '../shared/tokens.styles.js';
import { WordsController } from '../shared/words-controller.js';

/** What it says: that it is the usual case, that all is proved, or that something is wrong. */
interface Standing {
  readonly tone: 'usual' | 'verified' | 'refused';
  readonly text: string;
}

/**
 * How many of the others are verified, in a word, on the stage. It opens what there is to know about it.
 *
 * @tagname pm-safety
 * @csspart chip - The button.
 */
export class PmSafetyElement extends MovableElement {
  static override styles: CSSResultGroup = [tokens, onStage, buttons, styles];

  readonly #words = new WordsController(this);
  readonly #panel = new ContextConsumer(this, { context: panelContext, subscribe: true });
  readonly #room = new RoomController(this, ({ $peers, $controls, $wantsPassphrase }) => [
    $peers,
    $controls,
    $wantsPassphrase,
  ]);

  #handleClick(): void {
    const panel = this.#panel.value === 'trust' ? null : 'trust';
    this.dispatchEvent(new RequestEvent('show-panel', { panel }));
  }

  protected override render(): TemplateResult | typeof nothing {
    const store = this.#room.store;
    if (!store || othersIn(store).length === 0 || !store.$controls.get().has('safety')) return nothing;
    const words = whole(this.#words.table);
    const { tone, text } = standingOf(store, words);
    return html`<div translate="no" class="root">
      <button
        type="button"
        part="chip"
        class=${tone}
        aria-label=${words.because(words.safety, text)}
        aria-expanded=${this.#panel.value === 'trust' ? 'true' : 'false'}
        @click=${this.#handleClick}
      >
        ${tone === 'refused' ? icon('alert') : menuIcon(tone === 'verified' ? 'verified' : 'shield')}
        <span>${text}</span>
      </button>
    </div>`;
  }
}

const standingOf = (store: RoomStore, words: Strings): Standing => {
  const others = othersIn(store);
  const refused = others.filter(({ trust }) => trust === 'refused').length;
  const verified = others.filter((peer) => peer.verified).length;
  if (refused > 0) return { tone: 'refused', text: words.countNotLetIn(refused) };
  if (verified === others.length) return { tone: 'verified', text: words.verified };
  if (store.$wantsPassphrase.get()) return { tone: 'usual', text: words.enterPassphrase };
  return { tone: 'usual', text: verified > 0 ? words.verifiedOf(verified, others.length) : words.notVerified };
};

declare global {
  interface HTMLElementTagNameMap {
    'pm-safety': PmSafetyElement;
  }
}
