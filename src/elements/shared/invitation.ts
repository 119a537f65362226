import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Strings } from '../../locales/en.js';
import type { RoomStore } from '../../room/room-store.js';
import { menuIcon } from './menu-icons.js';
import { canShare, invite, type Invited } from './invite.js';
import { plainName } from './person.js';

/** The button that shares or copies the link into the room, and what came of it. */
export class Invitation implements ReactiveController {
  #invited: Invited | undefined;
  /** What it was of. */
  #url = '';

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly store: () => RoomStore | undefined,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.forget();
  }

  /** What was told of the last time is over. */
  forget(): void {
    this.#invited = undefined;
  }

  /** Nothing where the page does not want it. `look`: classes of the button. */
  render(look: string, words: Strings): TemplateResult | typeof nothing {
    const store = this.store();
    const url = store?.$controls.get().has('invite') ? store.$inviteUrl.get() : '';
    if (!store || !url) return nothing;
    if (url !== this.#url) this.forget();
    this.#url = url;
    const label = this.#invited === 'copied' ? words.linkCopied : canShare() ? words.invite : words.copyLink;
    return html`<button type="button" part="button" class=${look} @click=${() => void this.#invite(store, url)}>
        ${menuIcon('link')}${label}
      </button>
      ${this.#invited === 'refused' ? byHand(url, words) : nothing}
      <div class="visually-hidden" role="status">${this.#invited === 'copied' ? words.linkCopied : ''}</div>`;
  }

  async #invite(store: RoomStore, url: string): Promise<void> {
    this.forget(); // What is said once more is heard anew.
    this.host.requestUpdate();
    this.#invited = await invite(url, plainName(store.$room.get()));
    this.host.requestUpdate();
  }
}

const byHand = (url: string, words: Strings): TemplateResult =>
  html`<label>
    ${words.copyByHand}
    <input readonly dir="ltr" .value=${url} @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()} />
  </label>`;
