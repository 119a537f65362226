import { REAL_TIME, type Time } from '../signaling/time.js';

/** Milliseconds between two questions, at least. */
const GAP = 1_000;
/** Milliseconds until the question is asked again, the last one over and over: it, or the list that answers it, may be lost. */
const AGAIN = [500, 1_000, 2_000] as const;
/** The same while the server finds that we send too much. */
const AGAIN_SLOW = 10_000;
/** Milliseconds at most that a slow line makes of the first ones: what is not back yet is not lost, and each question costs the room a list. */
const AGAIN_FAR = 4_000;

export interface KnockHandlers {
  /** Sends `chat.join`; with `isNews` also that we are here. */
  readonly ask: (isNews: boolean) => void;
  readonly isSlow: () => boolean;
  /** How long a frame there and back took last, ms. */
  readonly trip: () => number;
}

/** Asks the room for its list, and to have us, until it answers: `chat.join`, which is harmless when we are in. */
export class Knock {
  #cancel: (() => void) | undefined;
  #askedAt = Number.NEGATIVE_INFINITY;
  #isNews = false;
  /** How often it was asked in vain. */
  #asked = 0;

  constructor(
    private readonly handlers: KnockHandlers,
    private readonly time: Time = REAL_TIME,
  ) {}

  /** Asks, now or as soon as it may again. With `isNews` the room may not have us. */
  ask(isNews: boolean): void {
    this.#isNews ||= isNews;
    this.#wait(this.#askedAt + GAP - this.time.now());
  }

  /** The list came. */
  answered(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#isNews = false;
    this.#asked = 0;
  }

  /** The line is down: the next one is asked at once. */
  stop(): void {
    this.answered();
    this.#askedAt = Number.NEGATIVE_INFINITY;
  }

  #wait(ms: number): void {
    this.#cancel?.();
    this.#cancel = undefined;
    if (ms > 0) {
      this.#cancel = this.time.after(ms, () => {
        this.#wait(0);
      });
      return;
    }
    this.#askedAt = this.time.now();
    this.handlers.ask(this.#isNews);
    const again = Math.max(AGAIN[this.#asked++] ?? AGAIN[2], Math.min(2 * this.handlers.trip(), AGAIN_FAR));
    this.#cancel = this.time.after(this.handlers.isSlow() ? AGAIN_SLOW : again, () => {
      this.#wait(0);
    });
  }
}
