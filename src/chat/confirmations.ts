import { serializeChatWord } from '../protocol/chat-word.js';
import type { Time } from '../signaling/time.js';
import type { Rate } from '../signaling/rate.js';

/** Messages of one of ours that were taken and not confirmed: twice what theirs says without one (`outbox.ts`). */
const MOST = 40;
/** Milliseconds until what could not be confirmed is. */
const LATER = 250;

/** What came in and its sender is to learn of: no faster than somebody writes, which slows down who writes faster. */
export class Confirmations {
  readonly #owed = new Map<string, string[]>();
  #unwait: (() => void) | undefined;

  constructor(
    private readonly links: {
      /** Whether somebody is there. */
      readonly isThere: (id: string) => boolean;
      readonly say: (to: string, word: string) => boolean;
    },
    private readonly rate: Rate,
    private readonly time: Time,
  ) {}

  /** Whether another one of theirs may be taken; if not, they tell it again. */
  admits(from: string): boolean {
    return (this.#owed.get(from)?.length ?? 0) < MOST;
  }

  owe(from: string, id: string): void {
    const owed = this.#owed.get(from) ?? [];
    if (!owed.includes(id)) owed.push(id);
    this.#owed.set(from, owed);
    this.flush(from);
  }

  /** There may be a way to somebody. */
  flush(to: string): void {
    const owed = this.#owed.get(to) ?? [];
    const isSaid = (id: string) => this.links.say(to, serializeChatWord({ kind: 'got', id }));
    while (owed[0] !== undefined && this.rate.admits(to) && isSaid(owed[0])) owed.shift();
    if (owed.length === 0) this.#owed.delete(to);
    else this.#flushLater();
  }

  end(): void {
    this.#owed.clear();
    this.#unwait?.();
    this.#unwait = undefined;
  }

  #flushLater(): void {
    this.#unwait ??= this.time.after(LATER, () => {
      this.#unwait = undefined;
      for (const id of [...this.#owed.keys()]) {
        if (this.links.isThere(id)) this.flush(id);
        else this.#owed.delete(id);
      }
    });
  }
}
