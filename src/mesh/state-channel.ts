import { parseReceipt, type ReceiptWord, serializeReceipt } from '../protocol/receipt.js';
import { parseReaction, serializeReaction } from '../protocol/reaction.js';
import { isSameState, parsePeerState, type PeerState, serializePeerState } from '../protocol/peer-state.js';

/** Agreed beforehand, so that the first packet can carry words. High: channels that are not agreed take low ids. */
const CHANNEL_ID = 100;
const LABEL = 'private-meet';

export interface StateChannelHandlers {
  readonly onState: (state: PeerState) => void;
  /** What of ours the other end has got, could not decode, and shows. It comes every second, so it is the pair's heartbeat as well. */
  readonly onReceipt: (word: ReceiptWord) => void;
  readonly onReaction: (emoji: string) => void;
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
    private readonly state: () => PeerState,
  ) {
    this.#channel = connection.createDataChannel(LABEL, { negotiated: true, id: CHANNEL_ID });
    this.#channel.addEventListener('open', this.say);
    this.#channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const receipt = parseReceipt(data);
      if (receipt) {
        this.handlers?.onReceipt(receipt);
        return;
      }
      const told = parsePeerState(data);
      if (told) this.handlers?.onState(told);
      const emoji = told ? undefined : parseReaction(data);
      if (emoji !== undefined) this.handlers?.onReaction(emoji);
    });
    this.#channel.addEventListener('close', () => this.handlers?.onClosed());
  }

  /** `state` went out with a description. */
  noteSaid(state: PeerState): void {
    this.#said = state;
  }

  /** A receipt that cannot go out now is not kept: the next one says more. */
  sayReceipt(word: ReceiptWord): void {
    if (this.#channel.readyState === 'open' && this.#channel.bufferedAmount === 0)
      this.#channel.send(serializeReceipt(word));
  }

  /** A reaction that cannot go out now is not kept: later it would be out of place. */
  sayReaction(emoji: string): void {
    if (this.#channel.readyState === 'open') this.#channel.send(serializeReaction(emoji));
  }

  readonly say = (): void => {
    const state = this.state();
    if (this.#channel.readyState !== 'open' || (this.#said && isSameState(this.#said, state))) return;
    this.#said = state;
    this.#channel.send(serializePeerState(state));
  };
}
