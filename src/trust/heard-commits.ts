import type { CommitWord } from '../protocol/trust.js';
import type { Bytes } from './bytes.js';

/** Views of somebody's that are remembered: they may be in one before we are. */
const MOST = 16;

interface Heard {
  readonly view: string;
  readonly sees: readonly string[] | undefined;
  /** By view: the highest round, and what they were bound to in it first. */
  readonly rounds: Map<string, { readonly e: number; readonly c: Bytes }>;
}

/** What others were bound to in rounds that we may not have begun, by their ids. */
export class HeardCommits {
  readonly #by = new Map<string, Heard>();

  add(id: string, view: string, { e, c, sees }: CommitWord): void {
    const rounds = this.#by.get(id)?.rounds ?? new Map<string, { e: number; c: Bytes }>();
    const before = rounds.get(view);
    rounds.delete(view);
    rounds.set(view, before && before.e >= e ? before : { e, c });
    const [oldest] = rounds.keys();
    if (rounds.size > MOST && oldest !== undefined) rounds.delete(oldest);
    this.#by.set(id, { view, sees, rounds });
  }

  /** The view that somebody was in last, and the sessions that they see there. */
  last(id: string): Omit<Heard, 'rounds'> | undefined {
    return this.#by.get(id);
  }

  /** The highest round of a view that any of these was in; 0: none. */
  highest(members: readonly { readonly id: string }[], view: string): number {
    return Math.max(0, ...members.map(({ id }) => this.#by.get(id)?.rounds.get(view)?.e ?? 0));
  }

  /** What each of these was bound to in a round, as far as it is known. */
  of(members: readonly { readonly id: string }[], view: string, e: number): Map<string, Bytes> {
    const known = members.flatMap(({ id }) => {
      const round = this.#by.get(id)?.rounds.get(view);
      return round?.e === e ? [[id, round.c] as const] : [];
    });
    return new Map(known);
  }

  forget(id: string): void {
    this.#by.delete(id);
  }
}
