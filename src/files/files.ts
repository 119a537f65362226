import { MeetError } from '../errors.js';
import { parseFileWord, transferOf } from '../protocol/file-word.js';
import { REAL_TIME, type Time } from '../signaling/time.js';
import { Disk } from './disk.js';
import { cleanName } from './file-name.js';
import { BINARY, typeOf } from './file-type.js';
import type { FilePeer, FilesLinks } from './files-links.js';
import { Memory } from './memory.js';
import { OlderImages } from './older-images.js';
import { withoutMetadata } from './picture-metadata.js';
import { checkSize, Receivers } from './receivers.js';
import { type Sendable, Senders } from './senders.js';
import type { Transfer } from './transfer.js';
import { isOver, TransferLog } from './transfer-log.js';
import { UnaskedRoom } from './unasked.js';

/** Milliseconds between looks at what is on its way. */
const LOOK = 1_000;

export interface SendFileOptions {
  /** Ids of those who get it; everybody in the room when absent. */
  readonly to?: string | readonly string[] | undefined;
  /** Whether where and with what a picture was taken stays in it; without, it is taken out of JPEG, PNG and WebP. */
  readonly keepMetadata?: boolean | undefined;
}

/** The files of one call: with ours over channels of their own, images with deployed clients over theirs. */
export class Files {
  /** Counts calls: what is made ready for one does not go into the next. */
  #call = 0;
  readonly #log: TransferLog;
  readonly #places = { disk: new Disk(), memory: new Memory(), unasked: new UnaskedRoom() };
  readonly #senders: Senders;
  readonly #receivers: Receivers;
  readonly #older: OlderImages;
  #unlook: (() => void) | undefined;

  constructor(
    private readonly links: FilesLinks,
    private readonly time: Time = REAL_TIME,
  ) {
    const { unasked } = this.#places;
    const handlers = {
      onChange: links.onTransfers,
      onTransfer: (transfer: Transfer) => {
        const { id, state, size } = transfer;
        if (state === 'done') unasked.settle(id, size);
        else if (isOver(transfer)) unasked.free(id);
        links.onTransfer(transfer);
      },
      onProgress: links.onProgress,
      onDropped: (id: string) => {
        unasked.free(id);
        this.#senders.forget(id);
        this.#receivers.forget(id);
      },
    };
    this.#log = new TransferLog(handlers, time);
    this.#senders = new Senders(this.#log, links, time);
    this.#receivers = new Receivers(this.#log, links, this.#places, time);
    this.#older = new OlderImages(this.#log, links, this.#places, time);
  }

  /** A call begins: of the last one nothing is left. */
  begin(): void {
    this.#call += 1;
    this.#log.clear();
    void this.#places.disk.sweep();
  }

  /**
   * Sends a file; resolves to a transfer for each receiver, once they are on their way or wait.
   * @throws {MeetError} `file-rejected`: nobody there can take it; `file-failed`: it can't be read
   */
  async send(file: Blob & { readonly name?: string }, options: SendFileOptions = {}): Promise<readonly Transfer[]> {
    checkSize(file.size);
    this.#receiversOf(options);
    const call = this.#call;
    const what = await this.#prepare(file, options.keepMetadata === true);
    if (call !== this.#call) throw new MeetError('not-joined', 'that call is over');
    const receivers = this.#receiversOf(options);
    if (receivers.every(({ kind }) => kind === 'deployed') && what.type === BINARY) throw notAnImage();
    const ids = receivers.map((receiver) => this.#begin(receiver, what));
    this.#lookSoon();
    return ids.flatMap((id) => this.#log.get(id) ?? []);
  }

  /** Takes what is offered; in the task of a gesture, so that the browser can ask where to put it. */
  accept(id: string): Promise<void> {
    return this.#receivers.accept(id);
  }

  decline(id: string): void {
    this.#receivers.decline(id);
  }

  cancel(id: string): void {
    this.#senders.cancel(id);
    this.#receivers.cancel(id);
    this.#older.cancel(id);
  }

  /** A word of one of ours. */
  hear(from: string, data: unknown): void {
    const word = parseFileWord(data);
    if (!word) return;
    if (word.kind === 'offer' || word.kind === 'sent' || word.kind === 'withdraw') this.#receivers.hear(from, word);
    else this.#senders.hear(from, word);
    this.#lookSoon();
  }

  /** A channel of one of ours, which a file may come on. */
  take(from: string, channel: RTCDataChannel, early: readonly unknown[]): void {
    const id = transferOf(channel.label);
    if (id === undefined)
      channel.close(); // nobody here would hear it
    else this.#receivers.take(from, id, channel, early);
  }

  /** The file channel to a deployed client. */
  takeOlder(from: string, channel: RTCDataChannel, early: readonly unknown[]): void {
    this.#older.take(from, channel, early);
    this.#lookSoon();
  }

  /** There is a way to somebody. */
  handleReady(id: string): void {
    this.#senders.handleReady(id);
    this.#receivers.handleReady(id);
  }

  /** The way to somebody is gone. */
  handleLost(id: string): void {
    this.#senders.handleLost(id);
    this.#receivers.handleLost(id);
    this.#lookSoon();
  }

  /** Somebody came, went, or is another than was thought. */
  follow(): void {
    for (const { id, kind } of this.links.peers().values()) {
      if (kind !== 'deployed') this.#senders.handleReady(id);
      else for (const [transfer, what] of this.#senders.recall(id)) this.#sendOlder(transfer, id, what);
    }
  }

  /** The call is over; what came stays until the next one. */
  end(): void {
    this.#call += 1;
    this.#unlook?.();
    this.#unlook = undefined;
    this.#senders.end();
    this.#receivers.end();
    this.#older.end();
  }

  /** @throws {MeetError} `file-rejected` */
  #receiversOf({ to }: SendFileOptions): readonly FilePeer[] {
    const peers = this.links.peers();
    const ids = to === undefined ? [...peers.keys()] : typeof to === 'string' ? [to] : [...new Set(to)];
    if (ids.length === 0) throw new MeetError('file-rejected', 'there is nobody to send it to');
    return ids.map((id) => {
      const peer = peers.get(id);
      if (!peer) throw new MeetError('file-rejected', 'there is nobody of that id in the room');
      return peer;
    });
  }

  async #prepare(file: Blob & { readonly name?: string }, keepMetadata: boolean): Promise<Sendable> {
    try {
      const type = await typeOf(file);
      const clean = keepMetadata ? file : await withoutMetadata(file, type);
      if (!clean) throw new MeetError('file-rejected', 'what it says of where it was taken can’t be taken out of it');
      return { file: clean, name: cleanName(file.name ?? ''), type };
    } catch (cause) {
      if (cause instanceof MeetError) throw cause;
      throw new MeetError('file-failed', 'the file can’t be read', { cause });
    }
  }

  #begin({ id: peer, name, kind }: FilePeer, what: Sendable): string {
    const id = crypto.randomUUID();
    const { type } = what;
    const size = what.file.size;
    this.#log.add({ id, peer: { id: peer, name }, own: true, name: what.name, type, size, state: 'queued' });
    if (kind === 'deployed') this.#sendOlder(id, peer, what);
    else this.#senders.add(id, peer, what);
    return id;
  }

  #sendOlder(id: string, peer: string, what: Sendable): void {
    if (what.type === BINARY) this.#log.change(id, { state: 'failed', error: notAnImage() });
    else this.#older.send(id, peer, what);
  }

  #lookSoon(): void {
    this.#unlook ??= this.time.after(LOOK, () => {
      this.#unlook = undefined;
      this.#senders.look();
      this.#receivers.look();
      this.#older.look();
      this.#log.flush();
      if (this.#senders.isAnyOpen || this.#receivers.isAnyOpen || this.#older.isAnyOpen) this.#lookSoon();
    });
  }
}

const notAnImage = (): MeetError =>
  new MeetError('file-rejected', 'apps that are not ours take PNG, JPEG, GIF, WebP and AVIF images only');
