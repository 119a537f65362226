import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { whole } from '../../locales/en.js';
import type { RoomStore } from '../../room/room-store.js';
import type { Peer, PeerStats } from '../../room/types.js';
import { buttons } from '../shared/buttons.styles.js';
import { copyText } from '../shared/clipboard.js';
import { diagnostics } from './diagnostics.js';
import { MovableElement } from '../shared/movable-element.js';
import { plainName } from '../shared/person.js';
import { styles } from './pm-details.styles.js';
import { qualityText } from '../shared/quality-text.js';
import { RoomController } from '../shared/room-controller.js';
import { tokens } from '../shared/tokens.styles.js';
import { WordsController } from '../shared/words-controller.js';

/** Milliseconds between two drawings: figures that dance can't be read. */
const PACE = 1000;

/**
 * The figures of each connection, for whoever wants to know why a call is as it is, and a report to send on.
 *
 * @tagname pm-details
 * @csspart details - All of it.
 * @csspart button - The button that copies the report.
 */
export class PmDetailsElement extends MovableElement {
  static override styles: CSSResultGroup = [tokens, buttons, styles];

  readonly #words = new WordsController(this);
  readonly #room = new RoomController(this, ({ $peers, $hasTurn }) => [$peers, $hasTurn]);
  #clock: ReturnType<typeof setInterval> | undefined;

  /** How the last copy went. */
  @state() private copied: boolean | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#clock = setInterval(() => this.requestUpdate(), PACE);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#clock);
  }

  async #handleCopy(): Promise<void> {
    const store = this.#room.store;
    if (store) this.copied = await copyText(diagnostics(store));
  }

  protected override render(): TemplateResult | typeof nothing {
    const store = this.#room.store;
    if (!store) return nothing;
    const words = whole(this.#words.table);
    const peers = [...store.$peers.get().values()].filter((peer) => peer.state !== 'lost');
    const said = this.copied === undefined ? '' : this.copied ? words.diagnosticsCopied : words.notCopied;
    return html`<div part="details" translate="no" class="root">
      ${peers.length === 0 ? html`<p class="note">${words.noConnectionYet}</p>` : nothing}
      ${repeat(
        peers,
        ({ id }) => id,
        (peer) => this.#peer(store, peer),
      )}
      <div class="copy">
        <button type="button" part="button" class="wide" @click=${this.#handleCopy}>${words.copyDiagnostics}</button>
        <p class="note" role="status">${said}</p>
      </div>
    </div>`;
  }

  #peer(store: RoomStore, peer: Peer): TemplateResult {
    const words = whole(this.#words.table);
    const name = plainName(peer.name) || words.guest;
    const stats = store.$stats.get().get(peer.id);
    const { tone, summary } = qualityText({ ...peer, name }, stats, words);
    return html`<section>
      <h3><bdi>${name}</bdi></h3>
      <p class="note ${tone}">${summary}</p>
      ${peer.state === 'failed' ? html`<p class="note">${store.$hasTurn.get() ? words.turnFailed : words.turnMissing}</p>` : nothing}
      ${stats && peer.state !== 'failed' ? this.#figures(peer, stats) : nothing}
    </section>`;
  }

  #figures({ path }: Peer, stats: PeerStats): TemplateResult {
    const words = whole(this.#words.table);
    const types = stats.candidateTypes?.join(' – ');
    const { roundTripTime, fractionLost, frameWidth, frameHeight, framesPerSecond } = stats;
    const limit = stats.qualityLimitationReason;
    return html`<dl>
      ${row(words.path, types ? html`${words.paths[path]} <span class="types" dir="ltr">${types}</span>` : words.paths[path])}
      ${row(words.roundTrip, roundTripTime === undefined ? '' : words.milliseconds(Math.round(roundTripTime * 1000)))}
      ${row(words.loss, fractionLost === undefined ? '' : words.format.percent(fractionLost))}
      ${row(words.received, words.bitrate(stats.bitrateIn / 1000))} ${row(words.sent, words.bitrate(stats.bitrateOut / 1000))}
      ${row(words.pictureSize, frameWidth && frameHeight ? words.frames(frameWidth, frameHeight, framesPerSecond) : '')}
      ${row(words.limited, limit && limit !== 'none' ? words.limits[isLimit(limit) ? limit : 'other'] : '')}
    </dl>`;
  }
}

const isLimit = (reason: string): reason is 'cpu' | 'bandwidth' => reason === 'cpu' || reason === 'bandwidth';

/** A term and what it is; nothing while it is not known. */
const row = (term: string, value: string | TemplateResult): TemplateResult | typeof nothing =>
  value === '' ? nothing : html`<div><dt>${term}</dt><dd>${value}</dd></div>`;

declare global {
  interface HTMLElementTagNameMap {
    'pm-details': PmDetailsElement;
  }
}
