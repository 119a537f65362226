import { type HEIGHTS, type Height, type Shown } from '../protocol/shown.js';
import { type VideoBudget, videoBudget } from './budget.js';

/** Somebody to whom we send. */
export interface Receiver {
  /** What they show of us; `undefined`: they do not say. */
  readonly shown: Shown | undefined;
  /** How often the path to them has turned out narrower than what was meant for it. */
  readonly narrowed: number;
}

/** What our encoders may spend for one receiver; no picture where nobody sees it. */
export interface PeerBudget {
  readonly camera: VideoBudget | undefined;
  readonly screen: VideoBudget | undefined;
  /** Bits per second; `undefined`: what the browser thinks right. */
  readonly microphone: number | undefined;
}

/** What no picture may go beyond, whoever sees it: what the machine can do. */
export type Ceiling = Pick<VideoBudget, 'height' | 'maxFramerate'>;
export const NO_CEILING: Ceiling = { height: Infinity, maxFramerate: Infinity };

interface Step extends VideoBudget {
  readonly height: (typeof HEIGHTS)[number];
}

/** What a picture of each height costs at its best. */
const STEPS: readonly Step[] = [
  { height: 120, maxBitrate: 60_000, maxFramerate: 12 },
  { height: 180, maxBitrate: 130_000, maxFramerate: 15 },
  { height: 270, maxBitrate: 280_000, maxFramerate: 20 },
  { height: 360, maxBitrate: 500_000, maxFramerate: 24 },
  { height: 540, maxBitrate: 950_000, maxFramerate: 30 },
  { height: 720, maxBitrate: 1_700_000, maxFramerate: 30 },
  { height: 1080, maxBitrate: 2_500_000, maxFramerate: 30 },
];
const [SMALLEST] = STEPS as readonly [Step];
/** Of what a height costs at its best; with less a smaller picture looks better. */
const ENOUGH = 0.55;
/** What is left for a picture on a path that turned out too narrow, each time. */
const NARROWER = 0.7;

/** Bits per second of everything that goes out, whatever it is. */
export const UPLINK = 3_000_000;
/** Receivers up to which there is enough for all, and from which each gets the least. */
const FEW = { peers: 5, total: 2_500_000 };
const MANY = { peers: 11, total: 940_000 };
/** Of a voice, which goes to everybody, and of its headers: 50 packets a second (RFC 7587). */
const VOICE = { few: 32_000, many: 24_000, headers: 20_000 };
/** Below this an encoder makes no picture. */
const LEAST = 30_000;

const voiceOf = (peers: number): number => (peers > FEW.peers ? VOICE.many : VOICE.few);
const soundOf = (peers: number): number => peers * (voiceOf(peers) + VOICE.headers);

/** Bits per second of voices and faces together. The more there are, the smaller their tiles, and the more who send. */
export const uplinkTotal = (peers: number): number => {
  const share = Math.min(1, Math.max(0, (peers - FEW.peers) / (MANY.peers - FEW.peers)));
  const wanted = FEW.total + share * (MANY.total - FEW.total);
  return Math.min(UPLINK, Math.max(wanted, soundOf(peers) + peers * LEAST));
};

/** Shares `pool` out so that who wants little gets it, and the others get the same: max-min fairness. */
const shareOut = (wants: readonly number[], pool: number): number[] => {
  const shares = wants.map(() => 0);
  let left = Math.max(0, pool);
  const order = [...wants.keys()].sort((a, b) => (wants[a] ?? 0) - (wants[b] ?? 0));
  for (const [position, index] of order.entries()) {
    shares[index] = Math.min(wants[index] ?? 0, left / (order.length - position));
    left -= shares[index];
  }
  return shares;
};

const stepOf = (height: number): Step => STEPS.findLast((step) => step.height <= height) ?? SMALLEST;

/** The largest picture, no larger than `height`, that `bitrate` is enough for. */
const camera = (height: number, bitrate: number, ceiling: Ceiling): VideoBudget => {
  const most = Math.min(height, ceiling.height);
  const fits = STEPS.findLast((step) => step.height <= most && step.maxBitrate * ENOUGH <= bitrate) ?? SMALLEST;
  return {
    height: fits.height,
    maxBitrate: Math.floor(Math.min(bitrate, fits.maxBitrate)),
    maxFramerate: Math.min(fits.maxFramerate, ceiling.maxFramerate),
  };
};

/** A screen is to be read: never smaller, sooner slower. */
const screen = (bitrate: number): VideoBudget => ({
  height: Infinity,
  maxBitrate: Math.floor(bitrate),
  maxFramerate: bitrate >= 400_000 ? 15 : bitrate >= 150_000 ? 8 : 5,
});

const isSeen = (height: Height | undefined): boolean => height !== 0;

/**
 * Shares our uplink out, by what each receiver shows of us. Who does not say gets what a call of this size has for each
 * (`videoBudget`). Voices come first, then those whose tiles are small, who need little; a screen has a share of its own,
 * for which faces give way.
 */
export const shareUplink = (
  receivers: ReadonlyMap<string, Receiver>,
  sharesScreen: boolean,
  ceiling: Ceiling = NO_CEILING,
): ReadonlyMap<string, PeerBudget> => {
  const all = [...receivers];
  const sound = soundOf(all.length);
  const usual = videoBudget(all.length);
  const plain = sharesScreen ? { ...usual, maxBitrate: usual.maxBitrate / 2 } : usual;
  const telling = all.flatMap(([id, { shown, narrowed }]) => (shown ? [{ id, shown, narrowed }] : []));
  const left = Math.max(0, UPLINK - sound - (all.length - telling.length) * plain.maxBitrate);
  const least = telling.length * LEAST;
  const ofTelling = ((uplinkTotal(all.length) - sound) * telling.length) / Math.max(1, all.length);
  const faces = Math.min(left, Math.max(least, sharesScreen ? ofTelling / 2 : ofTelling));
  const wants = telling.map(({ shown }) => (shown.camera === 0 ? 0 : stepOf(shown.camera).maxBitrate));
  const cameras = new Map(shareOut(wants, faces).map((share, index) => [telling[index]?.id, share]));
  const readers = all.filter(([, { shown }]) => isSeen(shown?.screen)).length;
  const screenShare = Math.min(2_500_000, sharesScreen ? (left - faces) / Math.max(1, readers) : 0);
  return new Map(
    all.map(([id, { shown, narrowed }]) => {
      const narrowing = NARROWER ** narrowed;
      const share = (cameras.get(id) ?? 0) * narrowing;
      const face = shown ? camera(shown.camera, share, ceiling) : plain;
      return [
        id,
        {
          camera: isSeen(shown?.camera) ? face : undefined,
          screen: isSeen(shown?.screen) ? screen(screenShare * narrowing) : undefined,
          microphone: shown && voiceOf(all.length),
        },
      ];
    }),
  );
};
