import { parsePeerState, type PeerState, serializePeerState } from '../protocol/peer-state.js';

/** Agreed beforehand, so that the first packet can carry words. High: channels that are not agreed take low ids. */
const CHANNEL_ID = 100;
const LABEL = 'private-meet';

export interface StateChannelHandlers {
  readonly onState: (state: PeerState) => void;
  /** The other end closed its connection: shows here within milliseconds, in the connection's state after seconds. */
  readonly onClosed: () => void;
}

/** Live state that is not negotiation, straight to a peer of ours. Says the current state as soon as it opens. */
export class StateChannel {
  readonly #channel: RTCDataChannel;
  handlers: StateChannelHandlers | undefined;

  constructor(
    connection: RTCPeerConnection,
    private readonly state: () => PeerState,
  ) {
    this.#channel = connection.createDataChannel(LABEL, { negotiated: true, id: CHANNEL_ID });
    this.#channel.addEventListener('open', this.say);
    this.#channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const told = parsePeerState(data);
      if (told) this.handlers?.onState(told);
    });
    this.#channel.addEventListener('close', () => this.handlers?.onClosed());
  }

  readonly say = (): void => {
    if (this.#channel.readyState === 'open') this.#channel.send(serializePeerState(this.state()));
  };
}
