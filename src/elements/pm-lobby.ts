import { LitElement, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { Strings } from '../locales/en.js';
import type { RoomStore } from '../room/room-store.js';
import { buttons } from './buttons.styles.js';
import { deviceButton } from './device-button.js';
import { isInCall, looksOff } from './device-toggle.js';
import { canTryAgain, errorText } from './error-text.js';
import { MAX_NAME_LENGTH, plainName } from './person.js';
import { styles } from './pm-lobby.styles.js';
import { RequestEvent } from './request-event.js';
import { RoomController } from './room-controller.js';
import { tokens } from './tokens.styles.js';
import { VideoPlayback } from './video-playback.js';
import { WordsController } from './words-controller.js';

/**
 * The room's door: a look at oneself, how to begin, a name, and one big button.
 *
 * @tagname pm-lobby
 * @csspart lobby - All of it.
 * @csspart preview - The picture of one's own camera, or what will happen to it.
 * @csspart video - The `<video>` in it.
 * @csspart name - The field for the name.
 * @csspart join - The button that joins.
 * @csspart button - Each button.
 * @csspart button-microphone - Whether to begin with the microphone; `aria-pressed` while it is off.
 * @csspart button-camera - Whether to begin with the camera; `aria-pressed` while it is off.
 */
export class PmLobbyElement extends LitElement {
  static override styles: CSSResultGroup = [tokens, buttons, styles];

  readonly #words = new WordsController(this);
  readonly #room = new RoomController(this, (store) => [
    store.$state,
    store.$error,
    store.$room,
    store.$displayName,
    store.$asksName,
    store.$microphone,
    store.$camera,
    store.$microphoneOff,
    store.$cameraOff,
    store.$selfStream,
  ]);
  readonly #playback = new VideoPlayback(this, { video: () => this.shadowRoot?.querySelector('video') });

  /** Whether its room is being entered: then it stays to say so. */
  @property({ attribute: false }) arriving = false;

  /** Whether the devices were opened for a look: from then on the toggles show the truth. */
  @state() private checked = false;

  /** A move by `moveBefore()` keeps everything, but may pause the video. */
  connectedMoveCallback(): void {
    this.#playback.play();
  }

  protected override willUpdate(): void {
    if (this.#room.store && isInCall(this.#room.store)) this.checked = false;
  }

  protected override updated(): void {
    this.#playback.show(this.#room.store?.$selfStream.get(), { muted: true });
  }

  #handleSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const input = this.renderRoot.querySelector('input');
    const name = plainName(input?.value ?? this.#room.store?.$displayName.get() ?? '');
    this.dispatchEvent(new RequestEvent('join', { name }));
  }

  #handleCheck(): void {
    this.checked = true;
    this.dispatchEvent(new RequestEvent('preview'));
  }

  /** `maxlength` counts UTF-16 units, the server code points. */
  #handleInput(event: InputEvent): void {
    const input = event.currentTarget as HTMLInputElement;
    const points = [...input.value];
    if (points.length > MAX_NAME_LENGTH) input.value = points.slice(0, MAX_NAME_LENGTH).join('');
  }

  #handlePicture(): void {
    this.requestUpdate();
  }

  protected override render(): TemplateResult | typeof nothing {
    const store = this.#room.store;
    if (!store || (isInCall(store) && !this.arriving)) return nothing;
    const left = store.$state.get() === 'left';
    return html`<div class="root">
      <form part="lobby" @submit=${this.#handleSubmit}>
        ${this.#preview(store)}
        <div class="ask">
          <hgroup>
            <p class=${left ? 'eyebrow said' : 'eyebrow'} role="status">${left ? this.#words.table.leftCall : this.#words.table.meeting}</p>
            <h2><bdi>${store.$room.get()}</bdi></h2>
          </hgroup>
          ${this.#wrong(store)} ${store.$asksName.get() ? this.#name(store) : nothing}
          ${this.arriving ? joining(this.#words.table) : this.#join(store)}
        </div>
      </form>
    </div>`;
  }

  #join(store: RoomStore): TemplateResult {
    const words =
      { left: this.#words.table.rejoin, failed: this.#words.table.tryAgain }[store.$state.get() as string] ??
      this.#words.table.join;
    return html`<button part="button join" class="wide primary join" ?disabled=${this.#isStuck(store)}>${words}</button>`;
  }

  #preview(store: RoomStore): TemplateResult {
    const picture = store.$camera.get() && this.#playback.hasPicture;
    return html`<div part="preview" class=${classMap({ preview: true, picture })}>
      <video
        part="video"
        playsinline
        disablepictureinpicture
        aria-label=${this.#words.table.cameraPreview}
        @loadedmetadata=${this.#handlePicture}
        @resize=${this.#handlePicture}
        @emptied=${this.#handlePicture}
      ></video>
      ${picture ? nothing : this.#before(store)}
      <div class="toggles">
        ${deviceButton('microphone', looksOff(store, 'microphone', this.checked), this.#words.table)}
        ${deviceButton('camera', looksOff(store, 'camera', this.checked), this.#words.table)}
      </div>
    </div>`;
  }

  #before(store: RoomStore): TemplateResult {
    const open = store.$microphone.get() || store.$camera.get();
    if (this.checked || open) return html`<div class="before"><p>${this.#words.table.cameraIsOff}</p></div>`;
    const microphone = !store.$microphoneOff.get();
    const camera = !store.$cameraOff.get();
    const words = microphone
      ? camera
        ? this.#words.table.willAskBoth
        : this.#words.table.willAskMicrophone
      : camera
        ? this.#words.table.willAskCamera
        : this.#words.table.willAskNothing;
    const check =
      (microphone || camera) && store.$state.get() === 'lobby'
        ? html`<button type="button" part="button" class="wide" @click=${this.#handleCheck}>${this.#words.table.checkDevices}</button>`
        : nothing;
    return html`<div class="before">
      <p>${words}</p>
      ${check}
    </div>`;
  }

  #name(store: RoomStore): TemplateResult {
    return html`<label>
      ${this.#words.table.yourName}
      <input
        part="name"
        name="name"
        autocomplete="name"
        autocapitalize="words"
        enterkeyhint="go"
        spellcheck="false"
        dir="auto"
        placeholder=${this.#words.table.guest}
        .value=${store.$displayName.get()}
        @input=${this.#handleInput}
      />
    </label>`;
  }

  #wrong(store: RoomStore): TemplateResult | typeof nothing {
    const error = store.$error.get();
    if (!error) return nothing;
    const { title, hint } = errorText(error, this.#words.table);
    return html`<p class="wrong" role="alert">
      <strong title=${error.code}>${title}</strong><span>${hint}</span>
    </p>`;
  }

  #isStuck(store: RoomStore): boolean {
    const error = store.$error.get();
    return !!error && !canTryAgain(error);
  }
}

const joining = (words: Strings): TemplateResult =>
  html`<p class="joining" role="status">${words.joiningNow}</p>
    <button type="button" part="button" class="wide" @click=${handleCancel}>${words.cancel}</button>`;

const handleCancel = (event: Event): void => {
  event.currentTarget?.dispatchEvent(new RequestEvent('leave'));
};

declare global {
  interface HTMLElementTagNameMap {
    'pm-lobby': PmLobbyElement;
  }
}
