import { html, nothing, render, type TemplateResult } from 'lit';
import { whole } from '../../locales/en.js';
import type { FirstStrings } from '../../locales/first/en.js';
import { icon } from '../shared/icons.js';
import { createSheet } from '../shared/movable-element.js';
import { hueOf, initials, plainName } from '../shared/person.js';
import { isShutOut } from '../shared/shut-out.js';
import type { PipSource } from './picture-in-picture.js';
import { styles } from './pip-window.styles.js';
import { RequestEvent } from '../shared/request-event.js';

/** Why a picture does not play: overtaken by the next speaker, or blocked. */
const PLAY_ENDS: ReadonlySet<string> = new Set(['AbortError', 'NotAllowedError']);

/** What stands in the small window: the speaker, and the buttons that one reaches for. The sound stays with the tile. */
export class PipWindow {
  readonly #root: HTMLElement;

  constructor(
    private readonly lent: Window & typeof globalThis,
    private readonly host: HTMLElement,
    private readonly source: PipSource,
  ) {
    const { document } = lent;
    document.adoptedStyleSheets = [createSheet(lent, styles.cssText)];
    this.#root = document.createElement('main');
    document.body.append(this.#root);
  }

  draw(): void {
    const words = this.source.words();
    this.lent.document.title = words.meeting;
    this.lent.document.documentElement.lang = words.language;
    this.lent.document.documentElement.dir = words.direction;
    render(this.#content(), this.#root, { creationScope: this.lent.document });
    this.#root.style.setProperty('--_hue', String(hueOf(this.source.speaker() ?? '')));
    const video = this.#root.querySelector('video');
    const stream = this.#isShutOut ? null : (this.#peer?.stream ?? null);
    if (!video || video.srcObject === stream) return;
    video.muted = true;
    video.srcObject = stream;
    video.play().catch((error: unknown) => {
      // By name: it is an error of the other window, with classes of its own.
      if (!PLAY_ENDS.has((error as Error).name)) reportError(error);
    });
  }

  close(): void {
    this.lent.close();
  }

  /** Lets go of the stream; the window is closed already. */
  release(): void {
    render(nothing, this.#root);
  }

  get #peer() {
    const id = this.source.speaker();
    return id === undefined ? undefined : this.source.store()?.$peers.get().get(id);
  }

  get #isShutOut(): boolean {
    return !!this.#peer && isShutOut(this.#peer, this.source.store()?.$requiresTrust.get() ?? false);
  }

  #content(): TemplateResult {
    const store = this.source.store();
    const words = this.source.words();
    const microphone = store?.$microphone.get() ?? false;
    const camera = store?.$camera.get() ?? false;
    return html`${this.#person(words)}
      <div class="buttons" role="toolbar" aria-label=${words.controls}>
        ${this.#button('microphone', !microphone, microphone ? words.muteMicrophone : words.unmuteMicrophone)}
        ${this.#button('camera', !camera, camera ? words.stopCamera : words.startCamera)}
        ${this.#button('leave', false, words.leave)}
      </div>`;
  }

  #person(words: FirstStrings): TemplateResult {
    const peer = this.#peer;
    if (!peer) return html`<p class="nobody">${whole(words).alone}</p>`;
    const isRefused = peer.trust === 'refused';
    const name = isRefused ? words.notLetIn : plainName(peer.name) || words.guest;
    const isSaved = this.source.store()?.$saved.get().has(peer.id) ?? false;
    const shows = peer.camera && !isSaved && !this.#isShutOut;
    const isAway = peer.state === 'reconnecting' || peer.state === 'failed';
    return html`<video class=${shows ? '' : 'off'} playsinline aria-label=${words.picture(name)}></video>
      ${shows ? nothing : html`<div class="avatar" aria-hidden="true">${(!isRefused && initials(name)) || icon('person')}</div>`}
      <p class="chip"><bdi>${name}</bdi>${isAway ? html` · ${words.peerReconnecting}` : nothing}</p>`;
  }

  #button(name: 'microphone' | 'camera' | 'leave', off: boolean, label: string): TemplateResult {
    const request = name === 'leave' ? name : (`toggle-${name}` as const);
    return html`<button
      type="button"
      class="${name} ${off ? 'is-off' : ''}"
      title=${label}
      @click=${() => this.host.dispatchEvent(new RequestEvent(request))}
    >
      ${icon(name, off)}
    </button>`;
  }
}
