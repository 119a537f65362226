import type { Strings } from '../../locales/en.js';
import type { RoomStore } from '../../room/room-store.js';
import { plainName } from '../shared/person.js';

/** What changes about who is at the other end, to be read out: another safety code, and who came back as a stranger. */
export class TrustNews {
  /** The last code that there was, and whom it covered: names by id. */
  #code: string | undefined;
  #covered: ReadonlyMap<string, string> = new Map();
  readonly #proved = new Set<string>();
  /** Those of them who have gone since, or begin anew: whose word was taken back by us has not. */
  readonly #away = new Set<string>();
  #changed: { came: string[]; went: string[] } | undefined;
  #strangers: string[] = [];

  /** Whether something is to be told since the last look. */
  look(store: RoomStore, words: Strings): boolean {
    const hasCode = this.#lookAtCode(store, words);
    const hasStrangers = this.#lookAtPeople(store, words);
    return hasCode || hasStrangers;
  }

  /** What there is to say of it. */
  take(words: Strings): string[] {
    const { came = [], went = [] } = this.#changed ?? {};
    const code = this.#changed && codeWords(came, went, words);
    const strangers = this.#strangers.length > 0 ? words.backUnverified(this.#strangers) : undefined;
    this.#changed = undefined;
    this.#strangers = [];
    return [code ?? [], strangers ?? []].flat();
  }

  /** The call is over. */
  forget(): void {
    this.#code = this.#changed = undefined;
    this.#covered = new Map();
    this.#proved.clear();
    this.#away.clear();
    this.#strangers = [];
  }

  #lookAtCode({ $safety, $peers }: RoomStore, words: Strings): boolean {
    const { code, covers } = $safety.get();
    if (code === undefined || code === this.#code) return false;
    const [isFirst, before] = [this.#code === undefined, this.#covered];
    const nameOf = (id: string): string => plainName($peers.get().get(id)?.name ?? '') || words.guest;
    this.#code = code;
    this.#covered = new Map(covers.map((id) => [id, nameOf(id)]));
    if (isFirst) return false;
    this.#changed ??= { came: [], went: [] };
    this.#changed.came.push(...named(this.#covered, before));
    this.#changed.went.push(...named(before, this.#covered));
    return true;
  }

  /** A new session of somebody who had been verified has to prove itself anew; of who is refused more is said elsewhere. */
  #lookAtPeople({ $peers }: RoomStore, words: Strings): boolean {
    const count = this.#strangers.length;
    const peers = $peers.get();
    for (const id of this.#proved) if ((peers.get(id)?.trust ?? 'pending') === 'pending') this.#away.add(id);
    for (const { id, name, verified, trust } of peers.values()) {
      if (verified) this.#proved.add(id);
      if (trust === 'pending') continue;
      const isBack = this.#away.delete(id);
      if (!verified && this.#proved.delete(id) && isBack && trust !== 'refused') {
        this.#strangers.push(plainName(name) || words.guest);
      }
    }
    return this.#strangers.length > count;
  }
}

/** The names of those who are in `some` and not in `others`. */
const named = (some: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): string[] =>
  [...some].filter(([id]) => !others.has(id)).map(([, name]) => name);

const codeWords = (came: readonly string[], went: readonly string[], words: Strings): string => {
  if (came.length > 0 && went.length === 0) return words.codeChangedBy(came);
  return went.length > 0 && came.length === 0 ? words.codeChangedWithout(went) : words.codeChanged;
};
