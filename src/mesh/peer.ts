import { MeetError } from '../errors.js';
import type { Signal } from '../protocol/messages.js';
import { type PeerState, SILENT_STATE } from '../protocol/peer-state.js';
import { Complaints } from './complaints.js';
import type { Connection } from './connection.js';
import { Counterpart } from './counterpart.js';
import { BRIEF, LONG } from './gather.js';
import { OneLook } from './one-look.js';
import { PairHealth } from './pair-health.js';
import type { OpenConnection } from './open-connection.js';
import { hasTurn, makeConnection, type PeerHost, type PeerLink } from './peer-host.js';
import { linkState } from './link-state.js';
import { ReceivedMedia } from './received-media.js';
import type { Step } from './recovery.js';
import { Sight } from './sight.js';
import type { Flow } from './stats.js';
import { Succession } from './succession.js';

/** Somebody else in the room, and the connection to them: makes it, answers for it, mends it. */
export class Peer {
  readonly #other = new Counterpart();
  readonly #connections: Succession;
  readonly #media = new ReceivedMedia();
  readonly health: PairHealth;
  readonly #complaints: Complaints;
  readonly #looks: OneLook;
  readonly sight: Sight;

  constructor(
    readonly id: string,
    readonly isPolite: boolean,
    private readonly host: PeerHost,
  ) {
    this.#complaints = new Complaints(host.onError);
    this.#looks = new OneLook(host.time);
    this.sight = new Sight(() => host.shown(id), host.onShown);
    this.health = new PairHealth(host.time.now());
    this.#connections = new Succession(host.nextConnectionId, host.time);
  }

  get link(): PeerLink {
    const state = linkState(this.health, this.#connections, this.host);
    const told = this.#remoteState();
    const lacksFormat = this.#connections.shown?.lines.lacksFormat(told, this.#other.isDeployed) ?? false;
    return { ...told, state, flow: this.lastFlow, videoRejected: lacksFormat, ...this.#media.streams };
  }

  /** The figures of the last second. */
  get lastFlow(): Flow | undefined {
    return this.#connections.shown?.meter.flow;
  }

  get shownConnection(): Connection | undefined {
    return this.#connections.shown;
  }

  /** Whether it is a deployed client whose connection is up, which a list without us would end. */
  get isFragile(): boolean {
    return this.#other.isDeployed && this.isAlive;
  }

  /** Whether packets of it came in lately, or its connection says it is up. */
  get isAlive(): boolean {
    if (this.health.hasConnected) return !this.health.isSilent && this.#connections.isUp(this.health.heardAt);
    return this.#current?.pc.connectionState === 'connected';
  }

  /** Who it is has become known. The impolite side offers at once; the polite one leaves it to the other first. */
  settleKind(kind: 'ours' | 'deployed'): void {
    const isFirst = !this.#other.isKnown;
    if (!this.#other.settle(kind)) return;
    if (kind === 'ours' && !isFirst) this.#current?.recognize();
    if (isFirst) this.health.begin(this.host.time.now());
    if (isFirst && !this.isPolite && !this.#current) this.#begin();
  }

  /** Says something to the room: what it lacks may get through now. With an offer in hand we make a newcomer the first one. */
  greet(isNewcomer: boolean): void {
    if (!this.#other.isOurs) return;
    if (this.#current) this.#current.negotiation.remind();
    else if (isNewcomer && this.host.hasSpare()) this.#begin();
  }

  /** They take an offer of our hello; whether no other one was answered before, so that it is theirs. */
  beginOpen({ connection, id, offer }: OpenConnection): boolean {
    if (this.#current?.negotiation.isSettled) return false;
    this.#other.settle('ours');
    this.#adopt(connection, id);
    connection.negotiation.startOpen(offer);
    void connection.lines.sync(false);
    return true;
  }

  /** They took an offer of our hello, and so did somebody else before: they get one of their own. */
  beginInstead(): void {
    this.settleKind('ours');
    if (!this.#current) this.#begin();
  }

  handle(signal: Signal): void {
    if (this.#other.hear(signal)) this.#current?.recognize();
    this.health.noteMove(this.host.time.now());
    if (signal.type === 'webrtc.offer') this.#handleOffer(signal);
    else if (this.#connections.isMeant(signal.x)) this.#deliver(signal);
  }

  syncTracks(): void {
    for (const { lines } of this.#connections.open) void lines.sync(this.#other.isDeployed);
  }

  sayState(): void {
    for (const connection of this.#connections.open) connection.sayState();
  }

  /** The network may be there again: what waits for its time need not wait. */
  hurry(): void {
    this.health.noteSign(this.host.time.now());
    void this.tick();
  }

  /** More people are there than when this pair agreed on its sound. */
  syncDtx(): void {
    if (this.#other.isOurs && !this.isPolite) this.#current?.negotiation.syncDtx();
  }

  /** ICE servers have changed: a path through a relay is made anew with them, before the old one's time is up. */
  reconfigure(): void {
    this.#connections.reconfigure(this.host.configuration(), this.#isInCharge);
  }

  /** Their pictures are shown here otherwise than before. */
  sayShown(): void {
    this.#connections.sayShown(this.sight.here);
  }

  /** Holds our encoders to what it may cost now. */
  async hold(): Promise<void> {
    const budget = this.host.budget(this.id);
    if (budget) await this.#connections.hold(budget);
  }

  /** What a deployed client shows of itself. */
  get observation(): Connection['observation'] | undefined {
    return this.#other.isDeployed ? this.#connections.shown?.observation : undefined;
  }

  /** Looks after the connection: once a second, for figures and for the next step of the ladder. */
  async tick(): Promise<void> {
    // A deployed client's pictures come whether they are shown or not.
    const isOn = this.#other.isOurs ? this.sight.expects(this.#remoteState()) : this.#remoteState();
    const isLatest = await this.#looks.run(async () => {
      await this.hold();
      await this.#connections.measure(isOn, this.sight.here, (at) => this.health.heard(at));
    });
    if (!isLatest || !this.#other.isKnown) return;
    this.#handleChange(); // A connection that is closed at this end tells of it by no event.
    const [isSettled, isOurs] = [this.#current?.negotiation.isSettled ?? false, this.#other.isOurs];
    const step = this.health.look(
      { isSettled, isOurs, isInCharge: this.#isInCharge },
      this.#current?.meter.isAnswered ?? false,
      this.host.time.now(),
      this.#current?.meter.activity,
      this.#current?.decoding.blind,
    );
    if (this.health.isMended) this.#connections.forgive();
    if (step === 'begin') this.#begin();
    else if (step !== 'wait') await this.#take(step);
    if (this.health.isHopeless) this.#complaints.tellPathless(this.id, hasTurn(this.host));
    this.host.onChange(this.id);
  }

  /** The figures of the last second; taken now where there are none yet. */
  flow(): Promise<Flow> {
    return this.#connections.flow();
  }

  close(): void {
    this.#connections.close();
    this.#media.clear();
  }

  get #current(): Connection | undefined {
    return this.#connections.current;
  }

  #begin(isRelayed = false): void {
    const isOurs = this.#other.isOurs;
    const connection = this.#adopt(isOurs && !isRelayed ? this.host.takeSpare() : makeConnection(this.host, isRelayed));
    if (isOurs) connection.openForOurs();
    else connection.openForDeployed(this.isPolite ? undefined : this.host.fileChannelLabel);
    connection.negotiation.start();
    void connection.lines.sync(!isOurs);
  }

  async #take(step: Exclude<Step, 'wait' | 'begin'>): Promise<void> {
    const [connection, now] = [this.#current, this.host.time.now()];
    if (step === 'repeat') {
      this.health.noteRepeat(now);
      connection?.negotiation.remind();
      return;
    }
    const wantsNew = step !== 'restart' && step !== 'refresh';
    // What may not be another one yet is tried on the one there is: Chromium's comes back from `failed`.
    const isNew = wantsNew && this.#connections.admitsAnother();
    if (wantsNew && !isNew && (!this.#other.isOurs || !connection || connection.isClosed)) return; // It is due until it may be.
    this.health.noteAttempt(now);
    if (step !== 'restart') {
      const configuration = await this.host.freshConfiguration();
      if (this.#current !== connection) return; // Another one came meanwhile.
      if (step === 'refresh' && !connection?.isClosed) connection?.pc.setConfiguration(configuration);
    }
    if (step === 'rejoin') this.host.rejoin(this);
    if (!isNew) connection?.pc.restartIce();
    else this.#begin(step === 'relay' && hasTurn(this.host));
  }

  /** Whether it is ours to restart: of two of ours the impolite side's, and no deployed client's. */
  get #isInCharge(): boolean {
    return !this.isPolite || !this.#other.isOurs;
  }

  #handleOffer(signal: Extract<Signal, { type: 'webrtc.offer' }>): void {
    const verdict = this.#connections.judge(signal, this.isPolite);
    if (verdict === 'wait') this.#current?.negotiation.remind();
    if (verdict === 'anew') {
      if (this.#current?.negotiation.isSettled) this.health.noteAttempt(this.host.time.now());
      const fresh = this.#adopt(makeConnection(this.host));
      if (this.#other.isOurs) fresh.openStateChannel();
    }
    if (verdict === 'anew' || verdict === 'take') this.#deliver(signal);
  }

  #deliver(signal: Signal): void {
    this.#other.describe(signal.x?.state);
    this.#current?.handle(signal);
  }

  #adopt(connection: Connection, id?: string): Connection {
    this.#connections.succeed(connection, id);
    this.health.begin(this.host.time.now());
    this.#other.renew();
    const isCurrent = () => this.#current === connection;
    connection.attach(
      {
        id: this.#connections.currentId,
        isPolite: this.isPolite,
        isOurs: () => this.#other.isOurs,
        patience: () => (!this.#other.isOurs ? BRIEF : this.host.isCrowded() ? LONG : undefined),
        wantsDtx: this.host.wantsDtx,
        send: (signal) => {
          if (isCurrent()) this.host.send(this.id, signal);
        },
        onSettled: () => {
          if (isCurrent()) this.health.settle(this.host.time.now());
          void connection.lines.sync(this.#other.isDeployed);
          this.#handleChange();
        },
        onStranger: () => {
          if (isCurrent() && this.#connections.admitsAnother()) this.#begin();
        },
        onRefused: (cause) =>
          this.#complaints.tell(new MeetError('protocol', 'a description was refused', { peer: this.id, cause })),
      },
      {
        onChange: () => this.#handleChange(),
        onState: (state) => {
          if (this.#other.say(state, isCurrent())) this.#handleChange();
        },
        onReceipt: ({ heard, undecoded, shown }) => {
          void connection.lines.makeKeyFrames(undecoded, this.host.time.now());
          if (!isCurrent()) return;
          this.sight.hear(shown);
          this.health.receive(heard, connection.lines.byKindSent(connection.meter.sent), this.host.time.now());
          if (this.health.isDeaf) void this.tick();
        },
        onReaction: (emoji) => this.host.onReaction(this.id, emoji),
        onClosed: () => {
          if (isCurrent()) this.host.onClosed(this.id);
        },
      },
    );
    return connection;
  }

  #handleChange(): void {
    const state = this.#current?.pc.connectionState ?? 'none';
    this.health.follow(state, this.host.time.now());
    this.#connections.settle(this.sight.expects(this.#other.told).camera);
    const { lines, observation } = this.#connections.shown ?? {};
    this.#media.follow(this.#remoteState(), this.#other.isOurs ? lines : observation);
    this.host.onChange(this.id);
  }

  /** What a peer of ours says; of a deployed client, what its tracks show. */
  #remoteState(): PeerState {
    if (!this.health.hasConnected) return SILENT_STATE; // Nothing of it can be seen or heard yet, whatever it says.
    return (this.#other.isOurs ? this.#other.told : this.#connections.shown?.observation.state) ?? SILENT_STATE;
  }
}
