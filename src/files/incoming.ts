import { MeetError } from '../errors.js';
import type { FileWord } from '../protocol/file-word.js';
import { kindOf } from '../protocol/kind.js';
import type { Time } from '../signaling/time.js';
import { BlockDigest } from './block-digest.js';
import { BINARY } from './file-type.js';
import { Intake } from './intake.js';
import { PATIENCE } from './outgoing.js';
import type { Sink } from './sink.js';
import type { Transfer } from './transfer.js';
import type { TransferChanges } from './transfer-log.js';

/** Milliseconds after which an offer counts no more when who made it is not in the room. */
const AWAY = 60_000;

/** What a transfer to us needs of those around it. */
export interface IncomingLinks {
  /** False while there is no way. */
  readonly say: (word: FileWord) => boolean;
  readonly change: (changes: TransferChanges) => void;
}

type Offer = Extract<FileWord, { kind: 'offer' }>;

/** A file of one of ours to us: offered, put away once it is wanted, gone on with from the last whole block on the next way. */
export class Incoming {
  /** Whether it is over for its sender has left: offered by them once more, it is another one. */
  isForsaken = false;
  readonly #digest = new BlockDigest();
  #state: Transfer['state'] = 'offered';
  #intake: Intake | undefined;
  #sink: Sink | undefined;
  #channel: RTCDataChannel | undefined;
  /** What is to come on the channel, and is here already. */
  #skip = 0;
  #said: string | undefined;
  /** Whether they know from where on it is wanted, on a way that is still there. */
  #isAsked = false;
  /** Whether they have not been told that it is over. */
  #isUntold = false;
  #isRejected = false;
  #isOpening = false;
  #isChecking = false;
  /** Whether the file is being made of it, and so whether it is too late to call it off. */
  #isFinishing = false;
  #type = BINARY;
  /** When it came on last, and when its sender was last there, ms of the clock. */
  #movedAt: number;
  #seenAt: number;

  /** `offer`: with a clean name. `isUnasked`: it is taken without a word, so a raster image it must be. */
  constructor(
    readonly offer: Offer,
    private readonly isUnasked: boolean,
    private readonly links: IncomingLinks,
    private readonly time: Time,
  ) {
    this.#movedAt = this.#seenAt = time.now();
  }

  get isOver(): boolean {
    return ['done', 'declined', 'cancelled', 'failed'].includes(this.#state);
  }

  /** Whether there is something to be said or done about it. */
  get isOpen(): boolean {
    return !this.isOver || this.#isUntold;
  }

  get isOffered(): boolean {
    return this.#state === 'offered' && !this.#isOpening;
  }

  /** Whether it is what they offer again, on another way. */
  isSame({ size, type }: Offer): boolean {
    return size === this.offer.size && type === this.offer.type;
  }

  /** It is wanted: `open` gives where to put it, and is called in this task; `undefined`: the person thinks better of it. */
  async accept(open: () => Promise<Sink | undefined>): Promise<void> {
    if (!this.isOffered) return;
    this.#isOpening = true;
    try {
      const sink = await open();
      this.#isOpening = false;
      if (!sink) return;
      this.#sink = sink;
      if (this.isOver) this.#discard();
      else this.#begin(sink);
    } catch (cause) {
      this.#isOpening = false;
      const isRejected = cause instanceof MeetError && cause.code === 'file-rejected';
      this.#fail(isRejected ? 'file-rejected' : 'file-failed', 'it can’t be put anywhere', cause);
    }
  }

  decline(): void {
    if (this.#state === 'offered') this.#end('declined');
  }

  cancel(): void {
    if (!this.isOver && !this.#isFinishing) this.#end('cancelled');
  }

  /** The call is over. */
  close(): void {
    if (!this.#isFinishing) this.#fail('file-failed', 'the call is over');
  }

  /** There is a way to them, or they offer it again: tells how far it is. */
  answer(): void {
    const { id, size } = this.offer;
    if (this.isOver) return this.#tellEnd();
    if (!this.#intake || this.#isChecking || (this.#channel && this.#intake.received < size)) return;
    const from = this.#channel ? size : this.#intake.rewind();
    this.#isAsked = this.links.say({ kind: 'accept', id, from });
  }

  /** There is a way to them: says what could not be said, or may not have come. */
  handleReady(): void {
    if (!this.isOver || this.#isUntold) this.answer();
  }

  /** The way to them is gone. */
  handleLost(): void {
    this.#isAsked = false;
  }

  /** A second has gone by; `isThere`: whether its sender is in the room. */
  look(isThere: boolean): void {
    const now = this.time.now();
    const isLate = now - this.#movedAt > PATIENCE;
    if (isThere) this.#seenAt = now;
    if (this.isOver) this.#isUntold &&= !isLate;
    else if (this.isOffered && now - this.#seenAt > AWAY) this.#forsake();
    else if (isLate && !this.isOffered) this.#fail('file-failed', 'nothing came of it for 10 minutes');
    if (this.isOver ? this.#isUntold : !this.#isAsked) this.answer();
  }

  hear(word: FileWord): void {
    if (this.isOver || this.#isFinishing) return;
    this.#move();
    if (word.kind === 'withdraw' && word.broken) this.#fail('file-failed', 'the sender can’t send it');
    else if (word.kind === 'withdraw') this.#end('cancelled');
    else if (word.kind === 'sent') {
      this.#said = word.digest;
      void this.#check();
    }
  }

  /** The channel that it comes on: from the byte on that its protocol says. */
  take(channel: RTCDataChannel, early: readonly unknown[]): void {
    const start = Number(channel.protocol);
    const position = this.#channel ? this.#intake?.received : this.#intake?.rewind();
    const isWanted = position !== undefined && Number.isSafeInteger(start) && start >= 0 && start <= position;
    if (!isWanted || this.isOver || this.#isChecking) return channel.close();
    const before = this.#channel;
    this.#channel = channel;
    before?.close();
    this.#skip = position - start;
    channel.binaryType = 'arraybuffer';
    this.#set('receiving');
    for (const data of early) this.#receive(channel, data);
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => this.#receive(channel, data));
    channel.addEventListener('close', () => {
      if (this.#channel !== channel) return;
      this.#channel = undefined;
      this.#isAsked = false;
      if (this.#state === 'receiving') this.#set('paused');
    });
    if (channel.readyState === 'closed') this.#channel = undefined;
  }

  #begin(sink: Sink): void {
    const { id, size } = this.offer;
    const handlers = {
      onPut: (bytes: number) => {
        this.#move();
        if (!this.isOver) this.links.say({ kind: 'got', id, bytes });
      },
      onType: (type: string, pixels: number | undefined) => {
        this.#type = type;
        if (this.isUnasked && type === BINARY) this.#fail('file-rejected', 'it is no image, as it was said to be');
        else this.links.change({ type, ...(pixels === undefined ? {} : { pixels }) });
      },
      onFailed: (cause: unknown) => this.#fail('file-failed', 'it can’t be put away', cause),
    };
    this.#intake = new Intake(Promise.resolve(sink), size, handlers, this.#digest);
    this.#set('queued');
    this.#move();
    this.answer();
  }

  #receive(channel: RTCDataChannel, data: unknown): void {
    if (this.#channel !== channel || kindOf(data) !== 'ArrayBuffer') return;
    const bytes = data as ArrayBuffer;
    const intake = this.#intake;
    const skipped = Math.min(this.#skip, bytes.byteLength);
    this.#skip -= skipped;
    if (!intake || skipped === bytes.byteLength) return;
    this.#move();
    if (!intake.push(new Uint8Array(bytes, skipped))) {
      return this.#fail('file-failed', 'more came than was offered, or faster than was asked for');
    }
    if (this.isOver) return;
    this.links.change({ bytes: intake.received });
    if (intake.received === this.offer.size) void this.#check();
  }

  /** All is here, and what it should be has been said. */
  async #check(): Promise<void> {
    const intake = this.#intake;
    if (intake?.received !== this.offer.size || this.isOver) return;
    this.#set('checking');
    if (this.#said === undefined || this.#isChecking) return;
    this.#isChecking = true;
    try {
      const digest = await this.#digest.root();
      if (digest !== this.#said) {
        this.#fail('file-failed', 'it did not come as it was sent');
        return;
      }
      await intake.settle();
      if (!this.#isAt('checking')) return; // called off meanwhile
      this.#isFinishing = true;
      const file = await intake.finish(this.offer.name, this.#type);
      if (!this.#isAt('checking')) return; // it took too long
      if (file) this.links.change({ file });
      this.#end('done');
    } catch (cause) {
      this.#fail('file-failed', 'it can’t be put away', cause);
    }
  }

  /** Its sender has left. */
  #forsake(): void {
    this.isForsaken = true;
    this.#fail('file-failed', 'whoever offered it has left');
  }

  #fail(code: 'file-failed' | 'file-rejected', message: string, cause?: unknown): void {
    if (this.isOver) return;
    this.#isRejected = code === 'file-rejected';
    this.#end('failed', new MeetError(code, message, { cause }));
  }

  #end(state: Transfer['state'], error?: MeetError): void {
    this.#state = state;
    const channel = this.#channel;
    this.#channel = undefined;
    channel?.close();
    if (state !== 'done') this.#discard();
    this.#tellEnd();
    this.links.change({ state, ...(error ? { error } : {}) });
  }

  #tellEnd(): void {
    const { id } = this.offer;
    const words = { done: 'done', declined: 'decline', cancelled: 'cancel' } as const;
    const kind = words[this.#state as keyof typeof words] as (typeof words)[keyof typeof words] | undefined;
    this.#isUntold = !this.links.say(kind ? { kind, id } : { kind: 'failed', id, rejected: this.#isRejected });
  }

  #discard(): void {
    if (this.#intake) this.#intake.discard();
    else void this.#sink?.discard().catch(() => undefined); // Cleared away with the page then.
  }

  #isAt(state: Transfer['state']): boolean {
    return this.#state === state;
  }

  #set(state: Transfer['state']): void {
    this.#state = state;
    this.links.change({ state });
  }

  #move(): void {
    this.#movedAt = this.time.now();
  }
}
