import type { Time } from '../../src/signaling/time.js';

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/** A clock that moves only when told to, and its timers. Milliseconds. */
export class ManualTime implements Time {
  #now = 0;
  #ids = 0;
  readonly #timers = new Map<number, Timer>();

  /** How many timers wait. */
  get pending(): number {
    return this.#timers.size;
  }

  readonly now = (): number => this.#now;

  readonly after = (ms: number, run: () => void): (() => void) => {
    const id = (this.#ids += 1);
    this.#timers.set(id, { at: this.#now + Math.max(1, ms), run }); // A browser's timers take whole milliseconds.
    return () => this.#timers.delete(id);
  };

  /** Lets time pass, timers firing when they are due. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const [id, timer] = [...this.#timers].sort(([, a], [, b]) => a.at - b.at)[0] ?? [];
      if (id === undefined || !timer || timer.at > end) break;
      this.#timers.delete(id);
      this.#now = Math.max(this.#now, timer.at);
      timer.run();
    }
    this.#now = end;
  }

  /** The machine sleeps: time passes, and what was due meanwhile fires late, all at once. */
  sleep(ms: number): void {
    this.#now += ms;
    this.advance(0);
  }
}
