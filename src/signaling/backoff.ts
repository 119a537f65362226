const BASE = 500;
const CAP = 15_000;

/**
 * Milliseconds before attempt `attempt` (from 0): exponential with full jitter, so that a room of people
 * does not come back to a restarted server all at once ("Exponential Backoff And Jitter", AWS Architecture Blog, 2015).
 * The first attempt comes within 500 ms.
 */
export const backoff = (attempt: number, random: () => number = Math.random): number =>
  random() * Math.min(CAP, BASE * 2 ** Math.min(attempt, 16));
