import { MeetError } from '../errors.js';
import { isEmoji } from '../protocol/reaction.js';
import { ReactionEvent } from './events.js';
import type { RoomStore } from './room-store.js';
import type { Peer } from './types.js';

/** Milliseconds that a reaction is on its way over the stage. */
const SHOWN = 4_000;
/** Reactions a second of one person, here and there alike; what is more is dropped. */
const RATE = 5;
/** On the stage at once: what eight people can send in that time is more than anybody can see. */
const MOST = 40;

/** Reactions of the last seconds, so many and no more of each person. */
export class Reactions {
  #key = 0;
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  /** When each person's last ones came, ms of `performance.now()`; our own under ''. */
  readonly #times = new Map<string, readonly number[]>();

  constructor(
    private readonly store: RoomStore,
    private readonly dispatch: (event: Event) => void,
  ) {}

  /**
   * Shows our own; returns whether it may be sent: not when there were too many in the last second.
   * @throws {MeetError} `message-invalid` when it is not one emoji
   */
  send(emoji: string): boolean {
    if (!isEmoji(emoji)) throw new MeetError('message-invalid', 'a reaction is one emoji');
    if (!this.#allows('')) return false;
    this.#show(undefined, emoji);
    return true;
  }

  receive(peer: Peer, emoji: string): void {
    if (!this.#allows(peer.id)) return;
    this.#show(peer.id, emoji);
    this.dispatch(new ReactionEvent(peer, emoji));
  }

  /** Somebody went. */
  forget(id: string): void {
    this.#times.delete(id);
  }

  clear(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#times.clear();
    this.store.$reactions.set([]);
  }

  #allows(id: string): boolean {
    const now = performance.now();
    const recent = (this.#times.get(id) ?? []).filter((time) => now - time < 1000);
    const isAllowed = recent.length < RATE;
    this.#times.set(id, isAllowed ? [...recent, now] : recent);
    return isAllowed;
  }

  #show(from: string | undefined, emoji: string): void {
    const { $reactions } = this.store;
    this.#key += 1;
    const key = this.#key;
    $reactions.set([...$reactions.get(), { key, from, emoji }].slice(-MOST));
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      $reactions.set($reactions.get().filter((reaction) => reaction.key !== key));
    }, SHOWN);
    this.#timers.add(timer);
  }
}
