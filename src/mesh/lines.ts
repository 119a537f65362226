import { LINE_KINDS, type LineKind } from '../protocol/extensions.js';
import { offerCommonCodecs } from './codecs.js';

/** Our own tracks by line, as all connections of a mesh share them. */
export interface LocalTracks {
  readonly tracks: Readonly<Record<LineKind, MediaStreamTrack | null>>;
  /** Group the lines for the other end: camera with microphone, screen with its sound. Empty: only their ids are used. */
  readonly streams: { readonly person: MediaStream; readonly screen: MediaStream };
  /** A black picture for whoever would else keep the last frame. */
  readonly black: () => MediaStreamTrack;
}

/** Who is at the other end, as far as our tracks go: to `nobody` none goes. */
export type Audience = 'ours' | 'deployed' | 'nobody';

const mediaKind = (kind: LineKind): 'audio' | 'video' => (kind === 'camera' || kind === 'screen' ? 'video' : 'audio');
const isScreen = (kind: LineKind): boolean => kind === 'screen' || kind === 'screen-audio';

/** The m-lines of one connection: which transceiver is for what. */
export class Lines {
  readonly #transceivers = new Map<LineKind, RTCRtpTransceiver>();
  /** What each was asked for last: the browser takes a while, and a withdrawal must not be lost behind a grant. */
  readonly #wanted = new Map<RTCRtpSender, MediaStreamTrack | null>();

  constructor(
    private readonly connection: RTCPeerConnection,
    readonly local: LocalTracks,
  ) {}

  /** Those there are, by what they are for. */
  get all(): ReadonlyMap<LineKind, RTCRtpTransceiver> {
    return this.#transceivers;
  }

  /** Makes every line at once, so that nothing needs a second negotiation: for a peer of ours. */
  createAll(): void {
    for (const kind of LINE_KINDS) offerCommonCodecs(this.#create(kind), mediaKind(kind));
  }

  /** Makes the lines that a deployed client understands: the microphone always, a picture only if there is one. */
  createNeeded(): void {
    this.#create('microphone');
    if (this.#outgoing('camera', true)) this.#create('camera');
  }

  /**
   * Takes over the lines that the other end's offer made. `kinds` is what it says they are for; to a deployed client,
   * which does not say, we send our sound and our picture on its first ones.
   */
  adopt(kinds: Readonly<Record<string, LineKind>> | undefined): void {
    for (const transceiver of this.connection.getTransceivers()) {
      if (transceiver.mid === null || this.#kindOf(transceiver) || transceiver.direction === 'stopped') continue;
      const kind = kinds?.[transceiver.mid] ?? (transceiver.receiver.track.kind === 'audio' ? 'microphone' : 'camera');
      if (this.#transceivers.has(kind) || mediaKind(kind) !== transceiver.receiver.track.kind) continue;
      this.#transceivers.set(kind, transceiver);
      const sends = kinds !== undefined || kind === 'microphone' || this.#outgoing(kind, true) !== null;
      transceiver.direction = sends ? 'sendrecv' : 'recvonly';
      transceiver.sender.setStreams(this.#stream(kind));
    }
  }

  /**
   * Puts our current tracks on their lines. A track without a line gets one, which needs a negotiation.
   * Opposite a deployed client a picture that ends turns black.
   */
  async sync(audience: Audience): Promise<void> {
    if (this.isClosed()) return;
    const replacing: Promise<void>[] = [];
    for (const kind of LINE_KINDS) {
      const track = audience === 'nobody' ? null : this.#outgoing(kind, audience === 'deployed');
      let transceiver = this.#transceivers.get(kind);
      // Before the first description every line is the offer's, theirs or ours: one of our own would not match it.
      if (!transceiver && track && this.connection.remoteDescription) transceiver = this.#create(kind);
      if (!transceiver || transceiver.direction === 'stopped') continue;
      if (track && transceiver.direction === 'recvonly') transceiver.direction = 'sendrecv';
      const showsBlack = audience === 'deployed' && kind === 'camera' && transceiver.direction === 'sendrecv';
      const wanted = track ?? (showsBlack ? this.local.black() : null);
      const { sender } = transceiver;
      const asked = this.#wanted.has(sender) ? this.#wanted.get(sender) : sender.track;
      if (asked !== wanted) replacing.push(this.#replace(sender, wanted));
    }
    try {
      await Promise.all(replacing);
    } catch (error) {
      if (!this.isClosed()) throw error; // Closed meanwhile, and with it all its lines.
    }
  }

  /** What each m-line is for, by `mid`: for an offer. */
  describe(): Record<string, LineKind> {
    const entries = [...this.#transceivers].flatMap(([kind, { mid }]) => (mid === null ? [] : [[mid, kind] as const]));
    return Object.fromEntries(entries);
  }

  /** The track that comes in on a line, where the other end may send one. */
  received(kind: LineKind): MediaStreamTrack | undefined {
    const transceiver = this.#transceivers.get(kind);
    const receives = transceiver?.currentDirection === 'sendrecv' || transceiver?.currentDirection === 'recvonly';
    return receives ? transceiver.receiver.track : undefined;
  }

  /** How loud the voice that comes in is: an amplitude of 0…1 (W3C WebRTC, `RTCRtpContributingSource.audioLevel`). */
  get audioLevel(): number {
    const sources = this.#transceivers.get('microphone')?.receiver.getSynchronizationSources() ?? [];
    return Math.max(0, ...sources.map(({ audioLevel }) => audioLevel ?? 0));
  }

  /** Takes our tracks off, so that nothing of ours is held by a closed connection. */
  async clear(): Promise<void> {
    const senders = [...this.#transceivers.values()].map(({ sender }) => sender);
    await Promise.allSettled(senders.map((sender) => this.#replace(sender, null)));
  }

  async #replace(sender: RTCRtpSender, track: MediaStreamTrack | null): Promise<void> {
    this.#wanted.set(sender, track);
    try {
      await sender.replaceTrack(track);
    } catch (error) {
      this.#wanted.delete(sender);
      throw error;
    }
  }

  /** A deployed client shows one picture of each person: the screen while it is shared, else the camera. */
  #outgoing(kind: LineKind, isDeployed: boolean): MediaStreamTrack | null {
    const { tracks } = this.local;
    if (!isDeployed) return tracks[kind];
    return isScreen(kind) ? null : kind === 'camera' ? (tracks.screen ?? tracks.camera) : tracks[kind];
  }

  isClosed(): boolean {
    return this.connection.signalingState === 'closed';
  }

  #create(kind: LineKind): RTCRtpTransceiver {
    const transceiver = this.connection.addTransceiver(mediaKind(kind), {
      direction: 'sendrecv',
      streams: [this.#stream(kind)],
    });
    this.#transceivers.set(kind, transceiver);
    return transceiver;
  }

  #stream(kind: LineKind): MediaStream {
    return isScreen(kind) ? this.local.streams.screen : this.local.streams.person;
  }

  #kindOf(transceiver: RTCRtpTransceiver): LineKind | undefined {
    return [...this.#transceivers].find(([, other]) => other === transceiver)?.[0];
  }
}
