import { LINE_KINDS, type LineKind } from '../protocol/extensions.js';
import type { Receipt } from '../protocol/receipt.js';

/** Milliseconds in which what we send must show in the other end's receipts: after an ICE restart two of them may lack it. */
const DEAF = 2_800;
/** Milliseconds after the last receipt at which one is late: nothing came through at all, which is not deafness. */
const LATE = 2_500;
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
  #receivedAt = Number.NEGATIVE_INFINITY;

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

  heard(at: number): void {
    this.#heardAt = Math.max(this.#heardAt, at);
  }

  /** The other end's receipt came in, when we had sent `sent`. */
  receive(receipt: Receipt, sent: Receipt, now: number): void {
    const isLate = now - this.#receivedAt > LATE;
    this.#heardAt = this.#receivedAt = now;
    this.#isDeaf = false;
    for (const kind of LINE_KINDS) {
      const ours = sent[kind];
      if (ours === undefined) {
        this.#progress.delete(kind); // Nothing to send: what was sent before it rested proves nothing once it goes on.
        continue;
      }
      const current = { heard: receipt[kind] ?? 0, sent: ours, at: now };
      const last = this.#progress.get(kind);
      if (isLate || last?.heard !== current.heard || current.sent < last.sent) this.#progress.set(kind, current);
      else if (current.sent - last.sent < ENOUGH) this.#progress.set(kind, { ...last, at: now });
      else if (now - last.at >= DEAF) this.#isDeaf = true;
    }
  }
}
