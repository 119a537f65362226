/** What the camera's encoder may spend for one peer. */
export interface VideoBudget {
  /** Bits per second. */
  readonly maxBitrate: number;
  /** Pixels along the shorter side, for a phone held upright has more lines than columns; a larger source is scaled down to about this. */
  readonly height: number;
  readonly maxFramerate: number;
}

const STEPS: readonly (readonly [peers: number, budget: VideoBudget])[] = [
  [1, { maxBitrate: 1_700_000, height: 720, maxFramerate: 30 }],
  [3, { maxBitrate: 900_000, height: 540, maxFramerate: 30 }],
  [5, { maxBitrate: 500_000, height: 360, maxFramerate: 24 }],
];
const MANY: VideoBudget = { maxBitrate: 300_000, height: 270, maxFramerate: 20 };
/** Of everybody there can be beyond that, bits per second for each of all of them together, and what is left to each at least. */
const CROWD = { total: 2_400_000, least: 30_000 };

/**
 * What a picture may cost for whoever does not say how large it is shown. Shares an uplink of about 2.5 Mbit/s out among
 * the peers of a mesh: each gets a stream of its own, so each added person costs encoder and uplink of everyone. The
 * heights are what tiles of that many people show.
 */
export const videoBudget = (peers: number): VideoBudget => {
  const usual = STEPS.find(([most]) => peers <= most)?.[1] ?? MANY;
  const share = Math.max(CROWD.least, Math.floor(CROWD.total / Math.max(1, peers)));
  return usual.maxBitrate * peers <= 2_700_000 ? usual : { ...usual, maxBitrate: share };
};
