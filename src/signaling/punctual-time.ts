import { REAL_TIME, type Time } from './time.js';

/** Milliseconds between two ticks. */
const TICK = 250;
/** How late a timer may be, ms, and its time still count in full; browsers fire those of a hidden page once a second. */
const SLACK = { shown: 250, hidden: 1_000 };
/** Milliseconds in which what waits in line behind a late timer has its turn. */
const TURN = 50;

/**
 * A clock that stands still while our own timers are late: a machine that is busy, or slept, has not looked, and what it
 * would have seen waits in line. So no line is dead and nobody is gone for a time in which we were away ourselves.
 */
export class PunctualTime implements Time {
  #counted: number;
  #tickedAt: number;
  #last: number;
  #cancel: (() => void) | undefined;

  constructor(
    private readonly time: Time = REAL_TIME,
    private readonly isHidden: () => boolean = () => document.visibilityState === 'hidden',
  ) {
    this.#counted = this.#tickedAt = this.#last = time.now();
    this.#tick();
  }

  /** Never goes back, though the slack is less once a hidden page is shown. */
  now(): number {
    const now = this.#counted + Math.min(this.time.now() - this.#tickedAt, TICK + this.#slack);
    return (this.#last = Math.max(this.#last, now));
  }

  /** Calls `run` once `ms` have passed in which our timers were on time, and after all that came in before. */
  after(ms: number, run: () => void): () => void {
    const due = this.now() + ms;
    let hasYielded = false;
    let cancel = (): void => undefined;
    const wait = (rest: number) => {
      const at = this.time.now() + rest;
      cancel = this.time.after(rest, () => {
        if (!this.#cancel) return;
        const isLate = !hasYielded && this.time.now() - at > this.#slack;
        hasYielded ||= isLate;
        const left = Math.max(due - this.now(), isLate ? TURN : 0);
        if (left < 1) run();
        else wait(left);
      });
    };
    wait(ms);
    return () => {
      cancel();
    };
  }

  /** For good: what waits now is not called any more. */
  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  get #slack(): number {
    return this.isHidden() ? SLACK.hidden : SLACK.shown;
  }

  readonly #tick = (): void => {
    this.#counted = this.now();
    this.#tickedAt = this.time.now();
    this.#cancel = this.time.after(TICK, this.#tick);
  };
}
