import { MeetError } from '../errors.js';
import { type FileWord, serializeFileWord } from '../protocol/file-word.js';
import { Rate } from '../signaling/rate.js';
import type { Time } from '../signaling/time.js';
import { cleanName } from './file-name.js';
import { BINARY, saidType } from './file-type.js';
import type { FilesLinks } from './files-links.js';
import { Incoming } from './incoming.js';
import { askedSink, type Places, sinkFor } from './sink.js';
import type { TransferChanges, TransferLog } from './transfer-log.js';

/** Bytes of a file, sent or received. */
export const MOST_BYTES = 4_294_967_296;
/** Bytes of an image that is taken without a word; so small a file is put into memory. */
const MOST_UNASKED = 5_000_000;
/** Transfers of one person that are not over; what is more is refused. */
const MOST_OPEN = 20;
/** Offers of one person, at once and a second; what is more is not heard. */
const OFFERS = { burst: 30, perSecond: 1 };
/** Images of one person that are taken without a word; for more of them a word is wanted. */
const UNASKED = { burst: 20, perSecond: 0.1 };

type Offer = Extract<FileWord, { kind: 'offer' }>;

interface Entry {
  readonly id: string;
  readonly peer: string;
  readonly incoming: Incoming;
}

/** All files of ours to us. */
export class Receivers {
  /** By person and by their name for it. */
  readonly #entries = new Map<string, Entry>();
  readonly #offers: Rate;
  readonly #unasked: Rate;

  constructor(
    private readonly log: TransferLog,
    private readonly links: FilesLinks,
    private readonly places: Places,
    private readonly time: Time,
  ) {
    this.#offers = new Rate(OFFERS, time);
    this.#unasked = new Rate(UNASKED, time);
  }

  get isAnyOpen(): boolean {
    return [...this.#entries.values()].some(({ incoming }) => incoming.isOpen);
  }

  hear(from: string, word: FileWord): void {
    const entry = this.#entries.get(keyOf(from, word.id));
    if (word.kind !== 'offer') entry?.incoming.hear(word);
    else if (!entry) this.#offer(from, word);
    else if (entry.incoming.isSame(word)) entry.incoming.answer();
  }

  /** A channel that a file comes on. */
  take(from: string, wireId: string, channel: RTCDataChannel, early: readonly unknown[]): void {
    const entry = this.#entries.get(keyOf(from, wireId));
    if (entry) entry.incoming.take(channel, early);
    else channel.close();
  }

  /** Wanted by the person: in the task of their gesture. */
  accept(id: string): Promise<void> {
    const incoming = this.#get(id);
    if (!incoming) return Promise.resolve();
    const { name, size } = incoming.offer;
    return incoming.accept(() => askedSink(name, size, this.places, MOST_UNASKED));
  }

  decline(id: string): void {
    this.#get(id)?.decline();
  }

  cancel(id: string): void {
    this.#get(id)?.cancel();
  }

  /** There is a way to somebody. */
  handleReady(peer: string): void {
    for (const entry of this.#entries.values()) if (entry.peer === peer) entry.incoming.handleReady();
  }

  /** The way to somebody is gone. */
  handleLost(peer: string): void {
    for (const entry of this.#entries.values()) if (entry.peer === peer) entry.incoming.handleLost();
  }

  look(): void {
    const peers = this.links.peers();
    for (const [key, { peer, incoming }] of this.#entries) {
      incoming.look(peers.has(peer));
      if (incoming.isForsaken) this.#entries.delete(key);
    }
  }

  forget(id: string): void {
    for (const [key, entry] of this.#entries) if (entry.id === id) this.#entries.delete(key);
  }

  end(): void {
    for (const { incoming } of this.#entries.values()) incoming.close();
  }

  #get(id: string): Incoming | undefined {
    return [...this.#entries.values()].find((entry) => entry.id === id)?.incoming;
  }

  #offer(from: string, said: Offer): void {
    const peer = this.links.peers().get(from);
    if (!peer || !this.#offers.admits(from)) return;
    const say = (word: FileWord) => this.links.say(from, serializeFileWord(word));
    const open = [...this.#entries.values()].filter((entry) => entry.peer === from && !entry.incoming.isOver);
    if (open.length >= MOST_OPEN || said.size > MOST_BYTES) {
      say({ kind: 'failed', id: said.id, rejected: true });
      return;
    }
    const id = crypto.randomUUID();
    const offer = { ...said, name: cleanName(said.name) };
    const type = saidType(said.type);
    const isUnasked = this.#isUnasked(id, from, type, said.size);
    const change = (changes: TransferChanges) => this.log.change(id, changes);
    const incoming = new Incoming(offer, isUnasked, { say, change }, this.time);
    this.#entries.set(keyOf(from, said.id), { id, peer: from, incoming });
    const { name, size } = offer;
    this.log.add({ id, peer: { id: from, name: peer.name }, own: false, name, type, size, state: 'offered' });
    this.links.onReceived();
    if (isUnasked) void incoming.accept(() => sinkFor(size, this.places, MOST_UNASKED));
  }

  /** Whether it is taken without a word. */
  #isUnasked(id: string, from: string, type: string, size: number): boolean {
    const isSmallImage = type !== BINARY && size > 0 && size <= MOST_UNASKED;
    return isSmallImage && this.#unasked.admits(from) && this.places.unasked.claim(id, from, size);
  }
}

const keyOf = (peer: string, id: string): string => `${id} ${peer}`;

/** @throws {MeetError} `file-rejected` */
export const checkSize = (size: number): void => {
  if (size > MOST_BYTES) throw new MeetError('file-rejected', `a file has ${String(MOST_BYTES)} bytes at most`);
};
