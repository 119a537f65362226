import { Files } from '../../src/files/files.js';
import type { FilePeer } from '../../src/files/files-links.js';
import type { Transfer } from '../../src/files/transfer.js';
import { type FileWord, fileLabel, parseFileWord, serializeFileWord } from '../../src/protocol/file-word.js';
import { ManualTime } from '../signaling/manual-time.js';
import { FakeChannel } from './fake-channel.js';

export const PNG = Uint8Array.from('89504e470d0a1a0a'.match(/../gu) ?? [], (digits) => Number.parseInt(digits, 16));

/** Bytes that begin as a PNG does. */
export const pngBytes = (size: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(size);
  bytes.set(PNG.subarray(0, size));
  return bytes;
};

/** SHA-256 over the SHA-256 of each mebibyte, in hexadecimal digits: what a sender says. */
export const digestOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
  const blocks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += 1_048_576)
    blocks.push(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice(at, at + 1_048_576))));
  const all = new Uint8Array(await new Blob(blocks as BlobPart[]).arrayBuffer());
  const root = new Uint8Array(await crypto.subtle.digest('SHA-256', all));
  return [...root].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};

/** The files of one person, with somebody at the other end who says what a test says: eve (ours) and dee (a deployed client). */
export class FilesFixture {
  readonly time = new ManualTime();
  readonly peers = new Map<string, FilePeer>([
    ['eve', { id: 'eve', name: 'Eve', kind: 'ours' }],
    ['bo', { id: 'bo', name: 'Bo', kind: 'ours' }],
    ['dee', { id: 'dee', name: 'Dee', kind: 'deployed' }],
  ]);
  readonly files: Files;
  transfers: readonly Transfer[] = [];
  /** What was said to whom. */
  readonly said: { readonly to: string; readonly word: FileWord }[] = [];
  /** Channels that were opened. */
  readonly opened: FakeChannel[] = [];
  readonly progress: Transfer[] = [];
  isReachable = true;
  received = 0;
  readonly #watchers: (() => void)[] = [];

  constructor() {
    this.files = new Files(
      {
        peers: () => this.peers,
        say: (to, text) => {
          const word = parseFileWord(text);
          if (!word) throw new Error(`no word: ${text}`);
          if (this.isReachable) this.said.push({ to, word });
          this.#notify();
          return this.isReachable;
        },
        openChannel: (_, label, { protocol = '' }) => {
          if (!this.isReachable) return undefined;
          const channel = new FakeChannel(label, protocol);
          this.opened.push(channel);
          channel.addEventListener('sent', () => this.#notify());
          this.#notify();
          return channel.asChannel;
        },
        messageSize: () => 262_144,
        onTransfers: (all) => {
          this.transfers = all;
          this.#notify();
        },
        onTransfer: () => undefined,
        onProgress: (transfer) => this.progress.push(transfer),
        onReceived: () => (this.received += 1),
      },
      this.time,
    );
    this.files.begin();
  }

  /** Somebody says a word. */
  hear(word: FileWord, from = 'eve'): void {
    this.files.hear(from, serializeFileWord(word));
  }

  offer(id: string, size: number, name = 'file.bin', type = '', from = 'eve'): Transfer | undefined {
    const before = this.transfers.length;
    this.hear({ kind: 'offer', id, name, type, size }, from);
    return this.transfers[before];
  }

  /** Somebody opens the channel that a file comes on. */
  channel(id: string, start = 0, from = 'eve'): FakeChannel {
    const channel = new FakeChannel(fileLabel(id), String(start));
    this.files.take(from, channel.asChannel, []);
    return channel;
  }

  /** Resolves once `holds`, looked at whenever something is said, sent or changed. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((resolve) => this.#watchers.push(resolve));
  }

  /** Resolves to a transfer once it is in a state. */
  async reaches(id: string | undefined, state: Transfer['state']): Promise<Transfer> {
    const look = () => this.transfers.find((transfer) => transfer.id === id);
    await this.until(() => look()?.state === state);
    return look()!;
  }

  /** Accepts an offer; resolves once the other end has been told. */
  async accept(id: string | undefined): Promise<void> {
    const before = this.said.length;
    void this.files.accept(id!);
    await this.until(() => this.said.slice(before).some(({ word }) => word.kind === 'accept'));
  }

  words(kind: FileWord['kind'], to = 'eve'): FileWord[] {
    return this.said.filter((each) => each.to === to && each.word.kind === kind).map(({ word }) => word);
  }

  close(): void {
    this.files.end();
    this.files.begin();
  }

  #notify(): void {
    for (const look of this.#watchers.splice(0)) look();
  }
}
