import type { LineKind } from '../protocol/extensions.js';
import type { PeerState } from '../protocol/peer-state.js';
import { streamsOf } from './sdp.js';

/**
 * Milliseconds without a packet, while the microphone's go on, after which a line is over: of a picture that stands still
 * comes one frame a second, and one may get lost. Sooner after an offer with nothing new in it.
 */
const OVER = 2_000;
const OVER_AFTER_OFFER = 1_000;
/** Milliseconds for which such an offer is news. */
const OFFERED = 4_000;
/** Packets between two looks that say nothing then: Firefox sends one black frame a second on a line without a track. */
const TRICKLE = 2;
/** Milliseconds that count between two looks at most: what a late timer did not see it does not know. */
const LOOK = 600;

/** Packets of a line: how many, and milliseconds of looks in which there were none. */
interface Flowing {
  readonly packets: number;
  readonly quiet: number;
  /** Whether more came than a line without a track has, since it was over last. */
  readonly isSeen: boolean;
}

const comesIn = ({ currentDirection }: RTCRtpTransceiver): boolean =>
  currentDirection === 'sendrecv' || currentDirection === 'recvonly';

/**
 * What a deployed client shows of itself, for it says nothing: which line is for what, told by its description, and which
 * of them it uses, told by their packets (protocol.md, known faults 3 and 5).
 */
export class Observation {
  #sdp = '';
  #streams: ReadonlyMap<string, string> = new Map();
  #flowing: ReadonlyMap<string, Flowing> = new Map();
  #heardAt = 0;
  #offeredAt = Number.NEGATIVE_INFINITY;
  /** Whether its camera shows nothing but black, as somebody who looked says. */
  isBlack = false;

  constructor(private readonly connection: RTCPeerConnection) {}

  /** The camera's track while pictures come. */
  get face(): MediaStreamTrack | undefined {
    return this.#observe().camera ? this.received('camera') : undefined;
  }

  get state(): PeerState {
    const state = this.#observe();
    return { ...state, camera: state.camera && !this.isBlack };
  }

  #observe(): PeerState {
    const lines = this.#lines();
    const shows = (kind: LineKind) => lines.get(kind)?.receiver.track.muted === false;
    // In Chromium a track stays muted for good, whatever comes in, where two first pictures crossed.
    const moves = (kind: LineKind) => {
      const mid = lines.get(kind)?.mid ?? '';
      return (shows(kind) || this.#flowing.get(mid)?.isSeen === true) && !this.#isOver(mid);
    };
    return { microphone: shows('microphone'), camera: moves('camera'), screen: moves('screen'), hand: false };
  }

  /** The track that comes in on the line that is for `kind`. */
  received(kind: LineKind): MediaStreamTrack | undefined {
    return this.#lines().get(kind)?.receiver.track;
  }

  /** It offers: with no line more or less than before, when it stops its screen. */
  noteOffer(sdp: string, now: number): void {
    if (String([...streamsOf(sdp)]) === String([...streamsOf(this.#described)])) this.#offeredAt = now;
  }

  /** Packets by m-line (`mid`) up to `now`, milliseconds of the clock. */
  hear(heard: ReadonlyMap<string, number>, now: number): void {
    const passed = Math.min(LOOK, now - this.#heardAt);
    this.#heardAt = now;
    const hasGrown = (mid: string) => {
      const { packets = 0, quiet = 0 } = this.#flowing.get(mid) ?? {};
      const trickle = quiet >= OVER || this.#isOffered ? TRICKLE : 0;
      return (heard.get(mid) ?? 0) - packets > trickle;
    };
    const voice = this.#lines().get('microphone')?.mid;
    const speaks = typeof voice === 'string' && hasGrown(voice);
    this.#flowing = new Map(
      [...heard].map(([mid, packets]) => {
        const before = this.#flowing.get(mid);
        const quiet = hasGrown(mid) || !speaks ? 0 : (before?.quiet ?? 0) + passed;
        const isMany = packets - (before?.packets ?? 0) > TRICKLE;
        return [mid, { packets, quiet, isSeen: quiet < OVER && (isMany || before?.isSeen === true) }];
      }),
    );
  }

  get #isOffered(): boolean {
    return this.#heardAt - this.#offeredAt < OFFERED;
  }

  /** Its description. Firefox throws for a look at that of a connection that is closed. */
  get #described(): string {
    return this.connection.signalingState === 'closed' ? '' : (this.connection.remoteDescription?.sdp ?? '');
  }

  /** Whether its packets ended. */
  #isOver(mid: string): boolean {
    const quiet = this.#flowing.get(mid)?.quiet ?? 0;
    return quiet >= (this.#isOffered ? OVER_AFTER_OFFER : OVER);
  }

  /**
   * A camera's line bears the msid stream of the microphone, a screen's and its sound's another; where one of them bears
   * none, the first video is taken for the camera. Of two screens the later one counts: the first one's line stays.
   */
  #lines(): ReadonlyMap<LineKind, RTCRtpTransceiver> {
    const sdp = this.#described;
    if (sdp !== this.#sdp) [this.#sdp, this.#streams] = [sdp, streamsOf(sdp)];
    const lines = new Map<LineKind, RTCRtpTransceiver>();
    const all = this.connection.getTransceivers().filter(({ mid }) => mid !== null);
    const voice = all.find(({ receiver }) => receiver.track.kind === 'audio');
    const person = this.#streams.get(voice?.mid ?? '');
    for (const transceiver of all.filter(comesIn)) {
      const stream = this.#streams.get(transceiver.mid ?? '');
      const isScreen = person && stream ? person !== stream : lines.has('camera');
      const isSound = transceiver.receiver.track.kind === 'audio';
      if (transceiver === voice) lines.set('microphone', transceiver);
      else if (!isSound) lines.set(isScreen ? 'screen' : 'camera', transceiver);
      else if (isScreen) lines.set('screen-audio', transceiver);
    }
    return lines;
  }
}
