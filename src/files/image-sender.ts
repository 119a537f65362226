import { MeetError } from '../errors.js';
import { IMAGE_CHUNK, imageEnd, imageStart } from '../protocol/image-word.js';
import type { Time } from '../signaling/time.js';
import { BLOCK } from './block-digest.js';
import { PATIENCE } from './outgoing.js';
import type { Sendable } from './senders.js';
import type { TransferLog } from './transfer-log.js';

/** Bytes that wait in the channel at most. */
const MOST_WAITING = 1_048_576;

interface Entry {
  readonly id: string;
  readonly what: Sendable;
}

/** Images to one deployed client: one at a time, from the beginning again on the next channel when one is lost. */
export class ImageSender {
  readonly #queue: Entry[] = [];
  #channel: RTCDataChannel | undefined;
  #isRunning = false;
  #wake: (() => void) | undefined;
  /** When it came on last, ms of the clock. */
  #movedAt: number;

  constructor(
    private readonly log: TransferLog,
    private readonly time: Time,
  ) {
    this.#movedAt = time.now();
  }

  get isBusy(): boolean {
    return this.#queue.length > 0;
  }

  add(id: string, what: Sendable): void {
    if (!this.isBusy) this.#movedAt = this.time.now();
    this.#queue.push({ id, what });
    void this.#run();
  }

  /** There is a channel, or another one. */
  use(channel: RTCDataChannel): void {
    this.#channel = channel;
    channel.bufferedAmountLowThreshold = 0; // empty: nothing else tells that it went out
    for (const type of ['open', 'close', 'bufferedamountlow']) channel.addEventListener(type, () => this.#wake?.());
    this.#wake?.();
    void this.#run();
  }

  cancel(id: string): void {
    const index = this.#queue.findIndex((entry) => entry.id === id);
    if (index < 0) return;
    this.#queue.splice(index, 1);
    this.log.change(id, { state: 'cancelled' });
    this.#wake?.();
  }

  look(): void {
    if (this.isBusy && this.time.now() - this.#movedAt > PATIENCE) this.#failAll('nothing came of it for 10 minutes');
  }

  /** The call is over. */
  close(): void {
    this.#failAll('the call is over');
  }

  #failAll(message: string): void {
    for (const entry of [...this.#queue]) this.#end(entry, message);
    this.#wake?.();
  }

  async #run(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    for (let entry = this.#queue[0]; entry && this.#isUsable(); entry = this.#queue[0]) {
      try {
        await this.#send(entry, this.#channel);
      } catch (cause) {
        this.#end(entry, 'the file can’t be read', cause);
      }
    }
    this.#isRunning = false;
  }

  #isUsable(): boolean {
    const state = this.#channel?.readyState;
    return state === 'open' || state === 'connecting';
  }

  async #send(entry: Entry, channel = this.#channel): Promise<void> {
    const { id, what } = entry;
    const { file } = what;
    const isOn = () => this.#queue[0] === entry && this.#channel === channel && this.#isUsable();
    const until = async (isSo: () => boolean) => {
      while (isOn() && !isSo()) await new Promise<void>((wake) => (this.#wake = wake));
      return isOn();
    };
    if (!channel || !(await until(() => channel.readyState === 'open'))) return;
    this.log.change(id, { state: 'sending', bytes: 0 });
    channel.send(imageStart(id, what.name, what.type, file.size));
    for (let at = 0; at < file.size && isOn(); at += BLOCK) {
      const block = new Uint8Array(await file.slice(at, at + BLOCK).arrayBuffer());
      for (let index = 0; index < block.length; index += IMAGE_CHUNK) {
        if (!(await until(() => channel.bufferedAmount < MOST_WAITING))) break;
        channel.send(block.subarray(index, index + IMAGE_CHUNK));
        this.#movedAt = this.time.now();
        this.log.change(id, { bytes: Math.max(0, at + index - channel.bufferedAmount) });
      }
    }
    // Also behind one that was called off: it handles one at a time, and must not wait for this one's rest.
    if (channel.readyState === 'open') channel.send(imageEnd(id));
    if (await until(() => channel.bufferedAmount === 0)) this.#end(entry);
    else if (this.#queue[0] === entry) this.log.change(id, { state: 'paused', bytes: 0 });
  }

  #end(entry: Entry, message?: string, cause?: unknown): void {
    const index = this.#queue.indexOf(entry);
    if (index < 0) return;
    this.#queue.splice(index, 1);
    if (message === undefined) this.log.change(entry.id, { state: 'done', bytes: entry.what.file.size });
    else this.log.change(entry.id, { state: 'failed', error: new MeetError('file-failed', message, { cause }) });
  }
}
