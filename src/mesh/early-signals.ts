import type { Signal } from '../protocol/messages.js';

/** Milliseconds for which a signal is kept, and how many of all people together. */
const KEPT = 5_000;
const MOST = 128;

interface Early {
  readonly from: string;
  readonly signal: Signal;
  /** ms of `performance.now()`. */
  readonly at: number;
}

/**
 * Signals of people whom no list has named yet. The list that does may be late or lost, and comes again sooner than the
 * signal does; of a deployed client, that never comes again.
 */
export class EarlySignals {
  #kept: Early[] = [];

  keep(from: string, signal: Signal): void {
    const at = performance.now();
    this.#kept = [...this.#kept.filter((early) => at - early.at < KEPT).slice(1 - MOST), { from, signal, at }];
  }

  /** What is kept of somebody, in the order of coming, and no longer then. */
  take(from: string): Signal[] {
    const since = performance.now() - KEPT;
    const theirs = this.#kept.filter((early) => early.from === from && early.at > since);
    this.#kept = this.#kept.filter((early) => early.from !== from);
    return theirs.map(({ signal }) => signal);
  }
}
