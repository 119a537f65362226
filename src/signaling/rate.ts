import type { Time } from './time.js';

/** People who are remembered. */
const MOST = 512;

/** How much somebody may do: so much at once, and so much a second (a token bucket for each). */
export class Rate {
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  constructor(
    private readonly limit: { readonly burst: number; readonly perSecond: number },
    private readonly time: Time,
  ) {}

  /** Whether this one still may. */
  admits(id: string): boolean {
    const now = this.time.now();
    const { burst, perSecond } = this.limit;
    const { tokens, at } = this.#buckets.get(id) ?? { tokens: burst, at: now };
    const filled = Math.min(burst, tokens + ((now - at) / 1000) * perSecond);
    const isAllowed = filled >= 1;
    this.#buckets.delete(id);
    this.#buckets.set(id, { tokens: isAllowed ? filled - 1 : filled, at: now });
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > MOST && oldest !== undefined) this.#buckets.delete(oldest);
    return isAllowed;
  }
}
