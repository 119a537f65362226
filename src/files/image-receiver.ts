import { MeetError } from '../errors.js';
import { type ImageWord, parseImageWord } from '../protocol/image-word.js';
import { kindOf } from '../protocol/kind.js';
import { cleanName } from './file-name.js';
import { BINARY, saidType } from './file-type.js';
import { Intake } from './intake.js';
import { type Places, sinkFor } from './sink.js';
import type { TransferLog } from './transfer-log.js';

/** Bytes of one that is put into memory: the usual picture comes faster than a file is made. */
const SMALL = 16_777_216;

/** Milliseconds without a byte after which a picture counts as lost. */
const PATIENCE = 60_000;

interface Current {
  readonly id: string;
  readonly wireId: string;
  readonly name: string;
  readonly size: number;
  readonly intake: Intake;
  type: string;
}

export interface ImageReceiverLinks {
  /** Of whose channel it is. */
  readonly name: () => string;
  /** Takes up one more of theirs, of so many bytes; or why not. */
  readonly admit: (id: string, size: number) => MeetError | undefined;
  /** Whether one that is refused is shown as such: of those that come on and on, not each. */
  readonly tells: () => boolean;
  readonly onReceived: () => void;
  /** Milliseconds of the clock. */
  readonly now: () => number;
}

/** Images of one deployed client, one after another on its channel. It asks for no leave, and hears of no refusal: we do. */
export class ImageReceiver {
  #current: Current | undefined;
  readonly #life = new AbortController();
  /** When something of the current one came last, ms of the clock. */
  #movedAt = 0;

  constructor(
    private readonly peer: string,
    channel: RTCDataChannel,
    early: readonly unknown[],
    private readonly log: TransferLog,
    private readonly places: Places,
    private readonly links: ImageReceiverLinks,
  ) {
    for (const data of early) this.#hear(data);
    const { signal } = this.#life;
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => this.#hear(data), { signal });
    channel.addEventListener('close', () => this.close(), { signal });
  }

  /** A second has gone by. */
  look(): void {
    const isLate = this.links.now() - this.#movedAt > PATIENCE;
    if (this.#current && isLate) this.#fail(this.#current, 'nothing came of it for a minute');
  }

  get isBusy(): boolean {
    return this.#current !== undefined;
  }

  /** It comes on, but is not taken: what belongs to none is not looked at. */
  cancel(id: string): void {
    if (this.#current?.id !== id) return;
    this.#drop(this.#current);
    this.log.change(id, { state: 'cancelled' });
  }

  /** The channel is gone, or another one is there. */
  close(): void {
    this.#life.abort();
    if (this.#current) this.#fail(this.#current, 'the connection was lost');
  }

  #hear(data: unknown): void {
    if (kindOf(data) === 'ArrayBuffer') return this.#receive(new Uint8Array(data as ArrayBuffer));
    const word = parseImageWord(data);
    if (word?.t === 'img-start') this.#begin(word);
    else if (word && word.id === this.#current?.wireId) void this.#finish(this.#current);
  }

  #begin({ id: wireId, name: said, mime, size }: Extract<ImageWord, { t: 'img-start' }>): void {
    if (this.#current) this.#fail(this.#current, 'another one began before it was all there');
    const [id, name, type] = [crypto.randomUUID(), cleanName(said), saidType(mime)];
    const refusal = this.links.admit(id, size);
    if (refusal && !this.links.tells()) return;
    this.#movedAt = this.links.now();
    const peer = { id: this.peer, name: this.links.name() };
    this.log.add({ id, peer, own: false, name, type, size, state: 'receiving' });
    this.links.onReceived();
    if (refusal) return this.log.change(id, { state: 'failed', error: refusal });
    const sink = sinkFor(size, this.places, SMALL);
    const intake = new Intake(sink, size, {
      onPut: () => undefined,
      onType: (is, pixels) => {
        current.type = is;
        this.log.change(id, { type: is, ...(pixels === undefined ? {} : { pixels }) });
      },
      onFailed: (cause) => this.#fail(current, 'it can’t be put away', cause),
    });
    const current: Current = { id, wireId, name, size, intake, type: BINARY };
    this.#current = current;
    if (size === 0) void this.#finish(current);
  }

  #receive(bytes: Uint8Array<ArrayBuffer>): void {
    const current = this.#current;
    if (!current) return;
    const { id, intake, size } = current;
    this.#movedAt = this.links.now();
    if (!intake.push(bytes.subarray(0, size - intake.received))) return this.#fail(current, 'it came too fast');
    if (this.#current !== current) return;
    this.log.change(id, { bytes: intake.received });
    if (intake.received === size) void this.#finish(current);
  }

  /** All that comes has come, be it less than was said. */
  async #finish(current: Current): Promise<void> {
    const { id, name, intake } = current;
    this.#current = undefined;
    this.log.change(id, { state: 'checking' });
    try {
      await intake.settle();
      const { type } = current;
      const file = await intake.finish(name, type);
      this.log.change(id, { state: 'done', size: intake.received, type, ...(file ? { file } : {}) });
    } catch (cause) {
      this.#fail(current, 'it can’t be put away', cause);
    }
  }

  #fail(current: Current, message: string, cause?: unknown): void {
    this.#drop(current);
    const error = cause instanceof MeetError ? cause : new MeetError('file-failed', message, { cause });
    this.log.change(current.id, { state: 'failed', error });
  }

  #drop(current: Current): void {
    if (this.#current === current) this.#current = undefined;
    current.intake.discard();
  }
}
