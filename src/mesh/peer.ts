import { MeetError } from '../errors.js';
import type { Signal } from '../protocol/messages.js';
import { type PeerState, SILENT_STATE } from '../protocol/peer-state.js';
import { Complaints } from './complaints.js';
import type { Connection } from './connection.js';
import { Counterpart } from './counterpart.js';
import { BRIEF, LONG } from './gather.js';
import type { Observation } from './observation.js';
import type { OpenConnection } from './open-connection.js';
import type { PeerCare } from './peer-care.js';
import { makeConnection, type PeerHost, type PeerLink } from './peer-host.js';
import { ReceivedMedia } from './received-media.js';
import type { Flow } from './stats.js';
import { Succession } from './succession.js';

/** Somebody else in the room, and the connection to them: makes it and answers for it. */
export class Peer {
  readonly other = new Counterpart();
  readonly connections: Succession;
  readonly #media = new ReceivedMedia();
  /** What looks after it and mends it; not there from the beginning. */
  care: PeerCare | undefined;
  /** Since when what there is was begun, ms of the clock. */
  begunAt: number;
  hasConnected = false;
  readonly #complaints: Complaints;

  constructor(
    readonly id: string,
    readonly isPolite: boolean,
    readonly host: PeerHost,
  ) {
    this.#complaints = new Complaints(host.onError);
    this.begunAt = host.time.now();
    this.connections = new Succession(host.nextConnectionId, host.time);
  }

  get link(): PeerLink {
    const told = this.remoteState;
    const isUp = this.connections.isUp();
    const state = this.hasConnected ? (isUp ? 'connected' : 'reconnecting') : 'connecting';
    return {
      ...told,
      state: this.care?.linkState ?? state,
      flow: this.lastFlow,
      videoRejected: this.care?.lacksFormat(told) ?? false,
      ...this.#media.streams,
    };
  }

  /** The figures of the last second. */
  get lastFlow(): Flow | undefined {
    return this.connections.shown?.care?.meter.flow;
  }

  get shownConnection(): Connection | undefined {
    return this.connections.shown;
  }

  /** Whether it is a deployed client whose connection is up, which a list without us would end. */
  get isFragile(): boolean {
    return this.other.isDeployed && this.isAlive;
  }

  /** Whether packets of it came in lately, or its connection says it is up. */
  get isAlive(): boolean {
    const { health } = this.care ?? {};
    if (this.hasConnected) return !health?.isSilent && this.connections.isUp(health?.heardAt);
    return this.state === 'connected';
  }

  /** Who it is has become known. The impolite side offers at once; the polite one leaves it to the other first. */
  settleKind(kind: 'ours' | 'deployed'): void {
    const isFirst = !this.other.isKnown;
    if (!this.other.settle(kind)) return;
    if (kind === 'ours' && !isFirst) this.#current?.recognize();
    this.#needCare();
    if (isFirst) this.#handleBegun();
    if (isFirst && !this.isPolite && !this.#current) this.begin();
  }

  /** Says something to the room: what it lacks may get through now. With an offer in hand we make a newcomer the first one. */
  greet(isNewcomer: boolean): void {
    if (!this.other.isOurs) return;
    if (this.#current) this.#current.negotiation.remind();
    else if (isNewcomer && this.host.hasSpare()) this.begin();
  }

  /** They take an offer of our hello; whether no other one was answered before, so that it is theirs. */
  beginOpen({ connection, id, offer }: OpenConnection): boolean {
    if (this.#current?.negotiation.isSettled) return false;
    this.other.settle('ours');
    this.#adopt(connection, id);
    connection.negotiation.startOpen(offer);
    void connection.lines.sync(false);
    return true;
  }

  /** They took an offer of our hello, and so did somebody else before: they get one of their own. */
  beginInstead(): void {
    this.settleKind('ours');
    if (!this.#current) this.begin();
  }

  handle(signal: Signal): void {
    if (this.other.hear(signal)) this.#current?.recognize();
    this.#needCare();
    this.care?.health.noteMove(this.host.time.now());
    if (signal.type === 'webrtc.offer') this.#handleOffer(signal);
    else if (this.connections.isMeant(signal.x)) this.#deliver(signal);
  }

  syncTracks(): void {
    for (const { lines } of this.connections.open) void lines.sync(this.other.isDeployed);
  }

  sayState(): void {
    for (const connection of this.connections.open) connection.sayState();
  }

  /** A channel to one of ours, on a connection that is up; `undefined` while there is none. Without one left it closes. */
  openChannel(label: string, options?: RTCDataChannelInit): RTCDataChannel | undefined {
    try {
      return this.other.isOurs ? this.connectionUp?.pc.createDataChannel(label, options) : undefined;
    } catch {
      return undefined; // It closes just now, or has no channel left: there is no way just now.
    }
  }

  get connectionUp(): Connection | undefined {
    // Firefox tells late that a connection is closed.
    return this.connections.open.find(({ pc, isClosed }) => pc.connectionState === 'connected' && !isClosed);
  }

  /** Says our state again, be it as it was: without receipts something else has to come in at the other end. */
  repeatState(): void {
    for (const connection of this.connections.open) connection.repeatState();
  }

  /** More people are there than when this pair agreed on its sound. */
  syncDtx(): void {
    if (this.other.isOurs && !this.isPolite) this.#current?.negotiation.syncDtx();
  }

  /** ICE servers have changed: a path through a relay is made anew with them, before the old one's time is up. */
  reconfigure(): void {
    this.connections.reconfigure(this.host.configuration(), this.isInCharge);
  }

  /** What a deployed client shows of itself. */
  get observation(): Observation | undefined {
    return this.care?.observation;
  }

  /** Tells an error, once for each code. */
  complain(error: MeetError): void {
    this.#complaints.tell(error);
  }

  /** What its connection says of itself; `none` before there is one. */
  get state(): RTCPeerConnectionState | 'none' {
    return this.#current?.pc.connectionState ?? 'none';
  }

  close(): void {
    this.connections.close();
    this.#media.clear();
  }

  get #current(): Connection | undefined {
    return this.connections.current;
  }

  /** Offers, on a new connection. */
  begin(isRelayed = false): void {
    const isOurs = this.other.isOurs;
    const connection = this.#adopt(isOurs && !isRelayed ? this.host.takeSpare() : makeConnection(this.host, isRelayed));
    if (isOurs) connection.openForOurs();
    else connection.openForDeployed(this.isPolite ? undefined : this.host.fileChannelLabel);
    connection.negotiation.start();
    void connection.lines.sync(!isOurs);
  }

  /** Whether it is ours to restart: of two of ours the impolite side's, and no deployed client's. */
  get isInCharge(): boolean {
    return !this.isPolite || !this.other.isOurs;
  }

  #handleOffer(signal: Extract<Signal, { type: 'webrtc.offer' }>): void {
    const verdict = this.connections.judge(signal, this.isPolite);
    if (verdict === 'wait') this.#current?.negotiation.remind();
    if (verdict === 'anew') {
      if (this.#current?.negotiation.isSettled) this.care?.health.noteAttempt(this.host.time.now());
      const fresh = this.#adopt(makeConnection(this.host));
      if (this.other.isOurs) fresh.openStateChannel();
    }
    if (verdict === 'anew' || verdict === 'take') this.#deliver(signal);
  }

  #deliver(signal: Signal): void {
    this.other.describe(signal.x?.state);
    this.#current?.handle(signal);
  }

  #adopt(connection: Connection, id?: string): Connection {
    this.connections.succeed(connection, id);
    this.#handleBegun();
    this.other.renew();
    const isCurrent = () => this.#current === connection;
    connection.attach(
      {
        id: this.connections.currentId,
        isPolite: this.isPolite,
        isOurs: () => this.other.isOurs,
        patience: () => (!this.other.isOurs ? BRIEF : this.host.isCrowded() ? LONG : undefined),
        wantsDtx: this.host.wantsDtx,
        send: (signal) => {
          if (isCurrent()) this.host.send(this.id, signal);
        },
        onSettled: () => {
          if (isCurrent()) this.care?.health.settle(this.host.time.now());
          void connection.lines.sync(this.other.isDeployed);
          this.handleChange();
        },
        onStranger: () => {
          if (isCurrent() && this.connections.admitsAnother()) this.begin();
        },
        onRefused: (cause) =>
          this.complain(new MeetError('protocol', 'a description was refused', { peer: this.id, cause })),
      },
      {
        onChange: () => this.handleChange(),
        onState: (state) => {
          if (this.other.say(state, isCurrent())) this.handleChange();
        },
        onWord: (data) => this.care?.receive(connection, data, isCurrent()),
        onChannel: (channel) => {
          if (!this.other.isOurs) connection.watch(channel);
          this.host.onChannel(this.id, channel);
        },
        onClosed: () => {
          if (isCurrent()) this.host.onClosed(this.id);
        },
      },
    );
    return connection;
  }

  /** Something of the connection, or of what the other end says, is another than before. */
  handleChange(): void {
    this.hasConnected ||= this.state === 'connected';
    this.care?.health.follow(this.state, this.host.time.now());
    const { told, isOurs } = this.other;
    this.connections.settle((this.care?.sight.expects(told) ?? told).camera);
    this.#media.follow(this.remoteState, isOurs || !this.care ? this.connections.shown?.lines : this.observation);
    this.host.onChange(this.id);
    // Without care nobody else would mend it.
    const isOver = isOurs && this.hasConnected && this.state === 'failed';
    if (isOver && !this.care && this.isInCharge && this.connections.admitsAnother()) this.begin();
  }

  /** What a deployed client shows is known by observation alone. */
  #needCare(): void {
    if (this.other.isDeployed && !this.care) this.host.onCareNeeded?.();
  }

  #handleBegun(): void {
    this.begunAt = this.host.time.now();
    this.care?.health.begin(this.begunAt);
  }

  /** What a peer of ours says; of a deployed client, what its tracks show. */
  get remoteState(): PeerState {
    if (!this.hasConnected) return SILENT_STATE; // Nothing of it can be seen or heard yet, whatever it says.
    if (this.other.isOurs) return this.other.told;
    if (this.care || !this.other.isDeployed) return this.observation?.state ?? SILENT_STATE;
    const camera = this.connections.shown?.lines.received('camera');
    return { ...SILENT_STATE, microphone: true, camera: camera?.muted === false };
  }
}
