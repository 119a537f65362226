import { LINE_KINDS, type LineKind } from '../protocol/extensions.js';
import type { PeerState } from '../protocol/peer-state.js';
import type { Receipt } from '../protocol/receipt.js';
import type { VideoBudget } from './budget.js';
import { offerCommonCodecs } from './codecs.js';
import { PICTURE_KINDS, type PictureCounts, type PictureKind } from './decoding.js';
import { holdEncoder, holdVoice, makeKeyFrame } from './encoder.js';
import type { FlowMeter } from './flow-meter.js';
import type { PeerBudget } from './uplink.js';

/** Our own tracks by line, as all connections of a mesh share them. */
export interface LocalTracks {
  readonly tracks: Readonly<Record<LineKind, MediaStreamTrack | null>>;
  /** Group the lines for the other end: camera with microphone, screen with its sound. Empty: only their ids are used. */
  readonly streams: { readonly person: MediaStream; readonly screen: MediaStream };
  /** A black picture for whoever would else keep the last frame. */
  readonly black: () => MediaStreamTrack;
}

/** What an encoder is held to, and for pictures of which shorter side. */
interface Held {
  readonly track: MediaStreamTrack;
  readonly budget: VideoBudget | undefined;
  readonly side: number;
  /** Whether the encoder has taken it, or is about to. */
  isTaken: boolean;
}

/** Milliseconds between key frames that the other end asks for, at least: each costs as much as a second of picture. */
const KEY_FRAME = 2_500;

const mediaKind = (kind: LineKind): 'audio' | 'video' => (kind === 'camera' || kind === 'screen' ? 'video' : 'audio');
const isScreen = (kind: LineKind): boolean => kind === 'screen' || kind === 'screen-audio';

const isSameBudget = (a: VideoBudget | undefined, b: VideoBudget | undefined): boolean =>
  a === b || (a?.maxBitrate === b?.maxBitrate && a?.height === b?.height && a?.maxFramerate === b?.maxFramerate);

/** The m-lines of one connection: which transceiver is for what. */
export class Lines {
  readonly #transceivers = new Map<LineKind, RTCRtpTransceiver>();
  #keyFrameAt = Number.NEGATIVE_INFINITY;
  readonly #held = new Map<PictureKind, Held>();
  #voiceBitrate: number | undefined;

  constructor(
    private readonly connection: RTCPeerConnection,
    private readonly local: LocalTracks,
  ) {}

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
  async sync(isDeployed: boolean): Promise<void> {
    if (this.#isClosed()) return;
    const replacing: Promise<void>[] = [];
    for (const kind of LINE_KINDS) {
      const track = this.#outgoing(kind, isDeployed);
      let transceiver = this.#transceivers.get(kind);
      // Before the first description every line is the offer's, theirs or ours: one of our own would not match it.
      if (!transceiver && track && this.connection.remoteDescription) transceiver = this.#create(kind);
      if (!transceiver || transceiver.direction === 'stopped') continue;
      if (track && transceiver.direction === 'recvonly') transceiver.direction = 'sendrecv';
      const showsBlack = isDeployed && kind === 'camera' && transceiver.direction === 'sendrecv';
      const wanted = track ?? (showsBlack ? this.local.black() : null);
      if (transceiver.sender.track !== wanted) replacing.push(transceiver.sender.replaceTrack(wanted));
    }
    try {
      await Promise.all(replacing);
    } catch (error) {
      if (!this.#isClosed()) throw error; // Closed meanwhile, and with it all its lines.
    }
  }

  /** Holds our encoders to what this peer may cost: once connected, for asking an encoder holds up a negotiation. */
  async hold({ camera, screen, microphone }: PeerBudget): Promise<void> {
    await Promise.all([this.#hold('camera', camera), this.#hold('screen', screen), this.#holdVoice(microphone)]);
  }

  async #hold(kind: PictureKind, budget: VideoBudget | undefined): Promise<void> {
    const { sender } = this.#transceivers.get(kind) ?? {};
    if (!sender?.track) return;
    // A screen, on the camera's line too, is to be read: never scaled down.
    const { width = Infinity, height = budget?.height ?? 0 } = sender.track.getSettings();
    const side = sender.track === this.local.tracks.screen ? 0 : Math.min(width, height);
    const now: Held = { track: sender.track, budget, side, isTaken: true };
    const last = this.#held.get(kind);
    const isSame = last?.track === now.track && isSameBudget(last.budget, budget) && last.side === side;
    if (isSame && last.isTaken) return;
    this.#held.set(kind, now);
    now.isTaken = await holdEncoder(sender, budget, side); // If not, the next look tries again.
  }

  async #holdVoice(bitrate: number | undefined): Promise<void> {
    const { sender } = this.#transceivers.get('microphone') ?? {};
    if (!sender?.track || bitrate === undefined || this.#voiceBitrate === bitrate) return;
    this.#voiceBitrate = bitrate;
    if (!(await holdVoice(sender, bitrate))) this.#voiceBitrate = undefined; // The next look tries again.
  }

  /** Whether nothing is sent on a line because nobody looks. */
  #rests(kind: LineKind): boolean {
    const held = kind === 'camera' || kind === 'screen' ? this.#held.get(kind) : undefined;
    return held !== undefined && held.budget === undefined;
  }

  /** What each m-line is for, by `mid`: for an offer. */
  describe(): Record<string, LineKind> {
    const entries = [...this.#transceivers].flatMap(([kind, { mid }]) => (mid === null ? [] : [[mid, kind] as const]));
    return Object.fromEntries(entries);
  }

  /** Counts by `mid` as counts by what the line is for. */
  byKind(counts: ReadonlyMap<string, number>): Receipt {
    const entries = [...this.#transceivers].flatMap(([kind, { mid }]) => {
      const count = mid === null ? undefined : counts.get(mid);
      return count === undefined ? [] : [[kind, count] as const];
    });
    return Object.fromEntries(entries);
  }

  /** The same of the lines that have something to send: browsers probe the path with padding on any, which nobody counts. */
  byKindSent(counts: ReadonlyMap<string, number>): Receipt {
    const sending = new Map(
      [...this.#transceivers].map(([kind, { mid, sender }]) => [mid, sender.track !== null && !this.#rests(kind)]),
    );
    return this.byKind(new Map([...counts].filter(([mid]) => sending.get(mid))));
  }

  /** What came in of each picture. */
  pictures(meter: Pick<FlowMeter, 'pictures'>): Partial<Record<PictureKind, PictureCounts>> {
    const entries = PICTURE_KINDS.flatMap((kind) => {
      const mid = this.#transceivers.get(kind)?.mid;
      const counts = typeof mid === 'string' ? meter.pictures(mid) : undefined;
      return counts ? [[kind, counts] as const] : [];
    });
    return Object.fromEntries(entries);
  }

  /** Makes key frames on these lines: not again at once, whoever asks. */
  async makeKeyFrames(kinds: readonly LineKind[], now: number): Promise<void> {
    if (kinds.length === 0 || now - this.#keyFrameAt < KEY_FRAME) return;
    this.#keyFrameAt = now;
    for (const kind of kinds) {
      const { sender } = this.#transceivers.get(kind) ?? {};
      const rests = () => this.#isClosed() || this.#rests(kind);
      if (sender?.track?.kind === 'video' && !rests()) await makeKeyFrame(sender, rests);
    }
  }

  /** The track that comes in on a line, where the other end may send one. */
  received(kind: LineKind): MediaStreamTrack | undefined {
    const transceiver = this.#transceivers.get(kind);
    const receives = transceiver?.currentDirection === 'sendrecv' || transceiver?.currentDirection === 'recvonly';
    return receives ? transceiver.receiver.track : undefined;
  }

  /**
   * Whether a picture, theirs or ours, stays unseen: its m-line was rejected (RFC 8829, 5.3.1), as it is by who knows none of the
   * formats in it. Opposite a deployed client there is such a line only where there is, or was, a picture.
   */
  lacksFormat(theirs: Pick<PeerState, 'camera' | 'screen'>, isDeployed: boolean): boolean {
    if (this.#isClosed()) return false; // All its lines are stopped.
    const { camera, screen } = this.local.tracks;
    const isWanted = isDeployed || theirs.camera || theirs.screen || camera !== null || screen !== null;
    const isRejected = (kind: LineKind) => this.#transceivers.get(kind)?.currentDirection === 'stopped';
    return isWanted && (isRejected('camera') || isRejected('screen'));
  }

  /** How loud the voice that comes in is: an amplitude of 0…1 (W3C WebRTC, `RTCRtpContributingSource.audioLevel`). */
  get audioLevel(): number {
    const sources = this.#transceivers.get('microphone')?.receiver.getSynchronizationSources() ?? [];
    return Math.max(0, ...sources.map(({ audioLevel }) => audioLevel ?? 0));
  }

  /** Takes our tracks off, so that nothing of ours is held by a closed connection. */
  async clear(): Promise<void> {
    const senders = [...this.#transceivers.values()].map(({ sender }) => sender);
    await Promise.allSettled(senders.map((sender) => sender.replaceTrack(null)));
  }

  /** A deployed client shows one picture of each person: the screen while it is shared, else the camera. */
  #outgoing(kind: LineKind, isDeployed: boolean): MediaStreamTrack | null {
    const { tracks } = this.local;
    if (!isDeployed) return tracks[kind];
    return isScreen(kind) ? null : kind === 'camera' ? (tracks.screen ?? tracks.camera) : tracks[kind];
  }

  #isClosed(): boolean {
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
