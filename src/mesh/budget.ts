import { isDOMException } from '../protocol/kind.js';

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

/**
 * Shares an uplink of about 2.5 Mbit/s out among the peers of a mesh: each gets a stream of its own, so each added
 * person costs encoder and uplink of everyone. The heights are what tiles of that many people show.
 */
export const videoBudget = (peers: number): VideoBudget => STEPS.find(([most]) => peers <= most)?.[1] ?? MANY;

/** How often, and every how many milliseconds, an encoder is switched on again that must not stay off. */
const TRIES = 50;
const RETRY = 100;

/** Whether it was taken: a negotiation in between takes the transaction away (InvalidStateError and the like). */
const applyParameters = async (sender: RTCRtpSender, parameters: RTCRtpSendParameters): Promise<boolean> => {
  try {
    await sender.setParameters(parameters);
    return true;
  } catch (error) {
    if (!isDOMException(error)) throw error;
    return false;
  }
};

/** Applies the budget to a sender of the camera, whose pictures are `side` pixels along the shorter side; resolves without a word where the sender cannot take it (not negotiated yet). */
export const applyBudget = async (sender: RTCRtpSender, budget: VideoBudget, side: number): Promise<void> => {
  const parameters = sender.getParameters();
  const [encoding] = parameters.encodings;
  if (!encoding) return;
  const scale = Math.max(1, side / budget.height);
  if (encoding.maxBitrate === budget.maxBitrate && encoding.scaleResolutionDownBy === scale) return;
  Object.assign(encoding, {
    maxBitrate: budget.maxBitrate,
    maxFramerate: budget.maxFramerate,
    scaleResolutionDownBy: scale,
  });
  await applyParameters(sender, parameters); // If not, the next one applies it again.
};

/**
 * Has the encoder make a key frame: it begins anew when it was off. So in Chromium and Firefox (measured); taking the track off
 * and putting it on again does nothing, and asking by `encodingOptions` works in Chromium alone.
 */
export const makeKeyFrame = async (sender: RTCRtpSender, isClosed: () => boolean): Promise<void> => {
  if (!(await setActive(sender, false))) return;
  for (let tries = 0; tries < TRIES && !isClosed() && !(await setActive(sender, true)); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, RETRY));
  }
};

const setActive = (sender: RTCRtpSender, active: boolean): Promise<boolean> => {
  const parameters = sender.getParameters();
  for (const encoding of parameters.encodings) encoding.active = active;
  return applyParameters(sender, parameters);
};
