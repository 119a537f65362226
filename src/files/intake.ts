import { BLOCK, type BlockDigest } from './block-digest.js';
import { BINARY, imageType } from './file-type.js';
import { pixelsOf } from './pixels.js';
import type { Sink } from './sink.js';

/** Bytes that may have come and not be put away yet: ours send no more than they are told of, twice as much is a lie. */
const MOST_AHEAD = 67_108_864;

export interface IntakeHandlers {
  /** So many bytes in all are put away. */
  readonly onPut: (bytes: number) => void;
  /** What it is, by its content, and of a picture that says so how many pixels it has. */
  readonly onType: (type: string, pixels: number | undefined) => void;
  readonly onFailed: (cause: unknown) => void;
}

/** A file that comes in: makes blocks of what comes, digests them and puts them away. */
export class Intake {
  received = 0;
  #put = 0;
  #block: Uint8Array<ArrayBuffer> | undefined;
  #filled = 0;
  #work: Promise<void> = Promise.resolve();
  #isOver = false;

  constructor(
    private readonly sink: Promise<Sink>,
    private readonly size: number,
    private readonly handlers: IntakeHandlers,
    private readonly digest?: BlockDigest,
  ) {
    sink.catch(handlers.onFailed);
  }

  /** Takes what came; false when it is more than there is to come, or more than can be put away. */
  push(bytes: Uint8Array<ArrayBuffer>): boolean {
    if (this.received + bytes.length > this.size || this.received - this.#put > MOST_AHEAD) return false;
    for (let at = 0; at < bytes.length;) {
      // Made only when something for it is there: what is declared takes no memory.
      this.#block ??= new Uint8Array(Math.min(BLOCK, this.size - this.received));
      const part = bytes.subarray(at, at + this.#block.length - this.#filled);
      this.#block.set(part, this.#filled);
      this.#filled += part.length;
      this.received += part.length;
      at += part.length;
      if (this.#filled === this.#block.length) this.#close(this.#block);
    }
    return true;
  }

  /** Drops what is no whole block, and says where it goes on. */
  rewind(): number {
    this.received -= this.#filled;
    [this.#block, this.#filled] = [undefined, 0];
    return this.received;
  }

  /** All that comes has come; resolves once it is put away. @throws whatever kept it from being */
  async settle(): Promise<void> {
    if (this.#block && this.#filled > 0) this.#close(this.#block.subarray(0, this.#filled));
    await this.sink;
    await this.#work;
  }

  /** Makes the file of it, which can't be called off. @throws whatever kept it from being made */
  async finish(name: string, type: string): Promise<File | undefined> {
    return (await this.sink).finish(name, type);
  }

  /** It is wanted no more. */
  discard(): void {
    this.#isOver = true;
    this.#block = undefined;
    const clear = async () => {
      await this.#work.catch(() => undefined); // told already
      await (await this.sink).discard();
    };
    clear().catch(() => undefined); // There is nothing, or it is cleared away with the page.
  }

  #close(block: Uint8Array<ArrayBuffer>): void {
    const start = this.received - block.length;
    if (start === 0) {
      const type = imageType(block) ?? BINARY;
      this.handlers.onType(type, pixelsOf(type, block));
    }
    this.digest?.set(start / BLOCK, block);
    [this.#block, this.#filled] = [undefined, 0];
    this.#work = this.#work.then(async () => {
      if (this.#isOver) return;
      await (await this.sink).write(block);
      this.#put += block.length;
      this.handlers.onPut(this.#put);
    });
    this.#work.catch(this.handlers.onFailed);
  }
}
