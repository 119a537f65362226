import type { Time } from '../signaling/time.js';

/** Milliseconds between two words that we write. */
const AGAIN = 2_000;
/** Milliseconds after the last key from which on we no longer do. */
const REST = 3_000;
/** Milliseconds for which somebody's word counts: ours say it again, deployed clients until it is over (PROTOCOL). */
const COUNTS = { ours: 6_000, deployed: 30_000 };

/** Who writes something: we, told to the others no more often than they need it, and they. */
export class Typing {
  readonly #others = new Map<string, () => void>();
  #saidAt = Number.NEGATIVE_INFINITY;
  #isTyping = false;
  #unrest: (() => void) | undefined;
  #undue: (() => void) | undefined;

  constructor(
    private readonly handlers: {
      /** Tells the others of us. */
      readonly say: (typing: boolean) => void;
      /** Ids of those who write. */
      readonly onChange: (ids: readonly string[]) => void;
    },
    private readonly time: Time,
  ) {}

  /** A key was pressed, or the text is gone. */
  set(typing: boolean): void {
    this.#unrest?.();
    this.#unrest = undefined;
    this.#undue?.();
    this.#undue = undefined;
    if (!typing) {
      if (this.#isTyping) this.#say(false);
      return;
    }
    this.#unrest = this.time.after(REST, () => {
      this.set(false);
    });
    const wait = this.#saidAt + AGAIN - this.time.now();
    if (wait <= 0) this.#say(true);
    // Over for a moment: the others learn that it goes on when they may be told again.
    else if (!this.#isTyping) this.#undue = this.time.after(wait, () => this.#say(true));
  }

  /** Those alone are there. */
  keep(ids: { readonly has: (id: string) => boolean }): void {
    for (const id of [...this.#others.keys()]) if (!ids.has(id)) this.hear(id, false, 'ours');
  }

  hear(id: string, typing: boolean, kind: keyof typeof COUNTS): void {
    const had = this.#others.get(id);
    had?.();
    this.#others.delete(id);
    if (typing) {
      const unwait = this.time.after(COUNTS[kind], () => {
        this.hear(id, false, kind);
      });
      this.#others.set(id, unwait);
    }
    if (typing !== (had !== undefined)) this.handlers.onChange([...this.#others.keys()]);
  }

  end(): void {
    this.set(false);
    this.#saidAt = Number.NEGATIVE_INFINITY;
    for (const id of [...this.#others.keys()]) this.hear(id, false, 'ours');
  }

  #say(typing: boolean): void {
    this.#isTyping = typing;
    if (typing) this.#saidAt = this.time.now();
    this.handlers.say(typing);
  }
}
