import { LitElement, html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { Peer } from '../room/types.js';
import { buttons } from './buttons.styles.js';
import { icon } from './icons.js';
import { hueOf, initials, plainName } from './person.js';
import { styles } from './pm-video-tile.styles.js';
import { RequestEvent } from './request-event.js';
import { RoomController } from './room-controller.js';
import { tokens } from './tokens.styles.js';
import { VideoPlayback } from './video-playback.js';
import { WordsController } from './words-controller.js';

/**
 * One person: their picture and sound, or their initials; their name, and what is wrong when something is.
 *
 * @tagname pm-video-tile
 * @csspart video - The `<video>`. It plays the sound, also while there is no picture.
 * @csspart avatar - The initials, where there is no picture.
 * @csspart chip - The name, with the microphone when it is off.
 * @csspart badge - What is wrong with the connection while a picture still shows.
 */
export class PmVideoTileElement extends LitElement {
  static override styles: CSSResultGroup = [tokens, buttons, styles];

  readonly #words = new WordsController(this);
  readonly #room = new RoomController(
    this,
    ({ $self, $displayName, $selfStream, $camera, $microphone, $audioBlocked }) => [
      $self,
      $displayName,
      $selfStream,
      $camera,
      $microphone,
      $audioBlocked,
    ],
    () => this.#soundAllowed(),
  );
  readonly #playback = new VideoPlayback(this, {
    video: () => this.shadowRoot?.querySelector('video'),
    blocked: () => this.dispatchEvent(new RequestEvent('audio-blocked')),
  });

  /** Whom the tile shows, when that is not oneself. */
  @property({ attribute: false }) peer: Peer | undefined;
  /** Whether the tile shows oneself: mirrored and silent. */
  @property({ type: Boolean, reflect: true }) self = false;
  /** Whether the tile floats and can be moved about; the grid does the moving. */
  @property({ type: Boolean, reflect: true }) movable = false;

  protected override updated(changed: PropertyValues<this>): void {
    this.#playback.show(this.self ? this.#room.store?.$selfStream.get() : this.#received, this.self);
    if (changed.has('peer') || this.self) this.style.setProperty('--_hue', String(hueOf(this.#id)));
  }

  /** A move by `moveBefore()` keeps everything, but may pause the video. */
  connectedMoveCallback(): void {
    this.#playback.play();
  }

  /** What there is to play; nothing before the connection is up, when a player would only cost it time. */
  get #received(): MediaStream | undefined {
    return this.peer?.state === 'connecting' ? undefined : this.peer?.stream;
  }

  get #id(): string {
    return (this.self ? this.#room.store?.$self.get()?.id : this.peer?.id) ?? '';
  }

  get #name(): string {
    const { $self, $displayName } = this.#room.store ?? {};
    return plainName((this.self ? ($self?.get()?.name ?? $displayName?.get()) : this.peer?.name) || '');
  }

  #soundAllowed(): void {
    if (this.#room.store && !this.#room.store.$audioBlocked.get()) this.#playback.unblock();
  }

  #handlePicture(): void {
    this.requestUpdate(); // its size is known, or another
  }

  protected override render(): TemplateResult {
    const store = this.#room.store;
    const camera = (this.self ? store?.$camera.get() : this.peer?.camera) ?? false;
    const microphone = (this.self ? store?.$microphone.get() : this.peer?.microphone) ?? false;
    const state = this.self ? 'connected' : (this.peer?.state ?? 'connecting');
    const picture = camera && state !== 'failed' && this.#playback.hasPicture;
    const name = this.#name || this.#words.table.guest;
    const classes = { root: true, picture, trouble: state !== 'connected', portrait: this.#playback.isPortrait };
    return html`<div class=${classMap(classes)}>
      <video
        part="video"
        playsinline
        disablepictureinpicture
        aria-label=${this.#words.table.picture(this.self ? this.#words.table.you : name)}
        @loadedmetadata=${this.#handlePicture}
        @resize=${this.#handlePicture}
        @emptied=${this.#handlePicture}
      ></video>
      ${picture ? this.#badge(state) : this.#middle(name, state)}
      <div part="chip" class="chip">
        ${microphone ? nothing : icon('microphone', true)}
        <bdi>${this.self ? this.#words.table.you : name}</bdi>
        ${microphone ? nothing : html`<span class="visually-hidden">, ${this.#words.table.microphoneIsOff}</span>`}
      </div>
      ${this.movable ? html`<button type="button" class="move" aria-label=${this.#words.table.movePicture}></button>` : nothing}
    </div>`;
  }

  #badge(state: Peer['state']): TemplateResult | typeof nothing {
    if (state === 'connected') return nothing;
    return html`<div part="badge" class="badge" role="status">
      ${state === 'connecting' ? this.#words.table.peerConnecting : this.#words.table.peerReconnecting}
    </div>`;
  }

  #middle(name: string, state: Peer['state']): TemplateResult {
    const words = {
      connecting: this.#words.table.peerConnecting,
      connected: nothing,
      reconnecting: this.#words.table.peerReconnecting,
      failed: this.#room.store?.$hasTurn.get()
        ? this.#words.table.peerFailedByTurn(name)
        : this.#words.table.peerFailed(name),
      lost: nothing,
    }[state];
    return html`<div class="middle">
      <div part="avatar" class="avatar" aria-hidden="true">${initials(name) || icon('person')}</div>
      ${words === nothing ? nothing : html`<p class="words" role="status">${words}</p>`}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-video-tile': PmVideoTileElement;
  }
}
