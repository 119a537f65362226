import type { PeerState } from '../protocol/peer-state.js';
import type { RoomStore } from './room-store.js';
import type { Peer } from './types.js';

/** Whose hand is up, in the order of raising: ours by our clock, theirs by how long they say it has been. */
export class Hands {
  /** When each went up, ms of `performance.now()`. */
  readonly #raisedAt = new Map<string, number>();
  #own: number | undefined;

  constructor(private readonly store: RoomStore) {}

  /** What the peers should know of our own hand. */
  get state(): Pick<PeerState, 'hand' | 'handAge'> {
    return this.#own === undefined
      ? { hand: false }
      : { hand: true, handAge: Math.round(performance.now() - this.#own) };
  }

  /** Puts our hand up or down; returns whether that changed anything. */
  raise(up: boolean): boolean {
    if (up === (this.#own !== undefined)) return false;
    this.#own = up ? performance.now() : undefined;
    this.#publish();
    return true;
  }

  /** Looks at the peers' hands. `ageOf`: milliseconds since a peer's went up, where it says so. */
  follow(peers: ReadonlyMap<string, Peer>, ageOf: (id: string) => number | undefined): void {
    for (const id of this.#raisedAt.keys()) if (peers.get(id)?.hand !== true) this.#raisedAt.delete(id);
    for (const { id, hand } of peers.values()) {
      if (hand && !this.#raisedAt.has(id)) this.#raisedAt.set(id, performance.now() - (ageOf(id) ?? 0));
    }
    this.#publish();
  }

  clear(): void {
    this.#own = undefined;
    this.#raisedAt.clear();
    this.#publish();
  }

  #publish(): void {
    const { $hands, $self } = this.store;
    const self = $self.get()?.id;
    const all = [...this.#raisedAt];
    if (this.#own !== undefined && self !== undefined) all.push([self, this.#own]);
    const ids = all.sort(([, one], [, other]) => one - other).map(([id]) => id);
    const shown = $hands.get();
    if (ids.length !== shown.length || ids.some((id, index) => id !== shown[index])) $hands.set(ids);
  }
}
