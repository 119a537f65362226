import type { Message } from '../../chat/message.js';
import type { Strings } from '../../locales/en.js';
import type { RoomStore } from '../../room/room-store.js';
import { plainName } from '../shared/person.js';

/** UTF-16 units of a message that are read out. */
const LONGEST = 120;

/** What is written while the chat is not in sight, to be read out: in sight, the chat itself is read. */
export class ChatNews {
  #messages: readonly Message[] | undefined;
  #known: ReadonlySet<string> = new Set();
  #pending: readonly Message[] = [];
  #store: RoomStore | undefined;

  /** Whether something came in since the last look. */
  look(store: RoomStore): boolean {
    const messages = store.$messages.get();
    if (messages === this.#messages && store === this.#store) return false;
    const isFirst = this.#messages === undefined || store !== this.#store;
    const came = isFirst ? [] : messages.filter(({ own, id }) => !own && !this.#known.has(id));
    this.#store = store;
    this.#messages = messages;
    this.#known = new Set(messages.map(({ id }) => id));
    this.#pending = [...this.#pending, ...came];
    return came.length > 0;
  }

  /** What there is to say of it; of what has been seen in the meantime nothing. */
  take(words: Strings): string {
    const unread = Math.min(this.#store?.$unread.get() ?? 0, this.#pending.length);
    const last = this.#pending.at(-1);
    this.#pending = [];
    if (!last || unread === 0) return '';
    return unread > 1 ? words.sentence(words.newMessages(unread)) : said(last, words);
  }

  forget(): void {
    this.#pending = [];
  }
}

const said = ({ from, text, why }: Message, words: Strings): string => {
  const hidden = why === 'malformed' ? words.damaged : words.otherPassphrase;
  return words.because(plainName(from.name) || words.guest, why ? hidden : short(text));
};

const short = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > LONGEST ? `${[...line.slice(0, LONGEST)].slice(0, -1).join('')}…` : line;
};
