import type { Message } from '../../chat/message.js';
import type { Transfer } from '../../files/transfer.js';
import type { Strings } from '../../locales/en.js';
import type { RoomStore } from '../../room/room-store.js';
import { plainName } from '../shared/person.js';

/** UTF-16 units of a message that are read out. */
const LONGEST = 120;

type News = Message | Transfer;

/** What is written or sent while the chat is not in sight, to be read out: in sight, the chat itself is read. */
export class ChatNews {
  #store: RoomStore | undefined;
  #messages: readonly Message[] = [];
  #transfers: readonly Transfer[] = [];
  #known: ReadonlySet<string> = new Set();
  #pending: readonly News[] = [];

  /** Whether something came in since the last look. */
  look(store: RoomStore): boolean {
    const [messages, transfers] = [store.$messages.get(), store.$transfers.get()];
    const isFirst = store !== this.#store;
    if (!isFirst && messages === this.#messages && transfers === this.#transfers) return false;
    const all: readonly News[] = [...messages, ...transfers];
    const came = isFirst ? [] : all.filter(({ own, id }) => !own && !this.#known.has(id));
    this.#store = store;
    this.#messages = messages;
    this.#transfers = transfers;
    this.#known = new Set(all.map(({ id }) => id));
    this.#pending = [...this.#pending, ...came];
    return came.length > 0;
  }

  /** What there is to say of it; of what has been seen in the meantime nothing. */
  take(words: Strings): string {
    const unread = Math.min(this.#store?.$unread.get() ?? 0, this.#pending.length);
    const last = this.#pending.at(-1);
    this.#pending = [];
    if (!last || unread === 0) return '';
    if (unread > 1) return words.sentence(words.newMessages(unread));
    return 'from' in last ? written(last, words) : sent(last, words);
  }

  forget(): void {
    this.#pending = [];
  }
}

const written = ({ from, text, why }: Message, words: Strings): string => {
  const hidden = why === 'malformed' ? words.damaged : words.otherPassphrase;
  return words.because(plainName(from.name) || words.guest, why ? hidden : short(text));
};

const sent = ({ peer, name, state }: Transfer, words: Strings): string => {
  const from = plainName(peer.name) || words.guest;
  return state === 'offered' ? words.fileOffered(from, short(name)) : words.because(from, short(name));
};

const short = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > LONGEST ? `${[...line.slice(0, LONGEST)].slice(0, -1).join('')}…` : line;
};
