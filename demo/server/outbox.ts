import type { Clock } from './clock.js';
import { TokenBucket } from './rate-limit.js';

/** Frames that wait for a receiver (protocol.md: outbound queue of 40). */
const CAPACITY = 40;
/** Drops in a row after which a receiver is taken out of the room (protocol.md). */
const MAX_DROPS_IN_ROW = 5;
/** Answers to the sender itself may wait beyond the queue's capacity, up to here. */
const MAX_DIRECT = 256;
/**
 * What the writer behind the queue gets away. A deployed server's writer keeps up with one sender's burst of 60 and not with
 * two such bursts in a room of two: 32 frames at once and 2 a millisecond do the same, whatever the length of Node's ticks.
 */
const WRITER = { perSecond: 2000, burst: 32 };
const WRITER_WAIT_MS = 2;

/** Writes one frame; `done` is called when the operating system has it, or never will. */
export type WriteFrame = (frame: Buffer, done: () => void) => void;

/** The outbound queue of one connection: in order, bounded, lossy for a receiver that lags. */
export class Outbox {
  #queue: Buffer[] = [];
  #inFlight = 0;
  #dropsInRow = 0;
  #closed = false;
  #scheduled: (() => void) | undefined;
  readonly #writer: TokenBucket;

  constructor(
    private readonly write: WriteFrame,
    private readonly clock: Clock,
  ) {
    this.#writer = new TokenBucket(WRITER, clock);
  }

  /** Queues a room's frame, or drops it without a word. False once too many in a row were dropped: evict. */
  relay(frame: Buffer): boolean {
    if (this.#queue.length < CAPACITY + this.#writable) {
      this.#dropsInRow = 0;
      this.#push(frame);
      return true;
    }
    this.#dropsInRow += 1;
    if (this.#dropsInRow < MAX_DROPS_IN_ROW) return true;
    this.#dropsInRow = 0;
    return false;
  }

  /** Queues an answer to the connection itself. */
  direct(frame: Buffer): void {
    if (this.#queue.length < MAX_DIRECT) this.#push(frame);
  }

  close(): void {
    this.#closed = true;
    this.#queue = [];
    this.#scheduled?.();
    this.#scheduled = undefined;
  }

  /** Frames the writer would take this moment. */
  get #writable(): number {
    return Math.min(this.#writer.available, WRITER.burst - this.#inFlight);
  }

  #push(frame: Buffer): void {
    if (this.#closed) return;
    this.#queue.push(frame);
    this.#schedule();
  }

  /** Not at once: a sender that is closed for flooding gets none of its echoes (protocol.md). */
  #schedule(): void {
    if (this.#closed || this.#scheduled) return;
    const immediate = setImmediate(() => this.#flush());
    this.#scheduled = () => clearImmediate(immediate);
  }

  readonly #handleWritten = (): void => {
    this.#inFlight -= 1;
    const wasStuck = this.#inFlight === WRITER.burst - 1;
    if (wasStuck && this.#queue.length > 0) this.#schedule();
  };

  #flush(): void {
    this.#scheduled = undefined;
    const frames = this.#queue.splice(0, this.#writable);
    this.#writer.take(frames.length);
    for (const frame of frames) {
      this.#inFlight += 1;
      this.write(frame, this.#handleWritten);
    }
    if (this.#closed || this.#queue.length === 0 || this.#inFlight >= WRITER.burst) return;
    this.#scheduled ??= this.clock.after(WRITER_WAIT_MS, () => this.#flush());
  }
}
