import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { RoomStore } from '../../room/room-store.js';
import type { Peer } from '../../room/types.js';
import { buttons } from '../shared/buttons.styles.js';
import { classNames } from '../shared/class-names.js';
import { icon } from '../shared/icons.js';
import { hueOf, plainName } from '../shared/person.js';
import { isShutOut } from '../shared/shut-out.js';
import { styles } from './pm-video-tile.styles.js';
import { RequestEvent } from '../shared/request-event.js';
import { RoomController } from '../shared/room-controller.js';
import { $tileTrust } from './late-trust.js';
import { badgeStyles } from './tile-badges.styles.js';
import { optionsStyles } from './tile-options.styles.js';
import { TileMenu } from './tile-menu.js';
import { moveStyles } from './tile-move.styles.js';
import { optionsLabel, tileBadges, type TileFacts, tileMiddle } from './tile-parts.js';
import { onStage, tokens } from '../shared/tokens.styles.js';
import { LateTooltip } from '../shared/late-tooltip.js';
import { VideoPlayback } from '../shared/video-playback.js';
import { TurnElement } from '../shared/turn-element.js';
import { ViewController } from '../shared/view-state.js';
import { WordsController } from '../shared/words-controller.js';

/**
 * One person: their picture and sound, or their initials; their name, and what is wrong when something is.
 * Or the screen that a person shares.
 *
 * @tagname pm-video-tile
 * @csspart video - The `<video>`. It plays the sound, also while there is no picture.
 * @csspart avatar - The initials, where there is no picture.
 * @csspart chip - The name, with a shield when the person is verified, and the microphone when it is off.
 * @csspart badge - What is wrong with the connection while a picture still shows, or with a device; a raised hand.
 * @csspart speaking-ring - Around who speaks.
 * @csspart button - The button that opens the menu, and the one that unpins.
 * @csspart menu - What can be done with the tile.
 */
export class PmVideoTileElement extends TurnElement {
  static override styles: CSSResultGroup = [tokens, onStage, buttons, optionsStyles, badgeStyles, moveStyles, styles];

  readonly #words = new WordsController(this);
  readonly #view = new ViewController(this, ({ $pictureInPicture, $laterMissing }) => [
    $pictureInPicture,
    $laterMissing,
  ]);
  readonly #room = new RoomController(
    this,
    (store) => [
      store.$self,
      store.$displayName,
      store.$selfStream,
      store.$camera,
      store.$mirrored,
      store.$canFlip,
      store.$microphone,
      store.$stalled,
      store.$speaking,
      store.$hands,
      store.$audioBlocked,
      store.$pinned,
      store.$volume,
      store.$peerVolumes,
      store.$chosenDevices,
      store.$saved,
      store.$requiresTrust,
    ],
    () => this.#soundAllowed(),
  );
  readonly #playback = new VideoPlayback(this, {
    video: () => this.video,
    blocked: () => this.dispatchEvent(new RequestEvent('audio-blocked')),
  });
  readonly #menu = new TileMenu(this);
  readonly #tooltip = new LateTooltip(this);

  /** Whom the tile shows, when that is not oneself. */
  @property({ attribute: false }) peer: Peer | undefined;
  /** Whether the tile shows oneself: silent, and mirrored if one wants that. */
  @property({ type: Boolean, reflect: true }) self = false;
  /** Whether the tile shows the peer's screen, not the camera. */
  @property({ type: Boolean, reflect: true }) screen = false;
  /** Whether somebody put it on the stage, who can take it down here. */
  @property({ type: Boolean, reflect: true }) pinned = false;
  /** Whether the tile floats and can be moved about; the grid does the moving. */
  @property({ type: Boolean, reflect: true }) movable = false;
  /** Whether the tile is out of sight, on another page: it plays the sound only. */
  @property({ type: Boolean, reflect: true }) off = false;

  constructor() {
    super();
    this.addEventListener('contextmenu', this.#menu.handleContextMenu);
    this.addEventListener('pointerdown', this.#menu.handlePointerDown);
    this.addEventListener('pointermove', this.#menu.handlePointerMove);
    this.addEventListener('pointerup', this.#menu.handlePointerEnd);
    this.addEventListener('pointercancel', this.#menu.handlePointerEnd);
  }

  /** The video, once it is there. */
  get video(): HTMLVideoElement | null | undefined {
    return this.shadowRoot?.querySelector('video');
  }

  override focus(options?: FocusOptions): void {
    this.shadowRoot?.querySelector<HTMLElement>('.more')?.focus(options);
  }

  protected override updated(changed: PropertyValues<this>): void {
    const store = this.#room.store;
    const id = this.#id;
    this.#playback.show(this.self ? store?.$selfStream.get() : this.#received, {
      muted: this.self,
      picture: !this.off && !this.#isSaved,
      volume: (store?.$volume.get() ?? 1) * (store?.$peerVolumes.get().get(id) ?? 1),
      speakers: store?.$chosenDevices.get().audiooutput,
    });
    if (this.#view.state.$laterMissing.get()) this.#menu.giveUp();
    if (changed.has('peer') || this.self) this.style.setProperty('--_hue', String(hueOf(id)));
  }

  /** A move by `moveBefore()` keeps everything, but may pause the video. */
  override connectedMoveCallback(): void {
    this.#playback.play();
  }

  /** What there is to play; nothing before the connection is up, when a player would only cost it time, nor of who is shut out. */
  get #received(): MediaStream | undefined {
    if (this.peer?.state === 'connecting' || this.#isShutOut) return undefined;
    return this.screen ? this.peer?.screenStream : this.peer?.stream;
  }

  get #isShutOut(): boolean {
    return !!this.peer && isShutOut(this.peer, this.#room.store?.$requiresTrust.get() ?? false);
  }

  get #id(): string {
    return (this.self ? this.#room.store?.$self.get()?.id : this.peer?.id) ?? '';
  }

  /** Whether the picture that there is to see does not come, because we said so. */
  get #isSaved(): boolean {
    const { $saved, $saving } = this.#room.store ?? {};
    if (!this.peer || !$saved?.get().has(this.peer.id)) return false;
    return this.screen ? $saving?.get() === 'video-off' : this.peer.camera;
  }

  get #name(): string {
    const { $self, $displayName } = this.#room.store ?? {};
    const other = this.peer?.trust === 'refused' ? '' : this.peer?.name;
    return plainName((this.self ? ($self?.get()?.name ?? $displayName?.get()) : other) || '');
  }

  #soundAllowed(): void {
    if (this.#room.store && !this.#room.store.$audioBlocked.get()) this.#playback.unblock();
  }

  readonly #unpin = (): void => {
    this.dispatchEvent(new RequestEvent('pin', { id: null }));
  };

  #handlePicture(): void {
    this.requestUpdate(); // its size is known, or another
  }

  protected override render(): TemplateResult {
    const store = this.#room.store;
    const words = this.#words.table;
    const { peer, self, screen } = this;
    const isShut = this.#isShutOut;
    const isRefused = peer?.trust === 'refused';
    const has = {
      camera: (self ? store?.$camera.get() : peer?.camera) ?? false,
      microphone: (self ? store?.$microphone.get() : peer?.microphone) ?? false,
      speaking: (self ? store?.$speaking.get() : peer?.speaking) ?? false,
      hand: (self ? store?.$hands.get().includes(this.#id) : peer?.hand) ?? false,
    };
    // Of who is refused nothing else is wrong; who is still to prove it is on the way in.
    const state =
      self || isRefused
        ? 'connected'
        : isShut && peer?.state === 'connected'
          ? 'connecting'
          : (peer?.state ?? 'connecting');
    const picture =
      !isShut && (screen || has.camera) && state !== 'failed' && this.#playback.hasPicture && !this.#isSaved;
    const name = this.#name || words.guest;
    const shown = isRefused ? words.notLetIn : screen ? words.screenOf(name) : self ? words.you : name;
    const isMuted = !isShut && !has.microphone && !screen;
    const facts: TileFacts = {
      name,
      state,
      quality: (!isShut && peer?.quality) || 'unknown',
      hand: !isShut && has.hand && !screen,
      stalled: self ? store?.$stalled.get() : isShut ? undefined : peer?.stalled,
      isScreen: screen,
      hasPicture: picture,
      isSaved: this.#isSaved,
      isVideoRejected: !isShut && (peer?.videoRejected ?? false),
      refusal: isRefused ? ($tileTrust.get()?.refusal(peer, words) ?? '') : undefined,
      unpin: this.pinned ? this.#unpin : undefined,
    };
    const classes = {
      root: true,
      picture,
      mirrored: self && (store?.$mirrored.get() ?? false),
      trouble: state !== 'connected',
      portrait: this.#playback.isPortrait,
      speaking: !isShut && has.speaking && has.microphone && !screen,
    };
    return html`<div class=${classNames(classes)}>
      <video
        part="video"
        playsinline
        tabindex="-1"
        aria-label=${self && !screen ? words.ownPicture : words.picture(shown)}
        aria-hidden=${picture ? nothing : 'true'}
        @loadedmetadata=${this.#handlePicture}
        @resize=${this.#handlePicture}
        @emptied=${this.#handlePicture}
        @pause=${this.#playback.handlePause}
      ></video>
      ${picture ? nothing : tileMiddle(facts, words)} ${tileBadges(facts, words)}
      <div part="speaking-ring" class="ring"></div>
      <div part="chip" class="chip">
        ${isMuted ? icon('microphone', true) : nothing}
        <bdi>${shown}</bdi>${peer && !isRefused ? ($tileTrust.get()?.marks(peer, words) ?? nothing) : nothing}
        ${isMuted ? html`<span class="visually-hidden">${words.comma}${words.microphoneIsOff}</span>` : nothing}
      </div>
      ${this.movable ? html`<button type="button" class="move" aria-label=${words.movePicture}></button>` : nothing}
      ${store && state !== 'connecting' ? this.#options(store, name) : nothing} ${this.#tooltip.render()}
    </div>`;
  }

  #options(store: RoomStore, name: string): TemplateResult {
    const words = this.#words.table;
    const { self: isSelf, screen: isScreen, video } = this;
    const target = { tile: this, video, id: this.#id, name, isSelf, isScreen };
    return html`${this.#menu.button(optionsLabel(target, words))}
    ${this.#menu.render(target, store, this.#view.state, words)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-video-tile': PmVideoTileElement;
  }
}
