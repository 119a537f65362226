import type { Time } from '../signaling/time.js';

/** Milliseconds between two questions whether the line lives, while nobody is heard. */
const PERIOD = 5_000;
/** Milliseconds that one stood unanswered, after which any frame is a sign that the network is there again. */
const LONG = 3_000;

export interface LineWatchHandlers {
  /** Sends a word that comes back. */
  readonly ask: () => void;
  /** The line was away, and is there again: other paths may be, too. */
  readonly onBack: () => void;
}

/** Whether the line to the server lives while nobody in the room is heard: then only an answer shows whether the network is ours. */
export class LineWatch {
  #heardAt = 0;
  #askedAt = Number.NEGATIVE_INFINITY;
  #unansweredSince: number | undefined;

  constructor(
    private readonly handlers: LineWatchHandlers,
    private readonly time: Time,
  ) {}

  /** When the last frame came, ms of the clock. */
  get heardAt(): number {
    return this.#heardAt;
  }

  /** Nobody is heard: asks, again and again. */
  doubt(): void {
    const now = this.time.now();
    if (now - this.#askedAt < PERIOD) return;
    this.#askedAt = now;
    this.#unansweredSince ??= now;
    this.handlers.ask();
  }

  /**
   * A frame came. After a line that was merely quiet it says nothing of other paths: hurried by each answer, a pair would use up
   * what it may try while nothing helps.
   */
  heard(): void {
    const now = (this.#heardAt = this.time.now());
    const isBack = this.#unansweredSince !== undefined && now - this.#unansweredSince >= LONG;
    this.#unansweredSince = undefined;
    if (isBack) this.handlers.onBack();
  }
}
