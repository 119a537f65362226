import {
  isSameState,
  parsePeerState,
  type PeerState,
  serializePeerState,
  SILENT_STATE,
} from '../protocol/peer-state.js';
import { parseWord } from '../protocol/shape.js';

/** Agreed beforehand, so that the first packet can carry words. High: channels that are not agreed take low ids. */
const CHANNEL_ID = 100;
const LABEL = 'private-meet';
/** Version of the words of trust, which whoever does not know them leaves alone. */
const TRUST_VERSION = 2;
/** UTF-16 units of a word that is looked at. */
const MOST = 65_536;

export interface StateChannelHandlers {
  readonly onState: (state: PeerState) => void;
  /** What is no state: reactions, and receipts, which come every second, so that they are the pair's heartbeat as well. */
  readonly onWord: (data: unknown) => void;
  /** What is said to find out who is at the other end. */
  readonly onTrust: (data: unknown) => void;
  readonly onOpen: () => void;
  /** The other end closed its connection: shows here within milliseconds, in the connection's state after seconds. */
  readonly onClosed: () => void;
}

/** Live state that is not negotiation, straight to a peer of ours. Says what has changed since it was said last. */
export class StateChannel {
  #said: PeerState | undefined;
  readonly #channel: RTCDataChannel;
  handlers: StateChannelHandlers | undefined;

  constructor(
    connection: RTCPeerConnection,
    /** `undefined`: nothing is to be said of us. */
    private readonly state: () => PeerState | undefined,
  ) {
    this.#channel = connection.createDataChannel(LABEL, { negotiated: true, id: CHANNEL_ID });
    this.#channel.addEventListener('open', () => {
      this.say();
      this.handlers?.onOpen();
    });
    this.#channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const told = parsePeerState(data);
      if (told) this.handlers?.onState(told);
      else if (parseWord(data, MOST, TRUST_VERSION)) this.handlers?.onTrust(data);
      else this.handlers?.onWord(data);
    });
    this.#channel.addEventListener('close', () => this.handlers?.onClosed());
  }

  get isOpen(): boolean {
    return this.#channel.readyState === 'open';
  }

  /** `state` went out with a description. */
  noteSaid(state: PeerState): void {
    this.#said = state;
  }

  /** A word that cannot go out now, with no more than `most` bytes before it, is not kept: later it would be out of place. */
  sayNow(word: string, most: number): void {
    if (this.isOpen && this.#channel.bufferedAmount <= most) this.#channel.send(word);
  }

  /** Says our state again. */
  repeat(): void {
    this.sayNow(serializePeerState(this.state() ?? SILENT_STATE), 0);
  }

  readonly say = (): void => {
    const state = this.state();
    if (!this.isOpen || !state || (this.#said && isSameState(this.#said, state))) return;
    this.#said = state;
    this.#channel.send(serializePeerState(state));
  };
}
