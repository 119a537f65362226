import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { type Strings, whole } from '../../locales/en.js';
import type { RoomStore } from '../../room/room-store.js';
import type { Peer } from '../../room/types.js';
import { type Ask, hostActs, type Sure, houseView, isHost } from './house-view.js';
import { houseStyles } from './house.styles.js';
import { buttons } from '../shared/buttons.styles.js';
import { icon } from '../shared/icons.js';
import { menuIcon } from '../shared/menu-icons.js';
import { MovableElement } from '../shared/movable-element.js';
import { peopleInOrder, type Person } from './people-order.js';
import { hueOf, initials, plainName } from '../shared/person.js';
import { styles } from './pm-people.styles.js';
import { qualityText } from '../shared/quality-text.js';
import { RequestEvent } from '../shared/request-event.js';
import { RoomController } from '../shared/room-controller.js';
import { isShutOut } from '../shared/shut-out.js';
import { tokens } from '../shared/tokens.styles.js';
import { calledIn, trustText } from '../shared/trust-text.js';
import { canSetVolume } from '../shared/volume.js';
import { WordsController } from '../shared/words-controller.js';

/**
 * Everybody in the call: raised hands first, then in the order of joining. Each other person's entry opens to how well
 * they are connected, how loud they are, and a place on the stage.
 *
 * @tagname pm-people
 * @csspart people - The list.
 * @csspart person - Each entry.
 * @csspart avatar - The initials.
 * @csspart button - Each button.
 */
export class PmPeopleElement extends MovableElement {
  static override styles: CSSResultGroup = [tokens, buttons, styles, houseStyles];

  readonly #words = new WordsController(this);
  readonly #room = new RoomController(this, (store) => [
    store.$self,
    store.$displayName,
    store.$peers,
    store.$hands,
    store.$microphone,
    store.$peerVolumes,
    store.$pinned,
    store.$stats,
    store.$requiresTrust,
    store.$house,
    store.$knocks,
  ]);
  /** How loud somebody was before they were muted, by id. */
  readonly #before = new Map<string, number>();

  /** Ids of those whose entry is open. */
  @state() private opened: ReadonlySet<string> = new Set();
  /** Whom a host wants to put out, and has to say it once more. */
  @state() private removing: string | undefined;

  readonly #ask: Ask = (request, detail) => {
    this.dispatchEvent(new RequestEvent(request, detail));
  };

  protected override updated(): void {
    for (const element of this.renderRoot.querySelectorAll<HTMLElement>('[data-hue]')) {
      element.style.setProperty('--_hue', element.dataset['hue'] ?? '');
    }
  }

  #toggle(id: string): void {
    const opened = new Set(this.opened);
    if (!opened.delete(id)) opened.add(id);
    this.opened = opened;
  }

  #setVolume(id: string, volume: number): void {
    this.dispatchEvent(new RequestEvent('set-volume', { id, volume }));
  }

  #toggleMute(id: string, volume: number): void {
    if (volume > 0) this.#before.set(id, volume);
    this.#setVolume(id, volume > 0 ? 0 : (this.#before.get(id) ?? 1));
  }

  protected override render(): TemplateResult | typeof nothing {
    const store = this.#room.store;
    if (!store) return nothing;
    const words = whole(this.#words.table);
    return html`${houseView(store, words, this.#ask, avatar)}
    <div part="people" translate="no" class="root" role="list" aria-label=${words.people}>
      ${repeat(
        peopleInOrder(store),
        ({ id }) => id,
        (person) => (person.peer ? this.#other(store, person, person.peer) : this.#self(store, person)),
      )}
    </div>`;
  }

  #self(store: RoomStore, { id, place }: Person): TemplateResult {
    const words = whole(this.#words.table);
    const name = plainName((store.$self.get()?.name ?? store.$displayName.get()) || '');
    return html`<div part="person" class="person" role="listitem">
      <div class="head">
        ${avatar(id, name)}
        <div class="who">
          <p class="name"><bdi>${name || words.guest}</bdi> <span class="you">(${words.you})</span>${isHost(store) ? hostSign(words) : nothing}</p>
        </div>
        ${this.#signs(place, store.$microphone.get(), false)}
      </div>
    </div>`;
  }

  #other(store: RoomStore, { id, place }: Person, peer: Peer): TemplateResult {
    const words = whole(this.#words.table);
    const name = calledIn(peer, words);
    const isRefused = peer.trust === 'refused';
    const isShut = isShutOut(peer, store.$requiresTrust.get());
    const isOpen = this.opened.has(id);
    const volume = store.$peerVolumes.get().get(id) ?? 1;
    const { tone, summary, why } = qualityText({ ...peer, name }, store.$stats.get().get(id), words);
    // Of a good connection only who asks wants to know more.
    const line = why && (isOpen || tone !== 'good') ? words.because(summary, why) : summary;
    return html`<div part="person" class="person" role="listitem">
      <div class="head">
        ${avatar(id, name)}
        <div class="who">
          <button
            type="button"
            part="button"
            class="name"
            aria-expanded=${isOpen ? 'true' : 'false'}
            @click=${() => this.#toggle(id)}
          >
            <bdi>${name}</bdi>
          </button>
          <p class="quality ${isRefused ? 'poor' : isShut ? '' : tone}">${isShut ? trustText(peer, words) : line}</p>
        </div>
        ${peer.role === 'host' && !isRefused ? hostSign(words) : nothing}
        ${peer.verified ? html`<span class="sign proof">${menuIcon('verified')}${hidden(words.verified)}</span>` : nothing}
        ${this.#signs(place, isShut || peer.microphone, volume === 0)} <span class="arrow">${icon('chevron')}</span>
      </div>
      ${isOpen ? this.#more(store, peer, name, volume) : nothing}
    </div>`;
  }

  /** Hand and microphone, where there is something to say of them. */
  #signs(place: number, microphone: boolean, isMuted: boolean): TemplateResult {
    const words = whole(this.#words.table);
    return html`${place ? html`<span class="hand"><span aria-hidden="true">${icon('hand')}${words.format.number(place)}</span>${hidden(words.handRaised(place))}</span>` : nothing}
    ${isMuted ? html`<span class="sign">${icon('sound', true)}${hidden(words.mutedForMe)}</span>` : nothing}
    ${microphone ? nothing : html`<span class="sign">${icon('microphone', true)}${hidden(words.microphoneIsOff)}</span>`}`;
  }

  #more(store: RoomStore, { id }: Peer, name: string, volume: number): TemplateResult {
    const words = whole(this.#words.table);
    const isPinned = store.$pinned.get() === id;
    const percent = Math.round(volume * 100);
    return html`<div class="more">
      ${
        canSetVolume()
          ? html`<label class="volume">
              <span class="visually-hidden">${words.volumeOf(name)}</span>
              <input
                type="range"
                min="0"
                max="100"
                step="5"
                aria-valuetext=${words.format.percent(volume)}
                .value=${String(percent)}
                @input=${(event: InputEvent) => this.#setVolume(id, Number((event.target as HTMLInputElement).value) / 100)}
              />
              <output aria-hidden="true">${words.format.percent(volume)}</output>
            </label>`
          : nothing
      }
      <div class="acts">
        <button
          type="button"
          part="button"
          class="wide"
          aria-pressed=${volume === 0 ? 'true' : 'false'}
          @click=${() => this.#toggleMute(id, volume)}
        >
          ${icon('sound', volume === 0)}${words.muteForMe}
        </button>
        <button
          type="button"
          part="button"
          class="wide"
          @click=${() => this.dispatchEvent(new RequestEvent('pin', { id: isPinned ? null : id }))}
        >
          ${icon('pin', isPinned)}${isPinned ? words.unpin : words.pin}
        </button>
      </div>
      ${isHost(store) ? hostActs(id, name, words, this.#ask, this.#sureOf(id)) : nothing}
    </div>`;
  }

  #sureOf(id: string): Sure {
    return {
      is: this.removing === id,
      set: (is) => void this.#setRemoving(is ? id : undefined),
    };
  }

  /** What was pressed is gone: what came in its place has the focus, and takes nothing by a second press. */
  async #setRemoving(id: string | undefined): Promise<void> {
    this.removing = id;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(id === undefined ? '.remove' : '.cancel')?.focus();
  }
}

const hostSign = (words: Strings): TemplateResult =>
  html`<span class="sign proof" title=${words.host}>${menuIcon('star')}${hidden(words.host)}</span>`;

const avatar = (id: string, name: string): TemplateResult =>
  html`<span part="avatar" class="avatar" data-hue=${hueOf(id)} aria-hidden="true">${initials(name) || icon('person')}</span>`;

const hidden = (words: string): TemplateResult => html`<span class="visually-hidden">${words}</span>`;

declare global {
  interface HTMLElementTagNameMap {
    'pm-people': PmPeopleElement;
  }
}
