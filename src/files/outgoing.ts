import { MeetError } from '../errors.js';
import { fileLabel, type FileWord } from '../protocol/file-word.js';
import type { Time } from '../signaling/time.js';
import { BLOCK, BlockDigest } from './block-digest.js';
import { FilePump } from './file-pump.js';
import type { TransferChanges } from './transfer-log.js';

/** Milliseconds that a transfer waits for a way to go on, or for anything to come of it. */
export const PATIENCE = 600_000;
/** Times that it is begun again from the same place: what is closed again and again by the other end does not go on for ever. */
const MOST_TRIES = 20;

/** What a transfer of ours needs of those around it. */
export interface OutgoingLinks {
  /** False while there is no way. */
  readonly say: (word: FileWord) => boolean;
  /** Whether they can take another offer. */
  readonly mayOffer: () => boolean;
  readonly openChannel: (label: string, init: RTCDataChannelInit) => RTCDataChannel | undefined;
  readonly chunk: () => number;
  readonly change: (changes: TransferChanges) => void;
  /** It wants to send, and `begin()` is called when it may. */
  readonly wantTurn: () => void;
  /** It does not send any more. */
  readonly endTurn: () => void;
}

/** A file of ours to one of ours: offered, sent once they want it, gone on with on the next way when one is lost. */
export class Outgoing {
  readonly #digest = new BlockDigest();
  #pump: FilePump | undefined;
  /** From where it is wanted; `undefined`: nobody has said so. */
  #from: number | undefined;
  #tries = 0;
  #furthest = -1;
  /** Whether they know of it, on a way that is still there. */
  #isTold = false;
  #isQueued = false;
  /** That it is over, which could not be said yet. */
  #lastWord: FileWord | undefined;
  #isOver = false;
  /** When it came on last, ms of the clock. */
  #movedAt: number;

  constructor(
    readonly id: string,
    private readonly file: Blob,
    private readonly about: { readonly name: string; readonly type: string },
    private readonly links: OutgoingLinks,
    private readonly time: Time,
  ) {
    this.#movedAt = time.now();
  }

  /** Whether there is something to be said or done about it. */
  get isOpen(): boolean {
    return !this.#isOver || this.#lastWord !== undefined;
  }

  /** They know of it, and it is not over. */
  get isOffered(): boolean {
    return this.#isTold && !this.#isOver;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** Tells them that it may be had, unless they know; again on every new way, which they answer with how far it is. */
  offer(): void {
    if (this.#lastWord && this.links.say(this.#lastWord)) this.#lastWord = undefined;
    if (this.#isOver || this.#isTold) return;
    if (this.#from === undefined && !this.links.mayOffer()) return this.links.change({ state: 'queued' });
    const { name, type } = this.about;
    this.#isTold = this.links.say({ kind: 'offer', id: this.id, name, type, size: this.file.size });
    if (this.#isTold) this.#move();
    if (this.#from === undefined) this.links.change({ state: this.#isTold ? 'offered' : 'queued' });
  }

  /** A second has gone by. */
  look(): void {
    this.offer();
    const isLate = this.time.now() - this.#movedAt > PATIENCE;
    if (isLate) this.#lastWord = undefined;
    const waits = this.#from === undefined || this.#isQueued;
    if (isLate && !(this.#isTold && waits)) this.#fail('file-failed', 'nothing came of it for 10 minutes');
  }

  handleLost(): void {
    this.#isTold = false;
  }

  /** Takes it back without a word, for another way; false once they know of it. */
  recall(): boolean {
    if (this.#isTold || this.#from !== undefined || this.#isOver) return false;
    this.#isOver = true;
    return true;
  }

  hear(word: FileWord): void {
    if (this.#isOver) return;
    this.#move();
    if (word.kind === 'accept') this.#accept(word.from);
    else if (word.kind === 'got') this.#got(word.bytes);
    else if (word.kind === 'done') this.#end({ state: 'done', bytes: this.file.size });
    else if (word.kind === 'decline') this.#end({ state: 'declined' });
    else if (word.kind === 'cancel') this.#end({ state: 'cancelled' });
    else if (word.kind === 'failed' && word.rejected) this.#fail('file-rejected', 'it is too much for the receiver');
    else if (word.kind === 'failed')
      this.#fail('file-failed', 'it did not come as it was sent, or could not be put away');
  }

  /** It may send. */
  begin(): void {
    if (this.#isOver) return;
    const from = this.#from ?? 0;
    this.#isQueued = false;
    this.#move();
    if (from === this.file.size) return this.#finish();
    const channel = this.links.openChannel(fileLabel(this.id), { protocol: String(from) });
    if (!channel) return this.#pause();
    this.links.change({ state: 'sending' });
    this.#pump = new FilePump(channel, this.file, from, this.links.chunk(), this.#digest, {
      onSent: () => this.#finish(),
      onClosed: () => {
        this.#pump = undefined;
        this.#pause();
      },
      onUnreadable: (cause) => this.#fail('file-failed', 'the file can’t be read', cause),
    });
  }

  cancel(): void {
    if (this.#isOver) return;
    this.#withdraw(false);
    this.#end({ state: 'cancelled' });
  }

  /** The call is over. */
  close(): void {
    this.#fail('file-failed', 'the call is over');
  }

  #accept(from: number): void {
    const { size } = this.file;
    if (from > size || (from % BLOCK !== 0 && from !== size)) return;
    const isOnItsWay = this.#isQueued || this.#pump !== undefined;
    if (isOnItsWay && this.#from === from) return; // Said twice: by itself, and as an answer to our offer.
    this.#tries = from > this.#furthest ? 0 : this.#tries + 1;
    this.#furthest = Math.max(this.#furthest, from);
    if (this.#tries > MOST_TRIES) return this.#fail('file-failed', 'the receiver begins again and again');
    this.#stopPump();
    this.#from = from;
    this.#isQueued = true;
    this.links.change({ state: 'queued', bytes: from });
    this.links.wantTurn();
  }

  #got(bytes: number): void {
    if (bytes > this.file.size) return;
    this.#pump?.handleGot(bytes);
    this.links.change({ bytes });
  }

  /** All has gone out. What they say when this word is lost brings it again. */
  #finish(): void {
    this.links.change({ state: 'checking' });
    this.links.endTurn();
    this.#digest.root().then(
      (digest) => {
        if (!this.#isOver) this.#isTold = this.links.say({ kind: 'sent', id: this.id, digest });
      },
      (cause: unknown) => this.#fail('file-failed', 'the browser can’t digest it', cause),
    );
  }

  /** The way is gone. Told again by the next look, not at once: the other end may close each in turn. */
  #pause(): void {
    if (this.#isOver) return;
    this.#isTold = false;
    this.links.change({ state: 'paused' });
    this.links.endTurn();
  }

  #fail(code: 'file-failed' | 'file-rejected', message: string, cause?: unknown): void {
    if (this.#isOver) return;
    this.#withdraw(true);
    this.#end({ state: 'failed', error: new MeetError(code, message, { cause }) });
  }

  #withdraw(broken: boolean): void {
    const word = { kind: 'withdraw', id: this.id, broken } as const;
    if (!this.links.say(word)) this.#lastWord = word;
  }

  #end(changes: TransferChanges): void {
    this.#isOver = true;
    this.#stopPump();
    this.links.endTurn();
    this.links.change(changes);
  }

  #stopPump(): void {
    this.#pump?.stop();
    this.#pump = undefined;
  }

  #move(): void {
    this.#movedAt = this.time.now();
  }
}
