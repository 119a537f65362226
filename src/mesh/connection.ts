import type { Signal } from '../protocol/messages.js';
import type { PeerState } from '../protocol/peer-state.js';
import type { ConnectionCare } from './connection-care.js';
import { type Audience, Lines, type LocalTracks } from './lines.js';
import { Negotiation } from './negotiation.js';
import type { Pair } from './pair.js';
import { type Pace, REAL_PACE } from './resend.js';
import { type Secured, SecureWatch } from './secure-watch.js';
import { StateChannel, type StateChannelHandlers } from './state-channel.js';

/** Milliseconds in which the other end may restart first: in Firefox two restarts that cross can end the connection. */
const YIELD = 2_000;

export interface ConnectionHandlers {
  /** Something of the connection changed: its state, its tracks. */
  readonly onChange: () => void;
  readonly onState: (state: PeerState) => void;
  readonly onWord: StateChannelHandlers['onWord'];
  /** It is known whom it leads to. */
  readonly onSecure: (secured: Secured) => void;
  /** It leads to somebody else than it did, or to nobody that can be told. */
  readonly onForeign: () => void;
  /** What is said of trust, once it is known by whom. */
  readonly onTrust: (data: unknown) => void;
  /** A channel for what is said or sent, of theirs, or of ours to a deployed client. */
  readonly onChannel: (channel: RTCDataChannel) => void;
  /** The other end closed its connection. */
  readonly onClosed: () => void;
}

/** One `RTCPeerConnection` of a pair, with its lines, its negotiation and its channel. */
export class Connection {
  readonly pc: RTCPeerConnection;
  readonly lines: Lines;
  readonly negotiation: Negotiation;
  /** What looks after it, from the first look on. */
  care: ConnectionCare | undefined;
  readonly #secure: SecureWatch;
  #state: StateChannel | undefined;
  #handlers: ConnectionHandlers | undefined;
  /** Those of what is said or sent, theirs and ours. */
  readonly #channels = new Set<RTCDataChannel>();
  /** What the other end said of itself last, on its channel. */
  told: PeerState | undefined;
  #audience: () => Audience = () => 'ours';
  #renewal: ReturnType<typeof setTimeout> | undefined;

  constructor(
    configuration: RTCConfiguration,
    local: LocalTracks,
    private readonly localState: () => PeerState,
    private readonly pace: Pace = REAL_PACE,
  ) {
    this.pc = new RTCPeerConnection(configuration);
    this.lines = new Lines(this.pc, local);
    this.negotiation = new Negotiation(this.pc, this.lines, pace);
    this.#secure = new SecureWatch(this.pc, () => this.negotiation.remoteId, {
      onSecure: (secured) => {
        this.#handlers?.onSecure(secured);
        if (this.told) this.#handlers?.onState(this.told);
      },
      onForeign: () => this.#handlers?.onForeign(),
      onTrust: (data) => this.#handlers?.onTrust(data),
    });
    this.pc.addEventListener('connectionstatechange', () => {
      this.#lookSecure();
      this.#handleChange();
    });
    this.pc.addEventListener('signalingstatechange', this.#handleChange);
    this.pc.addEventListener('track', ({ track }) => {
      for (const type of ['mute', 'unmute', 'ended']) track.addEventListener(type, this.#handleChange);
    });
    this.pc.addEventListener('datachannel', ({ channel }) => {
      this.#handlers?.onChannel(this.#keep(channel));
    });
  }

  attach(pair: Omit<Pair, 'describeState'>, handlers: ConnectionHandlers): void {
    this.#handlers = handlers;
    this.#audience = pair.audience;
    this.negotiation.bind({ ...pair, describeState: this.#describeState });
  }

  /** Names the ICE session (RFC 8839, 5.4): another one after each restart. */
  get #ufrag(): string | undefined {
    return this.isClosed ? undefined : /^a=ice-ufrag:(.*)$/mu.exec(this.pc.localDescription?.sdp ?? '')?.[1];
  }

  /** Whom it leads to; `undefined` until the handshake is over and words can go. */
  get secured(): Secured | undefined {
    return this.#secure.secured;
  }

  get isClosed(): boolean {
    return this.pc.signalingState === 'closed';
  }

  /** Makes everything that a peer of ours can use, before the first offer; a spare has it already. */
  openForOurs(): void {
    if (this.#state) return;
    this.openStateChannel();
    this.lines.createAll();
  }

  /** Makes what a deployed client understands, before the first offer. The side that sorts first makes its file channel. */
  openForDeployed(fileChannelLabel: string | undefined): void {
    this.lines.createNeeded();
    if (fileChannelLabel !== undefined) this.#handlers?.onChannel(this.openChannel(fileChannelLabel));
  }

  /** A channel for what is said or sent. @throws {DOMException} it can't be opened any more */
  openChannel(label: string, options?: RTCDataChannelInit): RTCDataChannel {
    return this.#keep(this.pc.createDataChannel(label, options));
  }

  /** Nothing is said or sent here any more, but for what tells who is at the other end. */
  closeChannels(): void {
    for (const channel of this.#channels) channel.close();
  }

  #keep(channel: RTCDataChannel): RTCDataChannel {
    this.#channels.add(channel);
    channel.addEventListener('close', () => this.#channels.delete(channel));
    return channel;
  }

  /** That one is closed means that the connection was, at the other end. */
  watch(channel: RTCDataChannel): void {
    channel.addEventListener('close', this.#handleClosed);
  }

  /** Both ends make this channel, once each knows the other for ours. */
  openStateChannel(): void {
    if (this.#state) return;
    this.#state = new StateChannel(this.pc, this.#ownState);
    this.#state.handlers = {
      onState: (state) => {
        this.told = state;
        if (this.secured) this.#handlers?.onState(state); // before it is not known whose it is
      },
      onWord: (data) => {
        if (this.secured) this.#handlers?.onWord(data);
      },
      onTrust: (data) => {
        this.#secure.hear(data);
      },
      onOpen: this.#lookSecure,
      onClosed: this.#handleClosed,
    };
  }

  /** The other end turned out to be ours. */
  recognize(): void {
    this.openStateChannel();
    this.negotiation.hasten();
  }

  sayState(): void {
    this.#state?.say();
  }

  /** Says it again, be it as it was: something has to come in at the other end. */
  repeatState(): void {
    this.#state?.repeat();
  }

  /** Whether words can go to the other end. */
  get isOpen(): boolean {
    return this.#state?.isOpen ?? false;
  }

  /** Says something at once, with no more than `most` bytes before it, or not at all. */
  sayNow(word: string, most = Infinity): void {
    this.#state?.sayNow(word, most);
  }

  handle(signal: Signal): void {
    if (signal.type === 'webrtc.offer') this.care?.observation.noteOffer(signal.sdp, this.pace.time.now());
    this.negotiation.handle(signal);
  }

  /** Restarts ICE, with what is configured now; who is not in charge only if nobody else does: both ends gather anew then. */
  renewPath(isInCharge: boolean): void {
    clearTimeout(this.#renewal);
    const before = this.#ufrag;
    this.#renewal = setTimeout(
      () => {
        if (!this.isClosed && this.#ufrag === before) this.pc.restartIce();
      },
      isInCharge ? 0 : YIELD,
    );
  }

  /** Ends it for good: senders empty, connection closed, nobody told any more. */
  close(): void {
    this.#handlers = undefined;
    clearTimeout(this.#renewal);
    this.negotiation.close();
    void this.lines.clear();
    this.pc.close();
  }

  /** What we show of ourselves; to whom nothing goes, nothing. */
  readonly #ownState = (): PeerState | undefined => (this.#audience() === 'nobody' ? undefined : this.localState());

  readonly #describeState = (): PeerState | undefined => {
    const state = this.#ownState();
    if (state) this.#state?.noteSaid(state);
    return state;
  };

  readonly #lookSecure = (): void => {
    if (this.isOpen && this.pc.connectionState === 'connected') void this.#secure.look();
  };

  readonly #handleChange = (): void => this.#handlers?.onChange();
  readonly #handleClosed = (): void => this.#handlers?.onClosed();
}
