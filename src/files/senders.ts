import { type FileWord, serializeFileWord } from '../protocol/file-word.js';
import { Rate } from '../signaling/rate.js';
import type { Time } from '../signaling/time.js';
import { chunkSize } from './file-pump.js';
import type { FilesLinks } from './files-links.js';
import { Outgoing } from './outgoing.js';
import type { TransferLog } from './transfer-log.js';

/** Files that go to one person at the same time; the others wait for their turn. */
const MOST_AT_ONCE = 3;

/** Offers that one person has at the same time, and how often there is another: less than they take (`receivers.ts`). */
const MOST_OFFERED = 16;
const OFFERS = { burst: 24, perSecond: 0.9 };

/** A file that is ready to go. */
export interface Sendable {
  readonly file: Blob;
  readonly name: string;
  readonly type: string;
}

interface Entry {
  readonly peer: string;
  readonly what: Sendable;
  readonly outgoing: Outgoing;
}

/** All files of ours to ours. */
export class Senders {
  readonly #entries = new Map<string, Entry>();
  /** Those that send, and those that want to, by person. */
  readonly #sending = new Map<string, Set<string>>();
  readonly #waiting = new Map<string, Set<string>>();
  readonly #offers: Rate;

  constructor(
    private readonly log: TransferLog,
    private readonly links: FilesLinks,
    private readonly time: Time,
  ) {
    this.#offers = new Rate(OFFERS, time);
  }

  get isAnyOpen(): boolean {
    return [...this.#entries.values()].some(({ outgoing }) => outgoing.isOpen);
  }

  add(id: string, peer: string, what: Sendable): void {
    const links = {
      say: (word: FileWord) => this.links.say(peer, serializeFileWord(word)),
      openChannel: (label: string, init: RTCDataChannelInit) => this.links.openChannel(peer, label, init),
      mayOffer: () =>
        this.#of(peer).filter(({ isOffered }) => isOffered).length < MOST_OFFERED && this.#offers.admits(peer),
      chunk: () => chunkSize(this.links.messageSize(peer)),
      change: (changes: Parameters<TransferLog['change']>[1]) => this.log.change(id, changes),
      wantTurn: () => {
        setOf(this.#sending, peer).delete(id);
        setOf(this.#waiting, peer).add(id);
        this.#giveTurns(peer);
      },
      endTurn: () => {
        setOf(this.#sending, peer).delete(id);
        setOf(this.#waiting, peer).delete(id);
        this.#giveTurns(peer);
      },
    };
    const outgoing = new Outgoing(id, what.file, what, links, this.time);
    this.#entries.set(id, { peer, what, outgoing });
    outgoing.offer();
  }

  hear(from: string, word: FileWord): void {
    const entry = this.#entries.get(word.id);
    if (entry?.peer === from && !entry.outgoing.isOver) entry.outgoing.hear(word);
    else if (word.kind === 'accept') {
      this.links.say(from, serializeFileWord({ kind: 'withdraw', id: word.id, broken: false }));
    }
  }

  /** There is a way to somebody. */
  handleReady(peer: string): void {
    for (const outgoing of this.#of(peer)) outgoing.offer();
  }

  /** The way to somebody is gone. */
  handleLost(peer: string): void {
    for (const outgoing of this.#of(peer)) outgoing.handleLost();
  }

  /** What waits for somebody who turns out to be unable to take it this way. */
  recall(peer: string): (readonly [id: string, what: Sendable])[] {
    const recalled = [...this.#entries].filter(([, entry]) => entry.peer === peer && entry.outgoing.recall());
    for (const [id] of recalled) this.#entries.delete(id);
    return recalled.map(([id, { what }]) => [id, what]);
  }

  look(): void {
    for (const { outgoing } of this.#entries.values()) outgoing.look();
  }

  cancel(id: string): void {
    this.#entries.get(id)?.outgoing.cancel();
  }

  forget(id: string): void {
    this.#entries.delete(id);
  }

  end(): void {
    for (const { outgoing } of this.#entries.values()) outgoing.close();
  }

  #of(peer: string): Outgoing[] {
    return [...this.#entries.values()].filter((entry) => entry.peer === peer).map(({ outgoing }) => outgoing);
  }

  #giveTurns(peer: string): void {
    const [sending, waiting] = [setOf(this.#sending, peer), setOf(this.#waiting, peer)];
    for (const id of waiting) {
      if (sending.size >= MOST_AT_ONCE) return;
      waiting.delete(id);
      sending.add(id);
      this.#entries.get(id)?.outgoing.begin();
    }
  }
}

const setOf = (sets: Map<string, Set<string>>, key: string): Set<string> => {
  const set = sets.get(key) ?? new Set();
  sets.set(key, set);
  return set;
};
