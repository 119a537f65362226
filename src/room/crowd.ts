import type { User } from '../protocol/messages.js';
import { compareIds } from '../signaling/identity.js';
import type { Time } from '../signaling/time.js';

/** Milliseconds in which all who find the room too full at once hear of each other. */
const WINDOW = 500;

export interface CrowdHandlers {
  readonly time: Time;
  readonly maxPeers: () => number;
  /** Says that we wait. */
  readonly say: () => void;
  /** There is a place for us, beside `others`. */
  readonly onStay: (others: readonly User[]) => void;
  readonly onLeave: (others: number) => void;
}

/** Joiners before a room that is too full: of those who wait, the highest ids leave, and nobody who was in it. */
export class Crowd {
  #others: readonly User[] = [];
  readonly #waiting = new Set<string>();
  readonly #cancel: () => void;

  constructor(
    private readonly selfId: string,
    private readonly handlers: CrowdHandlers,
  ) {
    this.#cancel = handlers.time.after(WINDOW, this.#decide);
    handlers.say();
  }

  handleUsers(others: readonly User[]): void {
    this.#others = others;
    if (others.length <= this.handlers.maxPeers()) this.#decide();
  }

  /** Somebody else waits: who came after us has not heard us yet. */
  handleWaiting(id: string): void {
    if (this.#waiting.has(id)) return;
    this.#waiting.add(id);
    this.handlers.say();
  }

  close(): void {
    this.#cancel();
  }

  readonly #decide = (): void => {
    this.close();
    const over = this.#others.length - this.handlers.maxPeers();
    const waiting = this.#others.flatMap(({ id }) => (this.#waiting.has(id) ? [id] : []));
    const highest = [...waiting, this.selfId].sort(compareIds).reverse();
    const leaving = new Set(highest.slice(0, Math.max(0, over)));
    if (leaving.has(this.selfId)) this.handlers.onLeave(this.#others.length);
    else this.handlers.onStay(this.#others.filter(({ id }) => !leaving.has(id)));
  };
}
