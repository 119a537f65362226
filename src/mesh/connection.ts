import type { Signal } from '../protocol/messages.js';
import type { PeerState } from '../protocol/peer-state.js';
import type { Shown } from '../protocol/shown.js';
import { Decoding, NO_PICTURES, type PictureKind } from './decoding.js';
import { FlowMeter } from './flow-meter.js';
import { Lines, type LocalTracks } from './lines.js';
import { Negotiation } from './negotiation.js';
import { Observation } from './observation.js';
import type { Pair } from './pair.js';
import { type Pace, REAL_PACE } from './resend.js';
import { StateChannel, type StateChannelHandlers } from './state-channel.js';

/** Milliseconds in which the other end may restart first: in Firefox two restarts that cross can end the connection. */
const YIELD = 2_000;

export interface ConnectionHandlers {
  /** Something of the connection changed: its state, its tracks. */
  readonly onChange: () => void;
  readonly onState: (state: PeerState) => void;
  readonly onReceipt: StateChannelHandlers['onReceipt'];
  readonly onReaction: (emoji: string) => void;
  /** The other end closed its connection. */
  readonly onClosed: () => void;
}

/** One `RTCPeerConnection` of a pair, with its lines, its negotiation and its channel. */
export class Connection {
  readonly pc: RTCPeerConnection;
  readonly lines: Lines;
  readonly negotiation: Negotiation;
  readonly meter: FlowMeter;
  /** What comes in, where the other end does not say. */
  readonly observation: Observation;
  readonly decoding = new Decoding();
  #state: StateChannel | undefined;
  #handlers: ConnectionHandlers | undefined;
  #renewal: ReturnType<typeof setTimeout> | undefined;

  constructor(
    configuration: RTCConfiguration,
    local: LocalTracks,
    private readonly ownState: () => PeerState,
    private readonly pace: Pace = REAL_PACE,
  ) {
    this.pc = new RTCPeerConnection(configuration);
    this.lines = new Lines(this.pc, local);
    this.negotiation = new Negotiation(this.pc, this.lines, pace);
    this.meter = new FlowMeter(this.pc);
    this.observation = new Observation(this.pc);
    this.pc.addEventListener('connectionstatechange', this.#handleChange);
    this.pc.addEventListener('signalingstatechange', this.#handleChange);
    this.pc.addEventListener('track', ({ track }) => {
      for (const type of ['mute', 'unmute', 'ended']) track.addEventListener(type, this.#handleChange);
    });
    this.pc.addEventListener('datachannel', ({ channel }) => {
      this.#watch(channel);
    });
  }

  attach(pair: Omit<Pair, 'describeState'>, handlers: ConnectionHandlers): void {
    this.#handlers = handlers;
    this.negotiation.bind({ ...pair, describeState: this.#describeState });
  }

  /** Names the ICE session (RFC 8839, 5.4): another one after each restart. */
  get #ufrag(): string | undefined {
    return this.isClosed ? undefined : /^a=ice-ufrag:(.*)$/mu.exec(this.pc.localDescription?.sdp ?? '')?.[1];
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
    if (fileChannelLabel !== undefined) this.#watch(this.pc.createDataChannel(fileChannelLabel));
  }

  /** Both ends make this channel, once each knows the other for ours. */
  openStateChannel(): void {
    if (this.#state) return;
    this.#state = new StateChannel(this.pc, this.ownState);
    this.#state.handlers = {
      onState: (state) => this.#handlers?.onState(state),
      onReceipt: (receipt) => this.#handlers?.onReceipt(receipt),
      onReaction: (emoji) => this.#handlers?.onReaction(emoji),
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

  sayReaction(emoji: string): void {
    this.#state?.sayReaction(emoji);
  }

  /** Tells the other end what has come in, by line, what of it no picture came of, and how high it is shown. */
  sayReceipt(shown: Shown | undefined): void {
    const heard = this.lines.byKind(this.meter.heard);
    this.#state?.sayReceipt({ heard, undecoded: this.decoding.undecoded, shown });
  }

  handle(signal: Signal): void {
    if (signal.type === 'webrtc.offer') this.observation.noteOffer(signal.sdp, this.pace.time.now());
    this.negotiation.handle(signal);
  }

  /** Counts what flows. `isOn`: the pictures that the other end says it sends. */
  async measure(isOn: Pick<PeerState, PictureKind>): Promise<void> {
    await this.meter.measure();
    const now = this.pace.time.now();
    this.observation.hear(this.meter.heard, now);
    // Nobody misses a picture in a page that is not shown, where decoding is the browser's own affair.
    const isShown = document.visibilityState === 'visible';
    this.decoding.look(this.lines.pictures(this.meter), isShown ? isOn : NO_PICTURES, now);
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

  #watch(channel: RTCDataChannel): void {
    channel.addEventListener('close', this.#handleClosed);
  }

  readonly #describeState = (): PeerState => {
    const state = this.ownState();
    this.#state?.noteSaid(state);
    return state;
  };

  readonly #handleChange = (): void => this.#handlers?.onChange();
  readonly #handleClosed = (): void => this.#handlers?.onClosed();
}
