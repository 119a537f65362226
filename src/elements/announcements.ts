import type { Strings } from '../locales/en.js';
import type { RoomStore } from '../room/room-store.js';
import { plainName } from './person.js';

/** Says who came and went, from one look at the store to the next. */
export class Announcements {
  text = '';
  #names: ReadonlyMap<string, string> = new Map();
  #joined = false;

  look({ $state, $peers }: RoomStore, words: Strings): void {
    const names = new Map<string, string>();
    for (const { id, name } of $peers.get().values()) names.set(id, plainName(name) || words.guest);
    const came = [...names].filter(([id]) => !this.#names.has(id)).map(([, name]) => words.joined([name]));
    const went = [...this.#names].filter(([id]) => !names.has(id)).map(([, name]) => words.left([name]));
    // Those who were there already when we came, and our own leaving, are no news.
    const joined = $state.get() === 'joined' || $state.get() === 'reconnecting';
    if (this.#joined && joined && came.length + went.length > 0) this.text = [...came, ...went].join(' ');
    if (!joined) this.text = '';
    this.#joined = joined;
    this.#names = names;
  }
}
