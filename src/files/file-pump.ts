import { BLOCK, type BlockDigest } from './block-digest.js';

/** Bytes that wait in a channel at most, and below which more is put into it. */
const MOST_WAITING = 1_048_576;
const FEW_WAITING = 262_144;
/** Bytes that may be on their way to the receiver's disk: enough for 80 MB/s at 200 ms. */
const WINDOW = 16_777_216;

/** UTF-8 bytes of a message: what the pair agreed on, within what is fair to the other streams and worth its envelope. */
export const chunkSize = (agreed: number | null | undefined): number =>
  Math.min(65_536, Math.max(16_384, agreed ?? 65_536));

export interface FilePumpHandlers {
  /** All is in the channel. */
  readonly onSent: () => void;
  /** The channel is gone before that, or behind it. */
  readonly onClosed: () => void;
  /** The file can't be read. */
  readonly onUnreadable: (cause: unknown) => void;
}

/** Puts a file into a channel, no faster than it drains and than the receiver puts away what comes. */
export class FilePump {
  #isOver = false;
  /** Bytes that the receiver has put away. */
  #got: number;
  #wake: (() => void) | undefined;

  constructor(
    private readonly channel: RTCDataChannel,
    private readonly file: Blob,
    readonly from: number,
    private readonly chunk: number,
    private readonly digest: BlockDigest,
    private readonly handlers: FilePumpHandlers,
  ) {
    this.#got = from;
    channel.bufferedAmountLowThreshold = FEW_WAITING;
    const wake = () => this.#wake?.();
    channel.addEventListener('bufferedamountlow', wake);
    channel.addEventListener('open', wake);
    channel.addEventListener('close', () => {
      if (this.#isOver) return;
      this.stop();
      handlers.onClosed();
    });
    void this.#run();
  }

  handleGot(bytes: number): void {
    this.#got = Math.max(this.#got, bytes);
    this.#wake?.();
  }

  stop(): void {
    this.#isOver = true;
    this.#wake?.();
    this.channel.close();
  }

  async #run(): Promise<void> {
    const { file, digest, chunk } = this;
    let next = this.#read(this.from);
    for (let at = this.from; at < file.size; at += BLOCK) {
      let block;
      try {
        block = await next;
      } catch (cause) {
        if (!this.#isOver) this.handlers.onUnreadable(cause);
        return;
      }
      next = this.#read(at + BLOCK);
      digest.set(at / BLOCK, block);
      for (let index = 0; index < block.length; index += chunk) {
        while (!this.#isOver && !this.#hasRoom(at + index)) await new Promise<void>((wake) => (this.#wake = wake));
        if (this.#isOver) return;
        try {
          this.channel.send(block.subarray(index, index + chunk));
        } catch {
          return; // It closes just now, and says so itself.
        }
      }
    }
    if (!this.#isOver) this.handlers.onSent();
  }

  #hasRoom(at: number): boolean {
    const { readyState, bufferedAmount } = this.channel;
    return readyState === 'open' && bufferedAmount + this.chunk <= MOST_WAITING && at < this.#got + WINDOW;
  }

  /** While the block before goes out. */
  #read(at: number): Promise<Uint8Array<ArrayBuffer>> {
    const read = this.file
      .slice(at, at + BLOCK)
      .arrayBuffer()
      .then((buffer) => new Uint8Array(buffer));
    read.catch(() => undefined); // Told to who waits for it.
    return read;
  }
}
