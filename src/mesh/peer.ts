import { MeetError } from '../errors.js';
import type { Signal } from '../protocol/messages.js';
import { Complaints } from './complaints.js';
import type { Connection } from './connection.js';
import { Counterpart } from './counterpart.js';
import { Gate } from './gate.js';
import { BRIEF, LONG } from './gather.js';
import type { OpenConnection } from './open-connection.js';
import { Outgoing } from './outgoing.js';
import type { PeerCare } from './peer-care.js';
import { makeConnection, type PeerHost, type PeerLink } from './peer-host.js';
import { PeerView } from './peer-view.js';
import { Succession } from './succession.js';

/** Somebody else in the room, and the connection to them: makes it and answers for it. */
export class Peer {
  readonly other = new Counterpart();
  readonly connections: Succession;
  readonly view = new PeerView(this);
  /** What looks after it and mends it; not there from the beginning. */
  care: PeerCare | undefined;
  /** Since when what there is was begun, ms of the clock. */
  begunAt: number;
  hasConnected = false;
  readonly #complaints: Complaints;
  readonly gate: Gate;
  readonly out: Outgoing;

  constructor(
    readonly id: string,
    readonly isPolite: boolean,
    readonly host: PeerHost,
  ) {
    this.#complaints = new Complaints(host.onError);
    this.gate = new Gate(id, this.other, host, (error) => {
      this.complain(error);
    });
    this.begunAt = host.time.now();
    this.connections = new Succession(host.nextConnectionId, host.time);
    this.out = new Outgoing(this.connections, this.gate, this.other);
  }

  get link(): PeerLink {
    return this.view.link;
  }

  /** Whether there may be a connection to them. */
  get mayConnect(): boolean {
    return this.gate.isOpen;
  }

  /** Whether anything goes to them, and is shown of theirs. */
  get isAdmitted(): boolean {
    return this.gate.admits(this.shownConnection?.secured);
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
    if (kind === 'deployed') this.host.onDeployed(this.id);
    if (!this.mayConnect) this.handleChange(); // There will be no event to tell it.
    if (kind === 'ours' && !isFirst) this.#current?.recognize();
    this.#needCare();
    if (isFirst) this.#handleBegun();
    const isDue = isFirst || this.host.requiresTrust(); // To a deployed client there was none.
    if (isDue && !this.isPolite && !this.#current) this.begin();
  }

  /** Says something to the room: what it lacks may get through now. With an offer in hand we make a newcomer the first one. */
  greet(isNewcomer: boolean): void {
    if (!this.other.isOurs) return;
    if (this.#current) this.#current.negotiation.remind();
    else if (isNewcomer && this.host.hasSpare()) this.begin();
  }

  /** They take an offer of our hello; whether no other one was answered before, so that it is theirs. */
  beginOpen({ connection, id, offer }: OpenConnection): boolean {
    this.other.settle('ours');
    if (this.#current?.negotiation.isSettled || !this.mayConnect) return false;
    this.#adopt(connection, id);
    connection.negotiation.startOpen(offer);
    void connection.lines.sync(this.gate.audience(undefined));
    return true;
  }

  /** They took an offer of our hello, and so did somebody else before: they get one of their own. */
  beginInstead(): void {
    this.settleKind('ours');
    if (!this.#current) this.begin();
  }

  handle(signal: Signal): void {
    if (!this.gate.passes(signal, this.out.leadsTo)) return;
    const { isDeployed } = this.other;
    if (this.other.hear(signal)) this.#current?.recognize();
    if (this.other.isDeployed && !isDeployed) this.host.onDeployed(this.id);
    this.#needCare();
    if (!this.mayConnect) return;
    this.care?.health.noteMove(this.host.time.now());
    if (signal.type === 'webrtc.offer') this.#handleOffer(signal);
    else if (this.connections.isMeant(signal.x)) this.#deliver(signal);
  }

  /** Whether something goes to them, and is shown of theirs, is otherwise than before. */
  handleAdmission(): void {
    for (const { secured, told } of this.connections.open) {
      if (told && this.gate.admits(secured)) this.other.say(told, secured === this.#current?.secured);
    }
    this.out.syncTracks();
    this.out.sayState();
    this.handleChange();
  }

  /** Who can't prove who they are is let in from now on, or no longer. */
  handlePolicy(): void {
    if (!this.mayConnect) this.#end();
    else if (this.other.isDeployed && !this.#current) this.begin();
    this.handleAdmission();
  }

  /** Something is wrong with a session of theirs: it gets no connection any more. */
  shut(session: string): void {
    this.gate.shut(session);
    this.#end();
    this.handleChange();
  }

  /** More people are there than when this pair agreed on its sound. */
  syncDtx(): void {
    if (this.other.isOurs) this.#current?.negotiation.syncDtx();
  }

  /** ICE servers have changed: a path through a relay is made anew with them, before the old one's time is up. */
  reconfigure(): void {
    this.connections.reconfigure(this.host.configuration(), this.isInCharge);
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
    this.#end();
  }

  #end(): void {
    this.connections.close();
    this.view.clear();
  }

  get #current(): Connection | undefined {
    return this.connections.current;
  }

  /** Offers, on a new connection. */
  begin(isRelayed = false): void {
    if (!this.mayConnect) return;
    const isOurs = this.other.isOurs;
    const connection = this.#adopt(isOurs && !isRelayed ? this.host.takeSpare() : makeConnection(this.host, isRelayed));
    if (isOurs) connection.openForOurs();
    else connection.openForDeployed(this.isPolite ? undefined : this.host.fileChannelLabel);
    connection.negotiation.start();
    void connection.lines.sync(this.gate.audience(connection.secured));
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
    // Of whom it is known who they are, their own connection tells.
    if (!this.shownConnection?.secured) this.other.describe(signal.x?.state);
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
        audience: () => this.gate.audience(connection.secured),
        accepts: (sdp, x) => this.gate.accepts(sdp, x),
        wantsDtx: this.host.wantsDtx,
        send: (signal) => {
          if (isCurrent()) this.host.send(this.id, signal);
        },
        onSettled: () => {
          if (isCurrent()) this.care?.health.settle(this.host.time.now());
          void connection.lines.sync(this.gate.audience(connection.secured));
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
          if (this.gate.admits(connection.secured) && this.other.say(state, isCurrent())) this.handleChange();
        },
        onWord: (data) => this.care?.receive(connection, data, isCurrent()),
        onSecure: (secured) => {
          if (!this.gate.note(secured)) connection.close();
          // One that leads elsewhere ends none that is good.
          if (!connection.isClosed || !this.connections.isUp()) this.host.onSecure(this.id, secured);
          this.handleAdmission();
        },
        onForeign: () => {
          this.gate.tellTampered('a connection to a peer leads to somebody else');
          connection.close();
          this.handleChange();
        },
        onTrust: (data) => {
          if (connection.secured) this.host.onTrust(this.id, connection.secured.session, data);
        },
        onChannel: (channel) => {
          if (!this.other.isOurs) connection.watch(channel);
          // They may have found out about us before we about them: they open it again.
          if (this.gate.admits(connection.secured)) this.host.onChannel(this.id, channel);
          else channel.close();
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
    this.view.follow();
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
}
