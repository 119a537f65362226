import type { AddressedSignal, ChatMessage, ServerMessage } from '../protocol/messages.js';
import { REAL_TIME, type Time } from '../signaling/time.js';

/**
 * What one person's frames may cost, at once and a second. The server lets 40 frames a second through, 60 at once; a line
 * that was held for seconds brings what it held in one go.
 */
const BURST = 400;
const RATE = 160;
/** A description costs more than other frames: each can make a connection. */
const DESCRIPTION = 4;
/** What may be too much until the sender is cut off. */
const PATIENCE = 1_000;
/** People who are remembered; those at rest are forgotten first. */
const MOST = 1_024;

interface Bucket {
  tokens: number;
  filledAt: number;
  /** What was dropped since the bucket was full. */
  excess: number;
}

/** What a frame costs: as much as an offer, where some ride on it, of which one is taken. */
export const costsOf = (message: AddressedSignal | ChatMessage): ServerMessage['type'] =>
  message.type === 'chat.typing' && message.x?.offers ? 'webrtc.offer' : message.type;

/** Keeps one person's frames within what an honest client can send, so that nobody else notices a flood. */
export class FloodGuard {
  readonly #buckets = new Map<string, Bucket>();

  constructor(
    private readonly onFlood: (id: string) => void,
    private readonly time: Time = REAL_TIME,
  ) {}

  /** How many people are remembered. */
  get size(): number {
    return this.#buckets.size;
  }

  /** Whether the frame may be acted on. */
  admits(from: string, type: ServerMessage['type']): boolean {
    const bucket = this.#bucket(from);
    if (bucket.excess > PATIENCE) return false;
    const cost = type === 'webrtc.offer' || type === 'webrtc.answer' ? DESCRIPTION : 1;
    if (bucket.tokens >= cost) {
      bucket.tokens -= cost;
      return true;
    }
    bucket.excess += cost;
    if (bucket.excess > PATIENCE) this.onFlood(from);
    return false;
  }

  /** Whether somebody was cut off. */
  isCutOff(id: string): boolean {
    return (this.#buckets.get(id)?.excess ?? 0) > PATIENCE;
  }

  #bucket(id: string): Bucket {
    const now = this.time.now();
    const known = this.#buckets.get(id);
    if (!known) {
      const fresh = { tokens: BURST, filledAt: now, excess: 0 };
      if (this.#buckets.size >= MOST) this.#forget();
      this.#buckets.set(id, fresh);
      return fresh;
    }
    known.tokens = Math.min(BURST, known.tokens + ((now - known.filledAt) / 1000) * RATE);
    known.filledAt = now;
    if (known.tokens === BURST && known.excess <= PATIENCE) known.excess = 0;
    return known;
  }

  #forget(): void {
    for (const [id, { excess }] of this.#buckets) {
      if (excess > PATIENCE) continue;
      this.#buckets.delete(id);
      return;
    }
    this.#buckets.clear();
  }
}
