import { Files } from '../files/files.js';
import type { FilePeer } from '../files/files-links.js';
import type { Mesh } from '../mesh/mesh.js';
import { FILES_LABEL } from '../protocol/file-word.js';
import { FileEvent } from './events.js';
import type { RoomStore } from './room-store.js';
import { WordChannels } from './word-channels.js';

export interface FileDeskSource {
  readonly mesh: () => Mesh | undefined;
  readonly peers: () => ReadonlyMap<string, FilePeer>;
  readonly fileChannelLabel: () => string;
  readonly dispatch: (event: Event) => void;
}

/** The files of a call: joins them and the connections, and writes what the store has of them. */
export class FileDesk {
  readonly files: Files;
  readonly #words: WordChannels;

  constructor(
    store: RoomStore,
    private readonly source: FileDeskSource,
  ) {
    const { mesh, dispatch } = source;
    this.#words = new WordChannels(FILES_LABEL, mesh, {
      onWord: (from, data) => this.files.hear(from, data),
      onReady: (id) => this.files.handleReady(id),
      onLost: (id) => this.files.handleLost(id),
    });
    this.files = new Files({
      peers: source.peers,
      say: (to, word) => this.#words.say(to, word),
      openChannel: (to, label, init) => mesh()?.openChannel(to, label, init),
      messageSize: (to) => mesh()?.messageSize(to),
      onTransfers: (all) => store.$transfers.set(all),
      onTransfer: (transfer) => dispatch(new FileEvent('pm-file', transfer)),
      onProgress: (transfer) => dispatch(new FileEvent('pm-file-progress', transfer)),
      onReceived: () => store.$unread.set(store.$unread.get() + 1),
    });
  }

  /** A channel that somebody opened, or to a deployed client ours; `early`: what has come in on it. */
  take(id: string, channel: RTCDataChannel, early: readonly unknown[]): void {
    const isOurs = this.source.mesh()?.kindOf(id) === 'ours';
    if (isOurs && channel.label === FILES_LABEL) this.#words.take(id, channel, early);
    else if (isOurs) this.files.take(id, channel, early);
    else if (channel.label === this.source.fileChannelLabel()) this.files.takeOlder(id, channel, early);
  }

  /** The call is over. */
  end(): void {
    this.files.end();
    this.#words.end();
  }
}
