import type { Transfer } from './transfer.js';

/** Somebody in the room, as far as files go. */
export interface FilePeer {
  readonly id: string;
  readonly name: string;
  readonly kind: 'unknown' | 'ours' | 'deployed';
}

/** What files need of the call, and tell it. */
export interface FilesLinks {
  /** The others, by id. */
  readonly peers: () => ReadonlyMap<string, FilePeer>;
  /** Says a word to one of ours; false while there is no way to them. */
  readonly say: (to: string, word: string) => boolean;
  /** A channel to one of ours; `undefined` while there is no connection. */
  readonly openChannel: (to: string, label: string, init: RTCDataChannelInit) => RTCDataChannel | undefined;
  /** Bytes of a message at most, as the connection agreed on (`RTCSctpTransport.maxMessageSize`). */
  readonly messageSize: (to: string) => number | undefined;
  readonly onTransfers: (all: readonly Transfer[]) => void;
  /** One came or went out, or is over. */
  readonly onTransfer: (transfer: Transfer) => void;
  readonly onProgress: (transfer: Transfer) => void;
  /** Somebody else's came in. */
  readonly onReceived: () => void;
}
