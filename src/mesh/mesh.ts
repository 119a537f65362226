import { connectionId, type LineKind } from '../protocol/extensions.js';
import type { Signal } from '../protocol/messages.js';
import { SILENT_STATE } from '../protocol/peer-state.js';
import { REAL_TIME } from '../signaling/time.js';
import { whenHere } from '../signaling/when-here.js';
import { Connection } from './connection.js';
import type { PeerKind } from './counterpart.js';
import { EarlySignals } from './early-signals.js';
import { $care } from './late-care.js';
import type { LocalTracks } from './lines.js';
import type { MeshCare } from './mesh-care.js';
import type { MeshOptions } from './mesh-options.js';
import { OpenConnections } from './open-connection.js';
import { Peer } from './peer.js';
import type { PeerHost, PeerLink } from './peer-host.js';
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

/** Milliseconds between words to ours while nobody looks after the connections: what is silent for 3 s is mended. */
const SECOND = 1_000;

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
  #speaking: ReadonlySet<string> = new Set();
  /** Somebody of ours sent a reaction. */
  onReaction: ((id: string, emoji: string) => void) | undefined;
  /** Somebody opened a channel for what is said or sent, or to a deployed client ours is there. It is heard from now on only. */
  onChannel: ((id: string, channel: RTCDataChannel) => void) | undefined;
  readonly #host: PeerHost;
  readonly #spare: Spare;
  /** What rides on our hello. */
  readonly open: OpenConnections;
  readonly #alive: ReturnType<typeof setInterval>;
  #care: MeshCare | undefined;
  readonly #unwait: () => void;

  constructor(options: MeshOptions) {
    const time = options.time ?? REAL_TIME;
    const trip = options.trip ?? (() => 0);
    const local: LocalTracks = {
      tracks: this.#tracks,
      streams: { person: new MediaStream(), screen: new MediaStream() },
      black: options.black,
    };
    this.#spare = new Spare(
      () => new Connection(options.configuration(), local, options.ownState, { time, trip }),
      () => this.#linkStates().includes('connecting'),
      trip,
    );
    let made = 0;
    const nextConnectionId = () => connectionId(options.session, (made += 1));
    // Said to the whole room, before it is known who is in it.
    const openState = () => (options.requiresTrust?.() ? SILENT_STATE : options.ownState());
    this.open = new OpenConnections(this.#spare, nextConnectionId, openState);
    this.#host = {
      ...options,
      send: (to, signal) => {
        options.send(to, this.open.mark(signal));
      },
      time,
      trip,
      nextConnectionId,
      freshConfiguration: options.freshConfiguration ?? (() => Promise.resolve(options.configuration())),
      isCrowded: () => this.#linkStates().filter((state) => state === 'connecting').length >= CROWD,
      wantsDtx: () => this.#peers.size >= DTX,
      local,
      hasSpare: () => this.#spare.isWarm,
      takeSpare: () => this.#spare.take(),
      admits: options.admits ?? (() => true),
      requiresTrust: options.requiresTrust ?? (() => false),
      onDeployed: (id) => options.onDeployed?.(id),
      onSecure: (id, secured) => options.onSecure?.(id, secured),
      onTrust: (id, session, data) => options.onTrust?.(id, session, data),
      onReaction: (id, emoji) => this.onReaction?.(id, emoji),
      onChannel: (id, channel) => this.onChannel?.(id, channel),
    };
    this.#alive = setInterval(() => {
      for (const peer of this.#peers.values()) peer.out.repeatState();
    }, SECOND);
    this.#unwait = whenHere($care, (create) => {
      clearInterval(this.#alive);
      const sharesScreen = () => this.#tracks.screen !== null;
      this.#care = create({ options, host: this.#host, peers: this.#peers, sharesScreen });
    });
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
    this.#care?.add(peer);
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
    this.#peers.delete(id);
    this.#care?.remove(id);
  }

  get(id: string): Peer | undefined {
    return this.#peers.get(id);
  }

  /** The network may be there again: whoever is not connected is tried at once. */
  hurry(): void {
    for (const peer of this.#peers.values()) peer.care?.hurry();
  }

  /** ICE servers have changed: what goes through a relay goes through a fresh one, all else stays as it is. */
  reconfigure(): void {
    this.renewSpare();
    for (const peer of this.#peers.values()) peer.reconfigure();
  }

  /** Figures of every connection, from its last sample; nobody's while nobody looks after them. */
  async flows(): Promise<(readonly [id: string, flow: Flow])[]> {
    return (await this.#care?.flows()) ?? [];
  }

  /** When anything of somebody came in last, ms of the clock, by a fresh look: just now, for all that is known without one. */
  async heardAt(id: string): Promise<number> {
    const peer = this.#peers.get(id);
    if (peer && !peer.care) return this.#host.time.now();
    await peer?.care?.tick();
    return peer?.care?.health.heardAt ?? 0;
  }

  /** Says a word of trust to somebody, on the newest connection that leads to `session`; whether that can be. */
  sayTrust(id: string, session: string, word: string): boolean {
    return this.#peers.get(id)?.out.sayTrust(session, word) ?? false;
  }

  /** Whether something goes to somebody, and is shown of them, is otherwise than before. */
  handleAdmission(id: string): void {
    this.#peers.get(id)?.handleAdmission();
  }

  /** Who can't prove who they are is let in from now on, or no longer. */
  handlePolicy(): void {
    for (const peer of this.#peers.values()) peer.handlePolicy();
  }

  /** Ends the connections to somebody's `session`: something is wrong with it, and it gets no other one. */
  shut(id: string, session: string): void {
    this.#peers.get(id)?.shut(session);
  }

  /** A channel to one of ours; `undefined` while there is no connection to them. */
  openChannel(id: string, label: string, options?: RTCDataChannelInit): RTCDataChannel | undefined {
    return this.#peers.get(id)?.out.openChannel(label, options);
  }

  /** Bytes of a message on a channel to somebody, as their connection agreed on. */
  messageSize(id: string): number | undefined {
    return this.#peers.get(id)?.out.up?.pc.sctp?.maxMessageSize;
  }

  /** What somebody's app is, as far as it is known. */
  kindOf(id: string): PeerKind {
    return this.#peers.get(id)?.other.kind ?? 'unknown';
  }

  link(id: string): PeerLink | undefined {
    const link = this.#peers.get(id)?.link;
    return link && { ...link, speaking: this.#speaking.has(id) };
  }

  setTrack(kind: LineKind, track: MediaStreamTrack | null): void {
    if (this.#tracks[kind] === track) return;
    this.#tracks[kind] = track;
    for (const peer of this.#peers.values()) peer.out.syncTracks();
    this.#care?.sharing.renew();
  }

  /** Somebody's pictures are shown otherwise than before: tells them. */
  sayShown(id: string): void {
    this.#peers.get(id)?.care?.sayShown();
  }

  /** Our own state has changed: tells everyone. */
  sayState(): void {
    for (const peer of this.#peers.values()) peer.out.sayState();
  }

  sayReaction(emoji: string): void {
    this.#care?.sayReaction(emoji);
  }

  /** Amplitude of 0…1 of the voice that comes in from somebody. */
  audioLevel(id: string): number {
    const peer = this.#peers.get(id);
    return peer?.isAdmitted ? (peer.shownConnection?.lines.audioLevel ?? 0) : 0;
  }

  /** Whose voices are speech, as somebody who listened to the levels says: the links show it from now on. */
  setSpeaking(ids: ReadonlySet<string>): void {
    const before = this.#speaking;
    this.#speaking = ids;
    for (const id of this.#peers.keys()) if (before.has(id) !== ids.has(id)) this.#host.onChange(id);
  }

  /** The pictures of deployed clients' cameras, which may be nothing but black. */
  get faces(): ReadonlyMap<string, MediaStreamTrack> {
    return this.#care?.faces ?? new Map<string, MediaStreamTrack>();
  }

  /** Whose pictures are black, as somebody who looked says: their cameras count as off from now on. */
  setBlack(ids: ReadonlySet<string>): void {
    this.#care?.setBlack(ids);
  }

  close(): void {
    clearInterval(this.#alive);
    this.#unwait();
    this.#care?.close();
    this.#spare.close();
    this.open.close();
    for (const peer of this.#peers.values()) peer.close();
    this.#peers.clear();
  }

  #linkStates(): PeerLink['state'][] {
    return [...this.#peers.values()].map(({ link }) => link.state);
  }
}
