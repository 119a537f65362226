import { MeetError } from '../errors.js';
import type { PeerState } from '../protocol/peer-state.js';
import { parseReaction, serializeReaction } from '../protocol/reaction.js';
import { parseReceipt } from '../protocol/receipt.js';
import type { Connection } from './connection.js';
import { ConnectionCare } from './connection-care.js';
import { linkState } from './link-state.js';
import type { MeshCare } from './mesh-care.js';
import type { Observation } from './observation.js';
import { OneLook } from './one-look.js';
import { PairHealth } from './pair-health.js';
import type { Peer } from './peer.js';
import { hasTurn, type PeerLink } from './peer-host.js';
import type { Step } from './recovery.js';
import type { Sharer } from './sharing.js';
import { Sight } from './sight.js';
import { type Flow, NO_FLOW } from './stats.js';

const careOf = (connection: Connection): ConnectionCare => (connection.care ??= new ConnectionCare(connection));

/** Looks after one peer: how its connection does, what is to be done about that, and what it may cost. */
export class PeerCare implements Sharer {
  readonly health: PairHealth;
  readonly sight: Sight;
  readonly #looks: OneLook;

  constructor(
    private readonly peer: Peer,
    private readonly mesh: MeshCare,
  ) {
    const { id, host, state } = peer;
    this.#looks = new OneLook(host.time);
    this.sight = new Sight(
      () => mesh.shown(id),
      () => {
        mesh.sharing.renewSoon();
      },
    );
    // What was before is caught up with: of how it began, and that it was connected once.
    this.health = new PairHealth(peer.begunAt);
    if (peer.hasConnected) this.health.follow('connected', this.#now);
    this.health.follow(state, this.#now);
  }

  get linkState(): PeerLink['state'] {
    return linkState(this.health, this.peer.connections, this.mesh);
  }

  /** The figures of the last second. */
  get lastFlow(): Flow | undefined {
    return this.peer.view.flow;
  }

  /** What a deployed client shows of itself. */
  get observation(): Observation | undefined {
    const { shown } = this.peer.connections;
    return this.peer.other.isDeployed && shown ? careOf(shown).observation : undefined;
  }

  /** Whether a picture, theirs or ours, stays unseen for want of a format. */
  lacksFormat(told: Pick<PeerState, 'camera' | 'screen'>): boolean {
    const { shown } = this.peer.connections;
    return shown ? careOf(shown).lacksFormat(told, this.peer.other.isDeployed) : false;
  }

  /** The network may be there again: what waits for its time need not wait. */
  hurry(): void {
    this.health.noteSign(this.#now);
    void this.tick();
  }

  /** Their pictures are shown here otherwise than before. */
  sayShown(): void {
    for (const connection of this.peer.connections.open) careOf(connection).sayReceipt(this.sight.here);
  }

  sayReaction(emoji: string): void {
    if (this.peer.isAdmitted) this.peer.shownConnection?.sayNow(serializeReaction(emoji));
  }

  /** Holds our encoders to what it may cost now: once connected, for asking an encoder holds up a negotiation. */
  async hold(): Promise<void> {
    const budget = this.mesh.sharing.of(this.peer.id);
    if (!budget) return;
    const up = this.peer.connections.open.filter(({ pc }) => pc.connectionState === 'connected');
    await Promise.all(up.map((connection) => careOf(connection).encoders.hold(budget)));
  }

  /** Looks after the connection: once a second, for figures and for the next step of the ladder. */
  async tick(): Promise<void> {
    const { peer } = this;
    // A deployed client's pictures come whether they are shown or not.
    const isOn = peer.other.isOurs ? this.sight.expects(peer.view.state) : peer.view.state;
    const took = await this.#looks.run(async () => {
      await this.hold();
      await this.#measure(isOn);
    });
    if (took === undefined || !peer.other.isKnown) return;
    peer.handleChange(); // A connection that is closed at this end tells of it by no event.
    if (!peer.mayConnect) return;
    const { current } = peer.connections;
    const step = this.health.look(
      {
        isSettled: current?.negotiation.isSettled ?? false,
        isOurs: peer.other.isOurs,
        isInCharge: peer.isInCharge,
      },
      current?.care?.meter.isAnswered ?? false,
      this.#now,
      current?.care?.meter.activity,
      current?.care?.decoding.blind,
      took,
    );
    if (this.health.isMended) peer.connections.forgive();
    if (step === 'begin') peer.begin();
    else if (step !== 'wait') await this.#take(step);
    if (this.health.isHopeless) this.#tellPathless(hasTurn(peer.host));
    peer.host.onChange(peer.id);
  }

  /** A word on a connection's channel that is not about their state. */
  receive(connection: Connection, data: unknown, isCurrent: boolean): void {
    const receipt = parseReceipt(data);
    if (!receipt) {
      const emoji = parseReaction(data);
      if (emoji !== undefined && this.peer.gate.admits(connection.secured))
        this.peer.host.onReaction(this.peer.id, emoji);
      return;
    }
    const { encoders, meter } = careOf(connection);
    void encoders.makeKeyFrames(receipt.undecoded, this.#now);
    if (!isCurrent) return;
    this.sight.hear(receipt.shown);
    this.health.receive(receipt.heard, encoders.byKindSent(meter.sent), this.#now);
    if (this.health.isDeaf) void this.tick();
  }

  /** The figures of what is shown, from the last second; taken now where there are none yet. */
  async flow(): Promise<Flow> {
    const { hasConnected, connections } = this.peer;
    const meter = hasConnected && connections.shown ? careOf(connections.shown).meter : undefined;
    if (meter && !meter.flow) await meter.measure();
    return meter?.flow ?? NO_FLOW;
  }

  get #now(): number {
    return this.peer.host.time.now();
  }

  /** Takes the figures of each, and answers for what came in; notes when anything did last. */
  async #measure(isOn: Pick<PeerState, 'camera' | 'screen'>): Promise<void> {
    for (const connection of this.peer.connections.open) {
      const state = connection.pc.connectionState;
      if (state === 'new' || state === 'closed') continue;
      const care = careOf(connection);
      await care.measure(isOn, this.peer.host.time);
      if (state === 'connecting') continue;
      if (care.meter.flow?.isReceiving) this.health.heard(this.#now - care.meter.idle);
      care.sayReceipt(this.sight.here);
    }
  }

  async #take(step: Exclude<Step, 'wait' | 'begin'>): Promise<void> {
    const { peer } = this;
    const { current: connection } = peer.connections;
    const now = this.#now;
    if (step === 'repeat') {
      this.health.noteRepeat(now);
      connection?.negotiation.remind();
      return;
    }
    const wantsNew = step !== 'restart' && step !== 'refresh';
    // What may not be another one yet is tried on the one there is: Chromium's comes back from `failed`.
    const isNew = wantsNew && peer.connections.admitsAnother();
    if (wantsNew && !isNew && (!peer.other.isOurs || !connection || connection.isClosed)) return; // It is due until it may be.
    this.health.noteAttempt(now);
    if (step !== 'restart') {
      const configuration = await peer.host.freshConfiguration();
      if (peer.connections.current !== connection) return; // Another one came meanwhile.
      if (step === 'refresh' && !connection?.isClosed) connection?.pc.setConfiguration(configuration);
    }
    if (step === 'rejoin') this.mesh.rejoin(peer);
    if (!isNew) connection?.pc.restartIce();
    else peer.begin(step === 'relay' && hasTurn(peer.host));
  }

  /** Nobody has come through to a peer, and we have tried. `relay`: whether through a TURN server too. */
  #tellPathless(relay: boolean): void {
    const why = relay ? 'no path to a peer, through the TURN server neither' : 'no path to a peer, and no TURN server';
    this.peer.complain(new MeetError('peer-unreachable', why, { peer: this.peer.id, relay }));
  }
}
