import type { Identity } from '../tokens.js';
import { nodeOf, parseEntry, type Change } from './words.js';

/** Who is in a room on the other nodes, as far as this one has heard. */
export class Mirror {
  readonly #people = new Map<string, Identity>();
  #version = '0';

  constructor(private readonly node: string) {}

  get people(): Identity[] {
    return [...this.#people.values()];
  }

  get size(): number {
    return this.#people.size;
  }

  /** The other nodes that somebody in the room is on. */
  get nodes(): ReadonlySet<string> {
    return new Set([...this.#people.keys()].flatMap((field) => nodeOf(field) ?? []));
  }

  /** Takes a change in. `gap`: others came before it that were not heard of, and the whole list is needed. */
  apply(before: string, version: string, change: Change): 'changed' | 'same' | 'gap' {
    if (before !== this.#version) return Number(version) <= Number(this.#version) ? 'same' : 'gap';
    if (change.kind === 'all') return 'gap';
    this.#version = version;
    if (change.kind === 'gone') return this.#people.delete(change.field) ? 'changed' : 'same';
    return this.#put(change.field, change.entry) ? 'changed' : 'same';
  }

  /**
   * Takes the whole list, as Redis has it: a version, then places and entries by turns. With `keeps` who is missing in it stays,
   * for a node that has yet to say whom it has. True when something is other than before.
   */
  replace([version = '0', ...list]: readonly string[], keeps: boolean): boolean {
    const before = JSON.stringify([...this.#people]);
    const former = new Map(this.#people);
    this.#version = version;
    this.#people.clear();
    for (let index = 0; index + 1 < list.length; index += 2) this.#put(list[index] ?? '', list[index + 1] ?? '');
    if (keeps) for (const [field, person] of former) if (!this.#people.has(field)) this.#people.set(field, person);
    return JSON.stringify([...this.#people]) !== before;
  }

  /** Our own are known better here. */
  #put(field: string, entry: string): boolean {
    const node = nodeOf(field);
    const person = parseEntry(entry);
    if (node === undefined || node === this.node || !person) return false;
    this.#people.set(field, person);
    return true;
  }
}
