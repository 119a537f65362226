import type { Time } from '../signaling/time.js';

/** Rounds at once; then one in so many milliseconds. */
const AT_ONCE = 12;
const EACH = 10_000;

/** How many rounds of the safety code we take part in: each is one try for somebody between, so this is why nine digits suffice. */
export class RoundLimit {
  #left = AT_ONCE;
  #at: number;

  constructor(private readonly time: Time) {
    this.#at = time.now();
  }

  /** Takes part in one more: 0; or milliseconds until that may be. */
  take(): number {
    const now = this.time.now();
    this.#left = Math.min(AT_ONCE, this.#left + (now - this.#at) / EACH);
    this.#at = now;
    if (this.#left < 1) return Math.ceil((1 - this.#left) * EACH);
    this.#left -= 1;
    return 0;
  }
}
