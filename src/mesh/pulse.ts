import { LINE_KINDS, type LineKind } from '../protocol/extensions.js';
import type { Receipt } from '../protocol/receipt.js';

/** Milliseconds in which what we send must show in the other end's receipts. */
const DEAF = 3_000;
/** Packets sent in that time, at least, before their absence means something. */
const ENOUGH = 10;

/** The moment at which a line's count at the other end grew last. */
interface Progress {
  readonly heard: number;
  readonly sent: number;
  readonly at: number;
}

/** Whether a connection lives, told by packets: those that come in, and those that the other end says it got. */
export class Pulse {
  #heardAt: number;
  readonly #progress = new Map<LineKind, Progress>();
  #isDeaf = false;

  /** `now`: ms of `performance.now()`, here and below. */
  constructor(now: number) {
    this.#heardAt = now;
  }

  /** When anything came in last. */
  get heardAt(): number {
    return this.#heardAt;
  }

  /** Whether the other end lives and yet gets nothing of a line that we send on. */
  get isDeaf(): boolean {
    return this.#isDeaf;
  }

  heard(now: number): void {
    this.#heardAt = now;
  }

  /** The other end's receipt came in, when we had sent `sent`. */
  receive(receipt: Receipt, sent: Receipt, now: number): void {
    this.#heardAt = now;
    this.#isDeaf = false;
    for (const kind of LINE_KINDS) {
      const current = { heard: receipt[kind] ?? 0, sent: sent[kind] ?? 0, at: now };
      const last = this.#progress.get(kind);
      if (last?.heard !== current.heard || current.sent < last.sent) this.#progress.set(kind, current);
      else if (current.sent - last.sent < ENOUGH) this.#progress.set(kind, { ...last, at: now });
      else if (now - last.at >= DEAF) this.#isDeaf = true;
    }
  }
}
