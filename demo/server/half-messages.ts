import type { Readable } from 'node:stream';
import { ByteBudget } from './byte-budget.js';
import type { Clock } from './clock.js';

/** Bytes of messages of which a part is here and the rest is not, of everybody together. */
const MAX_BYTES = 16_777_216;
/** What keeping a piece costs beside its bytes. */
const PIECE_BYTES = 128;
/** Milliseconds that a message may take to come: 65,536 bytes by 26 kbit/s. */
const MAX_MS = 20_000;

/** Where one message ends and the next begins (RFC 6455, 5.2), by the heads of frames alone. */
class FrameEnds {
  #head: number[] = [];
  #left = 0;
  #isOpen = false;

  /** Reads on; the bytes at the end of `chunk` that belong to what has not come wholly, and whether anything ended before them. */
  read(chunk: Buffer): { readonly rest: number; readonly hasEnded: boolean } {
    let at = 0;
    let ended = -1;
    while (at < chunk.length) {
      if (this.#left > 0) {
        const taken = Math.min(this.#left, chunk.length - at);
        this.#left -= taken;
        at += taken;
      } else if (!this.#takeHead(chunk[at++] ?? 0)) continue;
      if (this.#left === 0 && this.#endFrame()) ended = at;
    }
    return ended < 0 ? { rest: chunk.length, hasEnded: false } : { rest: chunk.length - ended, hasEnded: true };
  }

  /** True with the last byte of a head. */
  #takeHead(byte: number): boolean {
    const head = this.#head;
    head.push(byte);
    const [, second = 0] = head;
    const wide = (second & 0x7f) === 127 ? 8 : (second & 0x7f) === 126 ? 2 : 0;
    if (head.length < 2 || head.length < 2 + wide + (second & 0x80 ? 4 : 0)) return false;
    // What is longer than a frame may be, or has no mask, `ws` ends the connection for.
    this.#left = wide === 0 ? second & 0x7f : head.slice(2, 2 + wide).reduce((sum, each) => sum * 256 + each, 0);
    return true;
  }

  /** True when nothing is open any more: a control frame may stand between the pieces of a message. */
  #endFrame(): boolean {
    const [first = 0] = this.#head;
    this.#head = [];
    if ((first & 0x08) === 0) this.#isOpen = (first & 0x80) === 0;
    return !this.#isOpen;
  }
}

interface Half {
  bytes: number;
  readonly cancel: () => void;
  readonly end: () => void;
}

/**
 * Messages that have come in part. They are in no queue yet, and who never ends one would have its bytes kept for good: so each has its
 * time, and where all together are too many the oldest goes, for an honest one is on its way for moments.
 */
export class HalfMessages {
  readonly #budget = new ByteBudget(MAX_BYTES);
  readonly #halves = new Map<Readable, Half>(); // the oldest first

  constructor(private readonly clock: Clock) {}

  get bytes(): number {
    return this.#budget.used;
  }

  /** Watches what comes by a socket; `end` is called, once, when a message of it takes too long or too much. */
  watch(socket: Readable, end: () => void): void {
    const ends = new FrameEnds();
    socket.on('data', (chunk: Buffer) => {
      const { rest, hasEnded } = ends.read(chunk);
      if (hasEnded) this.#forget(socket);
      if (rest > 0) this.#keep(socket, rest + PIECE_BYTES, end);
    });
    socket.once('close', () => this.#forget(socket));
  }

  #keep(socket: Readable, bytes: number, end: () => void): void {
    const known = this.#halves.get(socket);
    const half = known ?? { bytes: 0, cancel: this.clock.after(MAX_MS, () => this.#end(socket)), end };
    half.bytes += bytes;
    this.#budget.add(bytes);
    this.#halves.set(socket, half);
    while (!this.#budget.hasRoom(0)) {
      const [oldest] = this.#halves.keys();
      if (!oldest) break;
      this.#end(oldest);
    }
  }

  #end(socket: Readable): void {
    const half = this.#halves.get(socket);
    this.#forget(socket);
    half?.end();
  }

  #forget(socket: Readable): void {
    const half = this.#halves.get(socket);
    if (!half) return;
    half.cancel();
    this.#halves.delete(socket);
    this.#budget.add(-half.bytes);
  }
}
