import type { MeetErrorCode } from '../errors.js';

/** A quarter of the second in which people are to be back: Firefox adds 200 to 400 ms of its own after a socket that broke. */
const BASE = 250;
const CAP = 15_000;
/**
 * Attempts in which a server that restarts is back, and the most that one of them waits, ms: some 15 s of them, so that
 * nobody of a room runs through them while it is away for 3 (with 6 attempts, one of 14 did, and waited 7 s more).
 */
const EARLY = 16;
const EARLY_CAP = 2_000;
/** Milliseconds between attempts that only somebody else can make succeed; the server's ban for too many lasts as long. */
const SLOW = 30_000;

/**
 * Milliseconds before attempt `attempt` (from 0): exponential with full jitter, so that a room of people
 * does not come back to a restarted server all at once ("Exponential Backoff And Jitter", AWS Architecture Blog, 2015).
 * The first attempt comes within 250 ms, and those of the first seconds soon: a restart takes no longer.
 */
export const backoff = (attempt: number, random: () => number = Math.random): number =>
  random() * Math.min(attempt < EARLY ? EARLY_CAP : CAP, BASE * 2 ** Math.min(attempt, 16));

/** Reasons that trying again does not take away: the server's decision, or no network. */
const STUBBORN: ReadonlySet<MeetErrorCode | undefined> = new Set(['rate-limited', 'origin-refused', 'offline']);
const TOKENS: ReadonlySet<MeetErrorCode | undefined> = new Set(['token-expired', 'token-rejected', 'token-malformed']);

/** Why the attempt before failed. */
export interface Refusal {
  readonly code: MeetErrorCode;
  /** Seconds, as the server asked for. */
  readonly retryAfter?: number | undefined;
}

/**
 * Milliseconds before attempt `attempt`, after one that failed for `refusal`: slowly where haste would not help, or would
 * be taken for a storm. A token that was refused is tried again slowly, unless the next attempt has another one.
 */
export const nextAttempt = (
  attempt: number,
  refusal: Refusal | undefined,
  hasFreshTokens: boolean,
  random: () => number = Math.random,
): number => {
  const isSlow = STUBBORN.has(refusal?.code) || (TOKENS.has(refusal?.code) && !hasFreshTokens);
  if (!isSlow) return backoff(attempt, random);
  const wait = refusal?.retryAfter === undefined ? SLOW : refusal.retryAfter * 1000;
  // Later than asked for by up to a tenth, never earlier; but offline may be an error of the browser's: never later than 30 s.
  return refusal?.code === 'offline' ? SLOW * (0.9 + 0.1 * random()) : wait * (1 + 0.1 * random());
};
