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
    if (typing) {
      this.#unrest = this.time.after(REST, () => {
        this.set(false);
      });
    }
    const isDue = typing && this.time.now() - this.#saidAt >= AGAIN;
    if (typing === this.#isTyping && !isDue) return;
    this.#isTyping = typing;
    this.#saidAt = typing ? this.time.now() : Number.NEGATIVE_INFINITY;
    this.handlers.say(typing);
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
    for (const id of [...this.#others.keys()]) this.hear(id, false, 'ours');
  }
}
