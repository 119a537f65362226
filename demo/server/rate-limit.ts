import type { Clock } from './clock.js';

export interface Rate {
  /** Tokens that come back in a second. */
  readonly perSecond: number;
  /** Tokens there are at most, and at first. */
  readonly burst: number;
}

/** The usual token bucket: starts full, refills continuously. */
export class TokenBucket {
  #tokens: number;
  #at: number;

  constructor(
    private readonly rate: Rate,
    private readonly clock: Clock,
  ) {
    this.#tokens = rate.burst;
    this.#at = clock.now();
  }

  /** Counts on from this moment, without a gain, when it is before the last one. */
  settle(): void {
    this.#at = Math.min(this.#at, this.clock.now());
  }

  /** Whole tokens there are now. */
  get available(): number {
    const now = this.clock.now();
    // A wall clock that is set back must not take tokens away.
    const gained = (Math.max(0, now - this.#at) / 1000) * this.rate.perSecond;
    this.#tokens = Math.min(this.rate.burst, this.#tokens + gained);
    this.#at = now;
    return Math.floor(this.#tokens);
  }

  get full(): boolean {
    return this.available >= this.rate.burst;
  }

  /** Takes that many tokens, or none when there are not enough. */
  take(count = 1): boolean {
    if (this.available < count) return false;
    this.#tokens -= count;
    return true;
  }
}

export interface BanRate extends Rate {
  /** Seconds for which a key that went over its rate is refused. */
  readonly banSeconds: number;
}

interface Entry {
  readonly bucket: TokenBucket;
  bannedUntil: number;
}

/** Keys that are remembered: beyond them those at rest are forgotten, then those that came first. */
const MAX_KEYS = 10_000;
const FORGOTTEN_AT_ONCE = 1000;

/** A token bucket for each key (an address); who empties it is refused for a while. */
export class BanLimiter {
  readonly #entries = new Map<string, Entry>();

  constructor(
    private readonly rate: BanRate,
    private readonly clock: Clock,
  ) {}

  /** Seconds to wait before another try, or 0 when this one may pass. */
  retryAfter(key: string): number {
    const now = this.clock.now();
    const entry = this.#entry(key);
    const longest = now + this.rate.banSeconds * 1000;
    if (entry.bannedUntil > longest) {
      // The wall clock was set back, and must not make a ban longer, nor its end the start of another one.
      entry.bannedUntil = longest;
      entry.bucket.settle();
    }
    if (entry.bannedUntil <= now) {
      if (entry.bucket.take()) return 0;
      entry.bannedUntil = now + this.rate.banSeconds * 1000;
    }
    return Math.ceil((entry.bannedUntil - now) / 1000);
  }

  #entry(key: string): Entry {
    const known = this.#entries.get(key);
    if (known) return known;
    if (this.#entries.size >= MAX_KEYS) this.#forget();
    const entry = { bucket: new TokenBucket(this.rate, this.clock), bannedUntil: 0 };
    this.#entries.set(key, entry);
    return entry;
  }

  #forget(): void {
    const now = this.clock.now();
    for (const [key, { bucket, bannedUntil }] of this.#entries) {
      if (bannedUntil <= now && bucket.full) this.#entries.delete(key);
    }
    if (this.#entries.size < MAX_KEYS) return;
    for (const key of [...this.#entries.keys()].slice(0, FORGOTTEN_AT_ONCE)) this.#entries.delete(key);
  }
}
