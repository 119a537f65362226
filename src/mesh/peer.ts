import { MeetError } from '../errors.js';
import { connectionId, isEarlierConnection } from '../protocol/extensions.js';
import type { Signal } from '../protocol/messages.js';
import { type PeerState, SILENT_STATE } from '../protocol/peer-state.js';
import { Connection } from './connection.js';
import { FlowMeter } from './flow-meter.js';
import type { LocalTracks } from './lines.js';
import { observedState, ReceivedMedia } from './received-media.js';
import { nextStep } from './recovery.js';
import { originOf } from './sdp.js';
import { type Flow, NO_FLOW } from './stats.js';
import { hasTurnServer } from './turn.js';

/** Steps taken without ever a connection, after which a person is told that there is no path. */
const HOPELESS = 2;

/** What a peer needs of the mesh. */
export interface PeerHost {
  readonly session: string;
  readonly local: LocalTracks;
  readonly ownState: () => PeerState;
  readonly configuration: () => RTCConfiguration;
  readonly fileChannelLabel: string;
  readonly takeSpare: () => Connection;
  readonly send: (to: string, signal: Signal) => void;
  readonly onChange: (id: string) => void;
  /** Its connection was closed at the other end. */
  readonly onClosed: (id: string) => void;
  readonly onError: (error: MeetError) => void;
}

/** How a peer's link stands: what the room shows of it. */
export interface PeerLink extends PeerState {
  readonly state: 'connecting' | 'connected' | 'reconnecting' | 'failed';
  readonly flow: Flow | undefined;
  readonly stream: MediaStream;
  readonly screenStream: MediaStream;
}

/** Somebody else in the room, and the connection to them: makes it, answers for it, mends it. */
export class Peer {
  /** A client with our extensions, one without, or not known yet: then it is left to offer. */
  #kind: 'unknown' | 'ours' | 'deployed' = 'unknown';
  #connection: Connection | undefined;
  #generation = 0;
  readonly #retired = new Set<string>();
  readonly #media = new ReceivedMedia();
  #told: PeerState = SILENT_STATE;
  /** Whether the current connection's channel has spoken. */
  #hasHeard = false;
  #hasComplained = false;
  #hasConnected = false;
  #attempts = 0;
  #lastState: RTCPeerConnectionState | 'none' = 'none';
  #since = performance.now();
  #meter: FlowMeter | undefined;

  constructor(
    readonly id: string,
    readonly isPolite: boolean,
    private readonly host: PeerHost,
  ) {}

  get link(): PeerLink {
    const { stream, screenStream } = this.#media;
    return { ...this.#remoteState(), state: this.#linkState(), flow: this.#meter?.flow, stream, screenStream };
  }

  /** Whether packets of it came in within the last second, or its connection says it is up. */
  get isAlive(): boolean {
    return this.#meter?.flow?.isReceiving ?? this.#connection?.pc.connectionState === 'connected';
  }

  /** Who it is has become known. The impolite side offers at once; the polite one leaves it to the other first. */
  settleKind(kind: 'ours' | 'deployed'): void {
    if (this.#kind === kind || this.#kind === 'ours') return;
    const isFirst = this.#kind === 'unknown';
    this.#kind = kind;
    if (kind === 'ours' && !isFirst) this.#connection?.openStateChannel();
    if (isFirst) this.#since = performance.now();
    if (isFirst && !this.isPolite && !this.#connection) this.#begin();
  }

  handle(signal: Signal): void {
    if (signal.x) this.#recognize();
    else if (this.#kind === 'unknown') this.#kind = 'deployed';
    if (signal.type === 'webrtc.offer') this.#handleOffer(signal);
    else if (this.#isForCurrent(signal)) this.#deliver(signal);
  }

  syncTracks(): void {
    void this.#connection?.lines.sync(this.#kind === 'deployed');
  }

  sayState(): void {
    this.#connection?.sayState();
  }

  /** Looks after the connection: once a second, for figures and for the next step of the ladder. */
  async tick(): Promise<void> {
    const connection = this.#connection;
    if (connection?.pc.connectionState === 'connected') {
      await connection.lines.applyBudget();
      await this.#meter?.measure();
      this.host.onChange(this.id);
    }
    const state = connection?.pc.connectionState ?? 'none';
    if (this.#kind === 'unknown') return;
    const step = nextStep({
      state,
      elapsed: performance.now() - this.#since,
      isSettled: connection?.negotiation.isSettled ?? false,
      attempts: this.#attempts,
      isInCharge: !this.isPolite || this.#kind === 'deployed',
      isOurs: this.#kind === 'ours',
    });
    if (step === 'wait') return;
    this.#since = performance.now();
    if (step === 'begin') this.#begin();
    else this.#mend(step);
  }

  /** The figures of the last second; taken now where there are none yet. */
  async flow(): Promise<Flow> {
    if (!this.#meter?.flow) await this.#meter?.measure();
    return this.#meter?.flow ?? NO_FLOW;
  }

  close(): void {
    this.#retire();
    this.#media.clear();
  }

  /** It has `x`, so it is ours: its connection can carry live state from now on. */
  #recognize(): void {
    if (this.#kind === 'ours') return;
    this.#kind = 'ours';
    this.#connection?.openStateChannel();
  }

  #begin(): void {
    this.#retire();
    const isOurs = this.#kind === 'ours';
    const connection = this.#adopt(isOurs ? this.host.takeSpare() : this.#create());
    if (!isOurs) connection.openForDeployed(this.isPolite ? undefined : this.host.fileChannelLabel);
    connection.negotiation.start();
    void connection.lines.sync(!isOurs);
  }

  #mend(step: 'restart' | 'replace'): void {
    if (step === 'restart') this.#connection?.pc.restartIce();
    else this.#begin();
    this.#noteAttempt();
  }

  /** Another attempt, ours or theirs. After some without ever a connection there is no path, and a person is told. */
  #noteAttempt(): void {
    this.#attempts += 1;
    if (!this.#hasConnected && this.#attempts === HOPELESS) {
      const relay = hasTurnServer(this.host.configuration().iceServers ?? []);
      this.host.onError(new MeetError('peer-unreachable', 'no path to a peer', { peer: this.id, relay }));
    }
    this.host.onChange(this.id);
  }

  #handleOffer(signal: Extract<Signal, { type: 'webrtc.offer' }>): void {
    const from = signal.x?.from ?? originOf(signal.sdp);
    if (this.#retired.has(from)) return;
    const current = this.#connection;
    if (!current || !this.#answersOn(current, from, signal.x?.to)) {
      const known = current?.negotiation.remoteId;
      if (known !== undefined && isEarlierConnection(from, known)) return;
      if (current && known === undefined && !this.isPolite) return; // Two first offers crossed: ours goes first.
      const isRetry = current?.negotiation.isSettled === true;
      this.#retire();
      if (isRetry) this.#noteAttempt();
      const fresh = this.#adopt(this.#create());
      if (this.#kind === 'ours') fresh.openStateChannel();
    }
    this.#deliver(signal);
  }

  #deliver(signal: Signal): void {
    // What the channel says later is newer than any description that comes again.
    if (signal.x?.state && !this.#hasHeard) this.#told = signal.x.state;
    this.#connection?.negotiation.handle(signal);
  }

  /** Whether an offer belongs to this connection, and is not the first of a new one at the other end. */
  #answersOn(connection: Connection, from: string, to: string | undefined): boolean {
    const { remoteId } = connection.negotiation;
    if (to !== undefined && to !== this.#currentId) return false;
    // Nothing was exchanged yet: ours was an offer too, and its lines would not match theirs.
    return remoteId === undefined ? !connection.negotiation.isOffering : remoteId === from;
  }

  #isForCurrent({ x }: Signal): boolean {
    if (!x) return true;
    const known = this.#connection?.negotiation.remoteId;
    return (x.to === undefined || x.to === this.#currentId) && (known === undefined || known === x.from);
  }

  get #currentId(): string {
    return connectionId(this.host.session, this.#generation);
  }

  #create(): Connection {
    return new Connection(this.host.configuration(), this.host.local, this.host.ownState);
  }

  #adopt(connection: Connection): Connection {
    this.#generation += 1;
    this.#connection = connection;
    this.#meter = new FlowMeter(connection.pc);
    this.#since = performance.now();
    const isCurrent = () => this.#connection === connection;
    connection.attach(
      {
        id: this.#currentId,
        isPolite: this.isPolite,
        isOurs: () => this.#kind === 'ours',
        send: (signal) => {
          if (isCurrent()) this.host.send(this.id, signal);
        },
        onSettled: () => {
          void connection.lines.sync(this.#kind === 'deployed');
          this.#handleChange();
        },
        onStranger: () => {
          if (isCurrent()) this.#begin();
        },
        onRefused: (cause) => {
          this.#complain(cause);
        },
      },
      {
        onChange: () => {
          this.#handleChange();
        },
        onState: (state) => {
          this.#told = state;
          this.#hasHeard = true;
          this.#handleChange();
        },
        onClosed: () => {
          this.host.onClosed(this.id);
        },
      },
    );
    return connection;
  }

  /** Once for each peer: one that lies could do it a thousand times a second. */
  #complain(cause: unknown): void {
    if (this.#hasComplained) return;
    this.#hasComplained = true;
    this.host.onError(new MeetError('protocol', 'a description was refused', { peer: this.id, cause }));
  }

  #retire(): void {
    const remoteId = this.#connection?.negotiation.remoteId;
    if (remoteId !== undefined && this.#retired.size < 256) this.#retired.add(remoteId);
    this.#connection?.close();
    this.#connection = undefined;
    this.#meter = undefined;
    this.#told = SILENT_STATE;
    this.#hasHeard = false;
  }

  #handleChange(): void {
    const state = this.#connection?.pc.connectionState ?? 'none';
    if (state !== this.#lastState) {
      this.#lastState = state;
      this.#since = performance.now();
      if (state === 'connected') {
        this.#hasConnected = true;
        this.#attempts = 0;
      }
    }
    this.#media.follow(this.#remoteState(), this.#connection?.lines);
    this.host.onChange(this.id);
  }

  /** What a peer of ours says; of a deployed client, what its tracks show. */
  #remoteState(): PeerState {
    if (!this.#hasConnected) return SILENT_STATE; // Nothing of it can be seen or heard yet, whatever it says.
    return this.#kind === 'ours' ? this.#told : observedState(this.#connection?.lines);
  }

  #linkState(): PeerLink['state'] {
    const state = this.#connection?.pc.connectionState;
    if (state === 'connected') return 'connected';
    if (this.#hasConnected) return 'reconnecting';
    return this.#attempts >= HOPELESS ? 'failed' : 'connecting';
  }
}
