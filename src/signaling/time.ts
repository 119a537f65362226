/** A clock and its timers, so that a test can move them. Milliseconds. */
export interface Time {
  now(): number;
  /** Calls `run` once after `ms`; what is returned calls it off. */
  after(ms: number, run: () => void): () => void;
}

/** The browser's own. */
export const REAL_TIME: Time = {
  now: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};
