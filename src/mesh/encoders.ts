import type { LineKind } from '../protocol/extensions.js';
import type { Receipt } from '../protocol/receipt.js';
import type { VideoBudget } from './budget.js';
import type { PictureKind } from './decoding.js';
import { holdEncoder, holdVoice, makeKeyFrame } from './encoder.js';
import type { Lines } from './lines.js';
import type { PeerBudget } from './uplink.js';

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

const isSameBudget = (a: VideoBudget | undefined, b: VideoBudget | undefined): boolean =>
  a === b || (a?.maxBitrate === b?.maxBitrate && a?.height === b?.height && a?.maxFramerate === b?.maxFramerate);

/** The encoders of one connection: what each may spend, and which of them rest. */
export class Encoders {
  #keyFrameAt = Number.NEGATIVE_INFINITY;
  readonly #held = new Map<PictureKind, Held>();
  #voiceBitrate: number | undefined;

  constructor(private readonly lines: Lines) {}

  /** Holds them to what this peer may cost. */
  async hold({ camera, screen, microphone }: PeerBudget): Promise<void> {
    await Promise.all([this.#hold('camera', camera), this.#hold('screen', screen), this.#holdVoice(microphone)]);
  }

  /** Makes key frames on these lines: not again at once, whoever asks. */
  async makeKeyFrames(kinds: readonly LineKind[], now: number): Promise<void> {
    if (kinds.length === 0 || now - this.#keyFrameAt < KEY_FRAME) return;
    this.#keyFrameAt = now;
    for (const kind of kinds) {
      const sender = this.#sender(kind);
      const rests = () => this.lines.isClosed() || this.#rests(kind);
      if (sender?.track?.kind === 'video' && !rests()) await makeKeyFrame(sender, rests);
    }
  }

  /** Counts by `mid` as counts by what the line is for. */
  byKind(counts: ReadonlyMap<string, number>): Receipt {
    const entries = [...this.lines.all].flatMap(([kind, { mid }]) => {
      const count = mid === null ? undefined : counts.get(mid);
      return count === undefined ? [] : [[kind, count] as const];
    });
    return Object.fromEntries(entries);
  }

  /** The same of the lines that have something to send: browsers probe the path with padding on any, which nobody counts. */
  byKindSent(counts: ReadonlyMap<string, number>): Receipt {
    const sending = new Map(
      [...this.lines.all].map(([kind, { mid, sender }]) => [mid, sender.track !== null && !this.#rests(kind)]),
    );
    return this.byKind(new Map([...counts].filter(([mid]) => sending.get(mid))));
  }

  async #hold(kind: PictureKind, budget: VideoBudget | undefined): Promise<void> {
    const sender = this.#sender(kind);
    if (!sender?.track) return;
    // A screen, on the camera's line too, is to be read: never scaled down.
    const { width = Infinity, height = budget?.height ?? 0 } = sender.track.getSettings();
    const side = sender.track === this.lines.local.tracks.screen ? 0 : Math.min(width, height);
    const now: Held = { track: sender.track, budget, side, isTaken: true };
    const last = this.#held.get(kind);
    const isSame = last?.track === now.track && isSameBudget(last.budget, budget) && last.side === side;
    if (isSame && last.isTaken) return;
    this.#held.set(kind, now);
    now.isTaken = await holdEncoder(sender, budget, side); // If not, the next look tries again.
  }

  async #holdVoice(bitrate: number | undefined): Promise<void> {
    const sender = this.#sender('microphone');
    if (!sender?.track || bitrate === undefined || this.#voiceBitrate === bitrate) return;
    this.#voiceBitrate = bitrate;
    if (!(await holdVoice(sender, bitrate))) this.#voiceBitrate = undefined; // The next look tries again.
  }

  /** Whether nothing is sent on a line because nobody looks. */
  #rests(kind: LineKind): boolean {
    const held = kind === 'camera' || kind === 'screen' ? this.#held.get(kind) : undefined;
    return held !== undefined && held.budget === undefined;
  }

  #sender(kind: LineKind): RTCRtpSender | undefined {
    return this.lines.all.get(kind)?.sender;
  }
}
