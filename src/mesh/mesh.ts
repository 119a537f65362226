import { connectionId, type LineKind } from '../protocol/extensions.js';
import type { Signal } from '../protocol/messages.js';
import { REAL_TIME, type Time } from '../signaling/time.js';
import { type VideoBudget, videoBudget } from './budget.js';
import { Connection } from './connection.js';
import { EarlySignals } from './early-signals.js';
import type { LocalTracks } from './lines.js';
import type { MeshOptions } from './mesh-options.js';
import { OpenConnections } from './open-connection.js';
import { Peer } from './peer.js';
import type { PeerHost, PeerLink } from './peer-host.js';
import { RestWatch } from './rest-watch.js';
import { Sharing } from './sharing.js';
import { Spare } from './spare.js';
import type { Flow } from './stats.js';

/**
 * People on the way at once from which descriptions wait for their candidates. Each frame goes to everybody: eight who
 * come at once send some 45 frames of candidates less then, and are connected in 5.6 s instead of 7.0 s (medians of 7
 * rounds each, in turn, Chromium on two cores).
 */
const CROWD = 4;

/** Others in the room from which silence is not sent: fewer may be making music, and cost little. */
const DTX = 3;

/** Milliseconds: packets of several peers, and of the server, do not end in the same instant. */
const LATER = 3_000;

/** Milliseconds from one time that we leave and join again to the next: all who are dead begin anew with the first. */
const REJOIN = 10_000;

/** Milliseconds between looks at those who are quiet; at the others, every second one. */
const HALF_SECOND = 500;

/** Our connections to everyone in the room, by user id. Fans our tracks and our state out to all. */
export class Mesh {
  readonly #peers = new Map<string, Peer>();
  readonly #early = new EarlySignals();
  readonly #tracks: Record<LineKind, MediaStreamTrack | null> = {
    microphone: null,
    camera: null,
    screen: null,
    'screen-audio': null,
  };
  readonly #sharing: Sharing;
  /** The height of the budget that was told. */
  #toldHeight: number | undefined;
  readonly #rest = new RestWatch();
  #speaking: ReadonlySet<string> = new Set();
  #rejoinedAt = Number.NEGATIVE_INFINITY;
  /** Somebody of ours sent a reaction. */
  onReaction: ((id: string, emoji: string) => void) | undefined;
  readonly #host: PeerHost;
  readonly #time: Time;
  readonly #spare: Spare;
  /** What rides on our hello. */
  readonly open: OpenConnections;
  readonly #timer: ReturnType<typeof setInterval>;

  constructor(options: MeshOptions) {
    const time = (this.#time = options.time ?? REAL_TIME);
    const trip = options.trip ?? (() => 0);
    const local: LocalTracks = {
      tracks: this.#tracks,
      streams: { person: new MediaStream(), screen: new MediaStream() },
      black: options.black,
    };
    this.#sharing = new Sharing({
      peers: () => this.#peers,
      sharesScreen: () => this.#tracks.screen !== null,
      onStrain: (level) => options.onStrain?.(level),
    });
    this.#spare = new Spare(
      () => new Connection(options.configuration(), local, options.ownState, { time, trip }),
      () => this.#linkStates().includes('connecting'),
      trip,
    );
    let made = 0;
    const nextConnectionId = () => connectionId(options.session, (made += 1));
    this.open = new OpenConnections(this.#spare, nextConnectionId, options.ownState);
    this.#host = {
      ...options,
      send: (to, signal) => {
        options.send(to, this.open.mark(signal));
      },
      time,
      trip,
      nextConnectionId,
      freshConfiguration: options.freshConfiguration ?? (() => Promise.resolve(options.configuration())),
      budget: (id) => this.#sharing.of(id),
      shown: (id) => options.shown?.(id),
      onShown: () => {
        this.#sharing.renewSoon();
      },
      isFaultTheirs: (time) => this.#isHeardSince(time + LATER, options.lineHeardAt?.() ?? 0),
      isCrowded: () => this.#linkStates().filter((state) => state === 'connecting').length >= CROWD,
      wantsDtx: () => this.#peers.size >= DTX,
      local,
      hasSpare: () => this.#spare.isWarm,
      takeSpare: () => this.#spare.take(),
      rejoin: (peer) => {
        const isSafe = [...this.#peers.values()].every((other) => other === peer || !other.isFragile);
        if (!isSafe || time.now() - this.#rejoinedAt < REJOIN) return;
        this.#rejoinedAt = time.now();
        options.onRejoin?.();
      },
      onReaction: (id, emoji) => this.onReaction?.(id, emoji),
    };
    let lookedAt = time.now();
    this.#timer = setInterval(() => {
      const now = time.now();
      const isWhole = now - lookedAt > HALF_SECOND * 1.5; // A hidden page's timers come once a second as it is.
      if (isWhole) lookedAt = now;
      for (const peer of this.#peers.values()) {
        // A deployed client's screen may have ended.
        if (isWhole || peer.health.isOverdue(now) || peer.observation?.state.screen) void peer.tick();
      }
      if (!isWhole) return;
      this.#sharing.look(now);
      this.#takeRest(options.onBudget);
      const peers = [...this.#peers.values()];
      if (peers.length > 0 && peers.every(({ health }) => health.isSilent)) options.onSilence?.();
    }, HALF_SECOND);
  }

  /** Makes connections ready for our hello, and the next peer of ours. */
  warm(): void {
    this.#spare.anticipate();
  }

  /** Makes connections that nobody but this browser knows of: we may be about to set out. */
  stand(): void {
    this.#spare.stand();
  }

  /** Readies what stands; resolves when `open.offers()` has it, or that would take too long. `undefined`: nothing stands. */
  offerSoon(): Promise<void> | undefined {
    return this.#spare.offerSoon();
  }

  /** Devices may be used now: connections that hide our addresses behind mDNS names are made anew without. */
  unhideSpare(): void {
    this.#spare.unhide();
  }

  /** What a connection depends on has changed: servers, the network. */
  renewSpare(): void {
    this.open.close();
    this.#spare.renew();
  }

  /** Somebody says that they take the offer of the connection `id`. */
  handleTaken(from: string, id: string): void {
    this.open.handleTaken(from, this.#peers.get(from), id);
  }

  add(id: string, isPolite: boolean): Peer {
    const peer = new Peer(id, isPolite, this.#host);
    this.#peers.set(id, peer);
    this.open.handleAdd(id, peer);
    this.#sharing.renew();
    return peer;
  }

  handle(from: string, signal: Signal): void {
    const peer = this.#peers.get(from);
    // An answer to our hello tells by itself whose it is: the word that does may be lost.
    if (signal.type === 'webrtc.answer' && signal.x?.to !== undefined) this.handleTaken(from, signal.x.to);
    if (peer) peer.handle(signal);
    else this.#early.keep(from, signal);
  }

  /** Somebody was added, and whoever shows it knows: what they said before that is heard now. */
  catchUp(id: string): void {
    for (const signal of this.#early.take(id)) this.#peers.get(id)?.handle(signal);
  }

  remove(id: string): void {
    this.#peers.get(id)?.close();
    if (this.#peers.delete(id)) this.#sharing.renew();
  }

  get(id: string): Peer | undefined {
    return this.#peers.get(id);
  }

  /** The network may be there again: whoever is not connected is tried at once. */
  hurry(): void {
    for (const peer of this.#peers.values()) peer.hurry();
  }

  /** ICE servers have changed: what goes through a relay goes through a fresh one, all else stays as it is. */
  reconfigure(): void {
    this.renewSpare();
    for (const peer of this.#peers.values()) peer.reconfigure();
  }

  /** Figures of every connection, from its last sample. */
  flows(): Promise<(readonly [id: string, flow: Flow])[]> {
    return Promise.all([...this.#peers.values()].map(async (peer) => [peer.id, await peer.flow()] as const));
  }

  /** When anything of somebody came in last, ms of the clock, by a fresh look. */
  async heardAt(id: string): Promise<number> {
    const peer = this.#peers.get(id);
    await peer?.tick();
    return peer?.health.heardAt ?? 0;
  }

  link(id: string): PeerLink | undefined {
    const link = this.#peers.get(id)?.link;
    return link && { ...link, speaking: this.#speaking.has(id) };
  }

  setTrack(kind: LineKind, track: MediaStreamTrack | null): void {
    if (this.#tracks[kind] === track) return;
    this.#tracks[kind] = track;
    for (const peer of this.#peers.values()) peer.syncTracks();
    this.#sharing.renew();
  }

  /** Somebody's pictures are shown otherwise than before: tells them. */
  sayShown(id: string): void {
    this.#peers.get(id)?.sayShown();
  }

  /** Our own state has changed: tells everyone. */
  sayState(): void {
    for (const peer of this.#peers.values()) peer.sayState();
  }

  sayReaction(emoji: string): void {
    for (const peer of this.#peers.values()) peer.shownConnection?.sayReaction(emoji);
  }

  /** Amplitude of 0…1 of the voice that comes in from somebody. */
  audioLevel(id: string): number {
    return this.#peers.get(id)?.shownConnection?.lines.audioLevel ?? 0;
  }

  /** Whose voices are speech, as somebody who listened to the levels says: the links show it from now on. */
  setSpeaking(ids: ReadonlySet<string>): void {
    const before = this.#speaking;
    this.#speaking = ids;
    for (const id of this.#peers.keys()) if (before.has(id) !== ids.has(id)) this.#host.onChange(id);
  }

  /** The pictures of deployed clients' cameras, which may be nothing but black. */
  get faces(): ReadonlyMap<string, MediaStreamTrack> {
    const faces = [...this.#peers].map(([id, { observation }]) => [id, observation?.face] as const);
    return new Map(faces.filter((each): each is readonly [string, MediaStreamTrack] => each[1] !== undefined));
  }

  /** Whose pictures are black, as somebody who looked says: their cameras count as off from now on. */
  setBlack(ids: ReadonlySet<string>): void {
    for (const [id, peer] of this.#peers) {
      const { observation } = peer;
      if (!observation || observation.isBlack === ids.has(id)) continue;
      observation.isBlack = ids.has(id);
      void peer.tick();
    }
  }

  close(): void {
    clearInterval(this.#timer);
    this.#sharing.stop();
    this.#spare.close();
    this.open.close();
    for (const peer of this.#peers.values()) peer.close();
    this.#peers.clear();
  }

  #linkStates(): PeerLink['state'][] {
    return [...this.#peers.values()].map(({ link }) => link.state);
  }

  /** Whether the server or anybody was heard since `time`: if not, it may be our own network that is silent. */
  #isHeardSince(time: number, lineHeardAt: number): boolean {
    return lineHeardAt > time || [...this.#peers.values()].some(({ health }) => health.heardAt > time);
  }

  /** A camera that takes larger pictures opens anew, which would hold up connections on their way: only at rest. */
  #takeRest(onBudget: (budget: VideoBudget) => void): void {
    if (!this.#rest.look(this.#linkStates(), this.#time.now())) return;
    for (const peer of this.#peers.values()) peer.syncDtx();
    const budget = videoBudget(this.#peers.size);
    if (this.#toldHeight === budget.height) return;
    this.#toldHeight = budget.height;
    onBudget(budget);
  }
}
