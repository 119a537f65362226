import type { Message } from '../../chat/message.js';
import type { Transfer } from '../../files/transfer.js';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { whole } from '../../locales/en.js';
import { chatIcon } from './chat-icons.js';
import { Composer } from './composer.js';
import { composerStyles } from './composer.styles.js';
import { EmojiGrid } from './emoji-grid.js';
import { FileUrls } from './file-urls.js';
import { messageGroup } from './message-view.js';
import { OlderAppsView } from './older-apps-view.js';
import { PassphraseField } from './passphrase-field.js';
import { styles } from './pm-chat.styles.js';
import { ReadMark } from './read-mark.js';
import { ScrollKeeper } from './scroll-keeper.js';
import { timeline } from './timeline.js';
import { transferCard } from './transfer-view.js';
import { transferStyles } from './transfer.styles.js';
import { typingText } from './typing-line.js';
import { buttons } from '../shared/buttons.styles.js';
import { copyText } from '../shared/clipboard.js';
import { MovableElement } from '../shared/movable-element.js';
import { RequestEvent, type RoomRequest, type RoomRequests } from '../shared/request-event.js';
import { RoomController } from '../shared/room-controller.js';
import { tokens } from '../shared/tokens.styles.js';
import { ViewController } from '../shared/view-state.js';
import { WordsController } from '../shared/words-controller.js';

/**
 * The chat of a call: what was written, by person and time, and the field for the next message. It takes the height that
 * it is given.
 *
 * @tagname pm-chat
 * @csspart chat - All of it.
 * @csspart message - Each message.
 * @csspart composer - The field for the next message.
 * @csspart button - Each button.
 */
export class PmChatElement extends MovableElement {
  static override styles: CSSResultGroup = [tokens, buttons, styles, composerStyles, transferStyles];

  readonly #words = new WordsController(this);
  readonly #room = new RoomController(this, (store) => [
    store.$messages,
    store.$unread,
    store.$typing,
    store.$peers,
    store.$olderApps,
    store.$hasChatPassphrase,
    store.$room,
    store.$transfers,
    store.$controls,
    store.$state,
    store.$requiresTrust,
  ]);
  readonly #view: ViewController = new ViewController(this, ({ $draft }) => [$draft]);
  readonly #scroll: ScrollKeeper = new ScrollKeeper(
    this,
    () => this.renderRoot.querySelector<HTMLElement>('.log'),
    () => [...this.#messages, ...this.#transfers].filter(({ own }) => !own).length,
  );
  readonly #composer = new Composer(this, {
    store: () => this.#room.store,
    view: () => this.#view.state,
    words: () => this.#words.table,
    tell: (words, isShown = false) => {
      this.told = words;
      this.isShown = isShown;
    },
    onSent: () => this.#scroll.toEnd(),
  });
  readonly #emoji = new EmojiGrid(this, (emoji) => this.#composer.insert(emoji));
  readonly #passphrase = new PassphraseField(this);
  readonly #olderApps = new OlderAppsView(this, this.#passphrase);

  readonly #urls = new FileUrls(this, () => this.#transfers.map(({ file }) => file));

  /** Pictures that could not be shown. */
  @state() private broken: ReadonlySet<File> = new Set();
  /** What became of what one did, in words. */
  @state() private told = '';
  /** Whether it stands before the eyes already. */
  @state() private isShown = false;

  constructor() {
    super();
    new ReadMark(
      this,
      () => (this.#room.store?.$unread.get() ?? 0) > 0,
      () => this.#ask('read-messages'),
    );
  }

  /** Puts the caret into the field for the next message. */
  override focus(): void {
    this.#composer.focus();
  }

  get #messages(): readonly Message[] {
    return this.#room.store?.$messages.get() ?? [];
  }

  get #transfers(): readonly Transfer[] {
    return this.#room.store?.$transfers.get() ?? [];
  }

  readonly #ask = <R extends RoomRequest>(request: R, detail?: RoomRequests[R]): void => {
    this.dispatchEvent(new RequestEvent(request, detail));
  };

  readonly #copy = async (text: string): Promise<void> => {
    this.told = '';
    const isCopied = await copyText(text);
    const { messageCopied, notCopied } = whole(this.#words.table);
    this.told = isCopied ? messageCopied : notCopied;
    this.isShown = false;
  };

  protected override render(): TemplateResult | typeof nothing {
    const store = this.#room.store;
    if (!store) return nothing;
    const words = whole(this.#words.table);
    const state = store.$olderApps.get();
    return html`<div part="chat" translate="no" class="root">
      <div class="log" role="log" aria-label=${words.chat} aria-relevant="additions" tabindex="0" @scroll=${this.#scroll.handleScroll}>
        <div class="all">${this.#entries()}</div>
      </div>
      ${
        this.#scroll.hasMore
          ? html`<button type="button" part="button" class="wide jump" @click=${() => this.#scroll.toEnd()}>
              ${chatIcon('down')}${words.jumpToNew}
            </button>`
          : nothing
      }
      <div class="foot">
        ${store.$requiresTrust.get() ? html`<p class="verified">${words.onlyVerified}</p>` : nothing}
        <p class="typing">${typingText(store, words)}</p>
        <p class=${this.isShown ? 'visually-hidden' : 'told'} role="status">${this.told}</p>
        ${this.#olderApps.render(state, words)} ${this.#passphrase.render(store.$hasChatPassphrase.get(), words)}
        ${this.#composer.render(store, this.#emoji.opener(words))} ${this.#emoji.render(words)}
      </div>
    </div>`;
  }

  #entries(): unknown {
    const words = whole(this.#words.table);
    const messages = this.#messages;
    const entries = timeline(messages, this.#transfers);
    if (entries.length === 0) return html`<p class="none">${words.noMessages}</p>`;
    const context = {
      words,
      lastOwn: messages.findLast(({ own }) => own)?.id,
      ask: this.#ask,
      copy: (text: string) => void this.#copy(text),
      enterPassphrase: () => this.#passphrase.show(),
      urlOf: (file: File) => this.#urls.of(file),
      broken: this.broken,
      onBroken: (file: File) => (this.broken = new Set([...this.broken, file])),
    };
    return repeat(
      entries,
      (entry) => ('card' in entry ? entry.card.key : entry.group.key),
      (entry) => ('card' in entry ? transferCard(entry.card, context) : messageGroup(entry.group, context)),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-chat': PmChatElement;
  }
}
