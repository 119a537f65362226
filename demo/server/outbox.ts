import { ByteBudget } from './byte-budget.js';
import type { Clock } from './clock.js';
import { TokenBucket } from './rate-limit.js';

/** Frames that wait for a receiver (protocol.md: outbound queue of 40). */
const CAPACITY = 40;
/** Drops in a row after which a receiver is taken out of the room (protocol.md). */
const MAX_DROPS_IN_ROW = 5;
/** Answers to the sender itself may wait beyond the queue's capacity, up to here. */
const MAX_DIRECT = 256;
/** Bytes that may wait for one receiver, those that the operating system has not taken included. */
const MAX_BYTES = 524_288;
/** Bytes that are out of the queue, which an eviction can't take back. */
const MAX_BYTES_IN_FLIGHT = 131_072;
/** Bytes that may wait for everybody together, and what each still has when they are used up. */
const MAX_BYTES_OF_ALL = 16_777_216;
const FAIR_BYTES = 65_536;
/**
 * What the writer behind the queue gets away. A deployed server's writer keeps up with one sender's burst of 60 and not with
 * two such bursts in a room of two: 32 frames at once and 2 a millisecond do the same, whatever the length of Node's ticks.
 */
const WRITER = { perSecond: 2000, burst: 32 };
const WRITER_WAIT_MS = 2;
/** A receiver that takes nothing for this long, twice this at most, has no more use of its connection. */
const STALL_MS = 5000;

/** Writes one frame; `done` is called when the operating system has it, or never will. */
export type WriteFrame = (frame: Buffer, done: () => void) => void;

export interface OutboxOptions {
  /** Shared by all outboxes of a server. */
  readonly budget?: ByteBudget;
  /** The receiver has taken nothing for seconds, and there is something for it. */
  readonly onStall?: () => void;
  /** A room's frame was dropped. */
  readonly onDrop?: () => void;
}

export const createBudget = (): ByteBudget => new ByteBudget(MAX_BYTES_OF_ALL);

interface Waiting {
  readonly frame: Buffer;
  /** Whose frame it is; `null` for an answer to the receiver itself. */
  readonly room: string | null;
}

/** The outbound queue of one connection: in order, bounded in frames and in bytes, lossy for a receiver that lags. */
export class Outbox {
  #queue: Waiting[] = [];
  #bytes = 0;
  #inFlight = 0;
  #bytesInFlight = 0;
  #hasProgress = false;
  #dropsInRow = 0;
  #closed = false;
  #scheduled: (() => void) | undefined;
  #cancelStall: (() => void) | undefined;
  readonly #writer: TokenBucket;
  readonly #budget: ByteBudget;
  readonly #onStall: (() => void) | undefined;
  readonly #onDrop: (() => void) | undefined;

  constructor(
    private readonly write: WriteFrame,
    private readonly clock: Clock,
    { budget = createBudget(), onStall, onDrop }: OutboxOptions = {},
  ) {
    this.#writer = new TokenBucket(WRITER, clock);
    this.#budget = budget;
    this.#onStall = onStall;
    this.#onDrop = onDrop;
  }

  /** Bytes that wait, in the queue or for the operating system. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Queues a room's frame, or drops it without a word. False once too many in a row were dropped: evict. */
  relay(frame: Buffer, room = ''): boolean {
    if (this.#queue.length < CAPACITY + this.#writable && this.#hasRoomFor(frame)) {
      this.#dropsInRow = 0;
      this.#push({ frame, room });
      return true;
    }
    this.#dropsInRow += 1;
    this.#onDrop?.();
    if (this.#dropsInRow < MAX_DROPS_IN_ROW) return true;
    this.#dropsInRow = 0;
    if (this.#inFlight > 0) this.#forget(room); // it does not read; who only lags still gets what was queued
    return false;
  }

  /** Queues an answer to the connection itself. */
  direct(frame: Buffer): void {
    if (this.#queue.length < MAX_DIRECT && this.#hasRoomFor(frame)) this.#push({ frame, room: null });
  }

  close(): void {
    this.#closed = true;
    this.#queue = [];
    this.#count(-this.#bytes);
    this.#scheduled?.();
    this.#scheduled = undefined;
    this.#cancelStall?.();
  }

  /** Frames the writer would take this moment. */
  get #writable(): number {
    return Math.min(this.#writer.available, WRITER.burst - this.#inFlight);
  }

  /** Whether the operating system has yet to take what it was given. */
  #isStuck(): boolean {
    return this.#inFlight >= WRITER.burst || this.#bytesInFlight >= MAX_BYTES_IN_FLIGHT;
  }

  #hasRoomFor({ length }: Buffer): boolean {
    const bytes = this.#bytes + length;
    // However long a list of people is, one that reads gets it.
    return this.#bytes === 0 || (bytes <= MAX_BYTES && (bytes <= FAIR_BYTES || this.#budget.hasRoom(length)));
  }

  #count(bytes: number): void {
    this.#bytes += bytes;
    this.#budget.add(bytes);
  }

  #push(waiting: Waiting): void {
    if (this.#closed) return;
    this.#queue.push(waiting);
    this.#count(waiting.frame.length);
    this.#schedule();
  }

  #forget(room: string): void {
    for (const { frame } of this.#queue.filter((waiting) => waiting.room === room)) this.#count(-frame.length);
    this.#queue = this.#queue.filter((waiting) => waiting.room !== room);
  }

  /** Not at once: a sender that is closed for flooding gets none of its echoes (protocol.md). */
  #schedule(): void {
    if (this.#closed || this.#scheduled) return;
    const immediate = setImmediate(() => this.#flush());
    this.#scheduled = () => clearImmediate(immediate);
  }

  #handleWritten(bytes: number): void {
    if (this.#closed) return;
    const wasStuck = this.#isStuck();
    this.#count(-bytes);
    this.#bytesInFlight -= bytes;
    this.#inFlight -= 1;
    this.#hasProgress = true;
    if (wasStuck && !this.#isStuck() && this.#queue.length > 0) this.#schedule();
  }

  #send(frame: Buffer): void {
    this.#inFlight += 1;
    this.#bytesInFlight += frame.length;
    this.write(frame, () => this.#handleWritten(frame.length));
  }

  #flush(): void {
    this.#scheduled = undefined;
    while (this.#writable > 0 && !this.#isStuck()) {
      const next = this.#queue.shift();
      if (!next) break;
      this.#writer.take();
      this.#send(next.frame);
    }
    if (this.#closed) return;
    if (this.#inFlight > 0) this.#watch();
    if (this.#queue.length === 0 || this.#isStuck()) return;
    this.#scheduled ??= this.clock.after(WRITER_WAIT_MS, () => this.#flush());
  }

  #watch(): void {
    if (this.#cancelStall || !this.#onStall) return;
    this.#hasProgress = false;
    this.#cancelStall = this.clock.after(STALL_MS, () => {
      this.#cancelStall = undefined;
      if (this.#inFlight === 0) return;
      if (this.#hasProgress) this.#watch();
      else this.#onStall?.();
    });
  }
}
