import { html, nothing, render, type TemplateResult } from 'lit';
import { icon, type IconName } from './icons.js';
import { hueOf, initials, plainName } from './person.js';
import type { PipSource } from './picture-in-picture.js';
import { styles } from './pip-window.styles.js';
import { RequestEvent } from './request-event.js';

/** What stands in the small window: the speaker, and the buttons that one reaches for. The sound stays with the tile. */
export class PipWindow {
  readonly #root: HTMLElement;

  constructor(
    private readonly lent: Window & { readonly CSSStyleSheet?: typeof CSSStyleSheet },
    private readonly host: HTMLElement,
    private readonly source: PipSource,
  ) {
    const { document } = lent;
    const Sheet = lent.CSSStyleSheet ?? CSSStyleSheet; // a document takes only sheets that were made in it
    const sheet = new Sheet();
    sheet.replaceSync(styles.cssText);
    document.adoptedStyleSheets = [sheet];
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
    const stream = this.#peer?.stream ?? null;
    if (!video || video.srcObject === stream) return;
    video.muted = true;
    video.srcObject = stream;
    video.play().catch((error: unknown) => {
      if (!(error instanceof DOMException)) reportError(error); // overtaken by the next speaker
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

  #content(): TemplateResult {
    const store = this.source.store();
    const words = this.source.words();
    const peer = this.#peer;
    const name = plainName(peer?.name ?? '') || words.guest;
    const microphone = store?.$microphone.get() ?? false;
    return html`<video class=${peer?.camera ? '' : 'off'} playsinline aria-label=${words.picture(name)}></video>
      ${peer?.camera ? nothing : html`<div class="avatar" aria-hidden="true">${initials(name) || icon('person')}</div>`}
      ${peer ? html`<p class="chip"><bdi>${name}</bdi></p>` : nothing}
      <div class="buttons" role="toolbar" aria-label=${words.controls}>
        ${this.#button('microphone', !microphone, microphone ? words.muteMicrophone : words.unmuteMicrophone, () =>
          this.host.dispatchEvent(new RequestEvent('toggle-microphone')),
        )}
        ${this.#button('leave', false, words.leave, () => this.host.dispatchEvent(new RequestEvent('leave')))}
      </div>`;
  }

  #button(name: IconName & ('microphone' | 'leave'), off: boolean, label: string, act: () => void): TemplateResult {
    return html`<button type="button" class="${name} ${off ? 'is-off' : ''}" aria-label=${label} title=${label} @click=${act}>
      ${icon(name, off)}
    </button>`;
  }
}
