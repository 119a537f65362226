import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { whole } from '../../locales/en.js';
import type { RoomStore } from '../../room/room-store.js';
import { deviceButton } from '../devices/device-button.js';
import { buttons } from '../shared/buttons.styles.js';
import { classNames } from '../shared/class-names.js';
import { looksOff } from '../shared/device-toggle.js';
import { MovableElement } from '../shared/movable-element.js';
import { plainName } from '../shared/person.js';
import { RequestEvent } from '../shared/request-event.js';
import { RoomController } from '../shared/room-controller.js';
import { tokens } from '../shared/tokens.styles.js';
import { VideoPlayback } from '../shared/video-playback.js';
import { WordsController } from '../shared/words-controller.js';
import { DEVICES } from './lobby-problems.js';
import { previewStyles } from './pm-lobby-preview.styles.js';
import { styles } from './pm-waiting.styles.js';

/**
 * The wait until somebody lets one in, in the place of the lobby: a look at oneself, for whom one waits, and a way out.
 *
 * @tagname pm-waiting
 * @csspart preview - The picture of one's own camera, or that it is off.
 * @csspart video - The `<video>` in it.
 * @csspart button - Each button.
 * @csspart button-microphone - The microphone's button; `aria-pressed` while it is off.
 * @csspart button-camera - The camera's button; `aria-pressed` while it is off.
 * @csspart button-leave - The button that waits no longer.
 */
export class PmWaitingElement extends MovableElement {
  static override styles: CSSResultGroup = [tokens, buttons, previewStyles, styles];

  readonly #words = new WordsController(this);
  readonly #room = new RoomController(this, (store) => [
    store.$waiting,
    store.$room,
    store.$microphone,
    store.$camera,
    store.$microphoneOff,
    store.$cameraOff,
    store.$selfStream,
    store.$mirrored,
  ]);
  readonly #playback: VideoPlayback = new VideoPlayback(this, { video: () => this.shadowRoot?.querySelector('video') });

  /** A move by `moveBefore()` keeps everything, but may pause the video. */
  override connectedMoveCallback(): void {
    this.#playback.play();
  }

  protected override updated(): void {
    this.#playback.show(this.#room.store?.$selfStream.get(), { muted: true });
  }

  #handlePicture(): void {
    this.requestUpdate();
  }

  #handleLeave(): void {
    this.dispatchEvent(new RequestEvent('leave'));
  }

  protected override render(): TemplateResult | typeof nothing {
    const store = this.#room.store;
    if (!store) return nothing;
    const words = whole(this.#words.table);
    return html`<div translate="no" class="root">
      <div class="wait">
        ${this.#preview(store)}
        <div class="words">
          <p class="eyebrow"><bdi>${plainName(store.$room.get())}</bdi></p>
          <div role="status">
            <h2>${store.$waiting.get() === false ? words.waitForAnyHost : words.waitForHost}</h2>
            <p>${words.waitHint}</p>
          </div>
          <button type="button" part="button button-leave" class="wide leave" @click=${this.#handleLeave}>
            ${words.cancel}
          </button>
        </div>
      </div>
    </div>`;
  }

  #preview(store: RoomStore): TemplateResult {
    const words = this.#words.table;
    const picture = store.$camera.get() && this.#playback.hasPicture;
    return html`<div
      part="preview"
      class=${classNames({ preview: true, picture, mirrored: store.$mirrored.get() })}
      role="group"
      aria-label=${words.cameraPreview}
    >
      <video
        part="video"
        playsinline
        tabindex="-1"
        disablepictureinpicture
        aria-label=${words.cameraPreview}
        aria-hidden=${picture ? nothing : 'true'}
        @loadedmetadata=${this.#handlePicture}
        @resize=${this.#handlePicture}
        @emptied=${this.#handlePicture}
      ></video>
      ${picture ? nothing : html`<div class="before"><p>${words.cameraIsOff}</p></div>`}
      <div class="toggles">${DEVICES.map((device) => deviceButton(device, looksOff(store, device), words))}</div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-waiting': PmWaitingElement;
  }
}
