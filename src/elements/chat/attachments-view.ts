import { html, nothing, type TemplateResult } from 'lit';
import { whole } from '../../locales/en.js';
import type { RoomStore } from '../../room/room-store.js';
import { attach, canSendFiles, draftOf } from '../shared/attachments.js';
import { icon } from '../shared/icons.js';
import type { MovableElement } from '../shared/movable-element.js';
import { plainFileName } from './file-name.js';
import { chatIcon } from './chat-icons.js';
import type { ComposerHome } from './composer.js';
import { sizeText } from './sizes.js';

/** What location and camera data are taken out of before it is sent. */
const CLEANED: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp']);

/** The files that go with the next message: chosen, pasted, or dropped into the meeting. */
export class Attachments {
  constructor(
    private readonly host: MovableElement,
    private readonly home: ComposerHome,
  ) {}

  readonly handlePaste = (event: ClipboardEvent): void => {
    const store = this.home.store();
    const { clipboardData } = event;
    const files = [...(clipboardData?.files ?? [])];
    // What was copied in a text program comes as a picture, too.
    if (!store || files.length === 0 || clipboardData?.types.includes('text/plain') || !canSendFiles(store)) return;
    event.preventDefault();
    attach(this.home.view(), store, files);
  };

  readonly #choose = (): void => {
    this.host.renderRoot.querySelector<HTMLInputElement>('input[type="file"]')?.click();
  };

  readonly #handleChange = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    attach(this.home.view(), this.home.store(), [...(input.files ?? [])]);
    input.value = ''; // the same one can be chosen again
    this.host.focus();
  };

  #remove(file: File): void {
    const draft = draftOf(this.home.view(), this.home.store());
    this.home.view().$draft.set({ ...draft, files: draft.files.filter((each) => each !== file) });
    this.host.focus();
  }

  readonly #handleKeep = (event: Event): void => {
    const draft = draftOf(this.home.view(), this.home.store());
    this.home.view().$draft.set({ ...draft, keepsWhere: (event.target as HTMLInputElement).checked });
  };

  button(store: RoomStore): TemplateResult | typeof nothing {
    if (!canSendFiles(store)) return nothing;
    const label = whole(this.home.words()).attachFiles;
    return html`<input type="file" multiple hidden aria-label=${label} @change=${this.#handleChange} /><button
        type="button"
        part="button"
        class="tool"
        aria-label=${label}
        @click=${this.#choose}
      >
        ${chatIcon('clip')}
      </button>`;
  }

  render(): TemplateResult | typeof nothing {
    const words = whole(this.home.words());
    const { files, keepsWhere } = draftOf(this.home.view(), this.home.store());
    if (files.length === 0) return nothing;
    const hasPictures = files.some(({ type }) => CLEANED.has(type));
    return html`<div class="attached">
      <ul>
        ${files.map((file) => {
          const name = plainFileName(file.name);
          return html`<li>
            <bdi>${name}</bdi> <span class="size">${sizeText(file.size, words.language)}</span>
            <button type="button" part="button" class="small" aria-label=${words.removeFile(name)} @click=${() => this.#remove(file)}>
              ${icon('close')}
            </button>
          </li>`;
        })}
      </ul>
      ${
        hasPictures
          ? html`<p>${words.whereTakenOut}</p>
              <label><input type="checkbox" .checked=${keepsWhere} @change=${this.#handleKeep} />${words.keepOriginals}</label>`
          : nothing
      }
    </div>`;
  }
}
