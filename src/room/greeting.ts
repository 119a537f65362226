import { REAL_TIME, type Time } from '../signaling/time.js';

/** Milliseconds until hello is said once more, each from the one before. */
const AGAIN = [500, 1_000, 2_000] as const;

export interface GreetingHandlers {
  readonly say: () => void;
  /** Whether there is still somebody of whom it is not known that they are ours. */
  readonly isOwed: () => boolean;
}

/**
 * Says hello some more times to people who were listed and have said nothing: theirs or ours may be lost, and each would
 * take the other for a deployed client, to whom an offer goes again only after 3 s.
 */
export class Greeting {
  #cancel: (() => void) | undefined;

  constructor(
    private readonly handlers: GreetingHandlers,
    private readonly time: Time = REAL_TIME,
  ) {}

  /** Somebody was listed just now. */
  begin(): void {
    this.#wait(0);
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #wait(said: number): void {
    this.stop();
    const wait = AGAIN[said];
    if (wait === undefined) return;
    this.#cancel = this.time.after(wait, () => {
      if (!this.handlers.isOwed()) return;
      this.handlers.say();
      this.#wait(said + 1);
    });
  }
}
