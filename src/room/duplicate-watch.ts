import type { RoomWord } from '../protocol/extensions.js';
import { REAL_TIME, type Time } from '../signaling/time.js';

/** Milliseconds after our hello came back in which somebody who was here before us would have answered. */
const SETTLE = 3_000;

export interface DuplicateWatchHandlers {
  /** Says hello, or answers the session `to` with a ping. */
  readonly say: (word: 'hello' | 'ping', to?: string) => void;
  /** Somebody was here before us under our id, and still is. */
  readonly onDuplicate: () => void;
}

/**
 * Finds a second session under our own user id, which the relay cannot tell from us: its words come back to us as ours do.
 * Whoever settled first answers a hello with a ping; the newcomer asks once more, since a first answer may be an old one
 * on its way, and then knows. The id standing twice in the list proves nothing: an old line of our own does that for a minute.
 */
export class DuplicateWatch {
  #isGreeting = false;
  /** Our hello came back: what is heard from now on was said after it. */
  #isHeard = false;
  #isChallenged = false;
  #cancel: (() => void) | undefined;

  constructor(
    private readonly session: string,
    private readonly handlers: DuplicateWatchHandlers,
    private readonly time: Time = REAL_TIME,
  ) {}

  /** Whether we may still be the second: then we only say hello, for a ping is an answer. */
  get isGreeting(): boolean {
    return this.#isGreeting;
  }

  /** We said hello, on a new line or after the room lost us. */
  greet(): void {
    this.stop();
    this.#isGreeting = true;
    this.#isHeard = this.#isChallenged = false;
  }

  /** A word of ours came back. */
  handleEcho({ word }: RoomWord): void {
    if (word !== 'hello' || !this.#isGreeting) return;
    this.#isHeard = true;
    this.#cancel ??= this.time.after(SETTLE, () => {
      this.stop();
    });
  }

  /** A word under our id that is not ours. */
  handleForeign({ word, session, to }: RoomWord): void {
    if (to !== undefined && to !== this.session) return; // Between two others.
    if (word === 'hello') {
      // Said after ours: it came after us. But who was answered is a newcomer too, and no judge.
      const isOlder = !this.#isGreeting || (this.#isHeard && !this.#isChallenged);
      if (isOlder) this.handlers.say('ping', session);
    } else if (word !== 'ping') return;
    else if (!this.#isGreeting)
      this.#challenge(); // Both settled, for an answer was lost: who hears the other first, asks.
    else if (this.#isHeard && to !== undefined) this.#handleAnswer();
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#isGreeting = false;
  }

  #handleAnswer(): void {
    if (!this.#isChallenged) this.#challenge();
    else {
      this.stop();
      this.handlers.onDuplicate();
    }
  }

  #challenge(): void {
    this.greet();
    this.#isChallenged = true;
    this.handlers.say('hello');
  }
}
