import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { whole, type Strings } from '../../locales/en.js';
import type { FirstStrings } from '../../locales/first/en.js';
import type { RoomStore } from '../../room/room-store.js';
import { Attachments } from './attachments-view.js';
import { chatIcon } from './chat-icons.js';
import { roomFor } from './text-limit.js';
import { draftOf } from '../shared/attachments.js';
import type { MovableElement } from '../shared/movable-element.js';
import { RequestEvent } from '../shared/request-event.js';
import type { Draft, ViewState } from '../shared/view-state.js';

/** What the composer is in. */
export interface ComposerHome {
  readonly store: () => RoomStore | undefined;
  readonly view: () => ViewState;
  readonly words: () => FirstStrings;
  /** Says something about what was written; `isShown`: it stands before the eyes already. */
  readonly tell: (words: string, isShown?: boolean) => void;
  /** A message is on its way. */
  readonly onSent: () => void;
}

/** The field for the next message. What is in it stands in the view, and so outlives the element. */
export class Composer implements ReactiveController {
  readonly #attachments: Attachments;
  #isFresh = true;

  constructor(
    private readonly host: MovableElement,
    private readonly home: ComposerHome,
  ) {
    this.#attachments = new Attachments(host, home);
    host.addController(this);
  }

  get #field(): HTMLTextAreaElement | null {
    return this.host.renderRoot.querySelector('textarea');
  }

  get #words(): Strings {
    return whole(this.home.words());
  }

  get #draft(): Draft {
    return draftOf(this.home.view(), this.home.store());
  }

  hostUpdated(): void {
    const field = this.#field;
    const { caret } = this.#draft;
    if (this.#isFresh && field && caret) field.setSelectionRange(...caret);
    if (field) this.#isFresh = false;
  }

  hostDisconnected(): void {
    const field = this.#field;
    const draft = this.#draft;
    if (!field || draft.text === '') return; // what is attached stands there anyway
    this.#isFresh = true;
    this.home.view().$draft.set({ ...draft, caret: [field.selectionStart, field.selectionEnd] });
  }

  focus(): void {
    this.#field?.focus({ preventScroll: true });
  }

  /** At the caret, or instead of what is selected. */
  insert(text: string): void {
    const field = this.#field;
    if (!field) return;
    field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
    this.#handleInput();
    this.focus();
  }

  #write(text: string): void {
    const { caret: _, ...draft } = this.#draft;
    this.home.view().$draft.set({ ...draft, text });
  }

  readonly #handleInput = (): void => {
    const text = this.#field?.value ?? '';
    this.#write(text);
    this.home.tell('');
    this.host.dispatchEvent(new RequestEvent('set-typing', { typing: text.trim() !== '' }));
  };

  readonly #handleKeyDown = (event: KeyboardEvent): void => {
    // Safari ends a composition before it tells of the key that did, as 229 (WebKit bug 165004).
    const isComposing = event.isComposing || event.keyCode === 229; // eslint-disable-line @typescript-eslint/no-deprecated
    if (event.key !== 'Enter' || event.shiftKey || event.altKey || isComposing) return;
    event.preventDefault();
    this.#send();
  };

  readonly #handleSubmit = (event: Event): void => {
    event.preventDefault();
    this.#send();
    this.focus();
  };

  #send(): void {
    const { room, text } = this.#draft;
    const store = this.home.store();
    if (!store) return;
    if (text.trim() === '') return this.#sendFiles(store);
    const { over } = roomFor(text, store.$olderApps.get());
    if (over > 0) return this.home.tell(this.#words.tooLong(over), true);
    this.#sendFiles(store);
    this.#write('');
    this.home.tell('');
    const settle = (isTaken: boolean): void => {
      if (!isTaken && store.$room.get() === room) this.#giveBack(text);
    };
    this.host.dispatchEvent(new RequestEvent('send-message', { text, settle }));
    this.home.onSent();
  }

  #sendFiles(store: RoomStore): void {
    const { room, files, keepsWhere } = this.#draft;
    const { $draft } = this.home.view();
    if (files.length === 0) return;
    $draft.set({ ...this.#draft, files: [], keepsWhere: false });
    const settle = (refused: readonly File[]): void => {
      if (refused.length === 0 || store.$room.get() !== room) return;
      $draft.set({ ...this.#draft, files: [...refused, ...this.#draft.files], keepsWhere });
      this.home.tell(this.#words.filesBack);
    };
    this.host.dispatchEvent(new RequestEvent('send-files', { files, keepsWhere, settle }));
    this.home.onSent();
  }

  /** Before what was written in the meantime. */
  #giveBack(text: string): void {
    const now = this.#draft.text;
    this.#write(now === '' ? text : `${text}\n${now}`);
    this.home.tell(this.#words.messageBack);
  }

  /** `tools`: buttons that stand before the field. */
  render(store: RoomStore, tools: unknown): TemplateResult {
    const words = this.#words;
    const { text, files } = this.#draft;
    const isEmpty = text.trim() === '' && files.length === 0;
    const { over, left } = roomFor(text, store.$olderApps.get());
    const hint = over > 0 ? words.tooLong(over) : left === undefined ? '' : words.charactersLeft(left);
    return html`<form class="composer" @submit=${this.#handleSubmit}>
      ${this.#attachments.render()}
      <div class="tools">${this.#attachments.button(store)}${tools}</div>
      <div class="grow" data-text=${`${text} `}>
        <textarea
          part="composer"
          rows="1"
          enterkeyhint="send"
          autocomplete="off"
          dir="auto"
          placeholder=${words.writeToAll}
          aria-label=${words.message}
          aria-describedby="room"
          aria-invalid=${over > 0 ? 'true' : nothing}
          .value=${live(text)}
          @input=${this.#handleInput}
          @keydown=${this.#handleKeyDown}
          @paste=${this.#attachments.handlePaste}
        ></textarea>
      </div>
      <button
        type="submit"
        part="button"
        class="round send"
        aria-label=${words.send}
        aria-disabled=${isEmpty || over > 0 ? 'true' : nothing}
      >
        ${chatIcon('send')}
      </button>
      <p id="room" class="room ${over > 0 ? 'over' : ''}">${hint}</p>
    </form>`;
  }
}
