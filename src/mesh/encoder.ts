import { isDOMException } from '../protocol/kind.js';
import type { VideoBudget } from './budget.js';

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

/**
 * Holds a sender, whose pictures are `side` pixels along the shorter side, to a budget; without one its encoder rests, and
 * begins with a key frame when it has one again. Whether that was taken: not before it is negotiated, nor while that goes on.
 */
export const holdEncoder = async (
  sender: RTCRtpSender,
  budget: VideoBudget | undefined,
  side: number,
): Promise<boolean> => {
  const parameters = sender.getParameters();
  const [encoding] = parameters.encodings;
  if (!encoding) return false;
  if (!budget) return encoding.active === false || setActive(sender, false);
  const scale = Number.isFinite(budget.height) ? Math.max(1, side / budget.height) : 1;
  const wanted = {
    active: true,
    maxBitrate: budget.maxBitrate,
    maxFramerate: budget.maxFramerate,
    scaleResolutionDownBy: scale,
  };
  const names = Object.keys(wanted) as (keyof typeof wanted)[];
  if (names.every((name) => encoding[name] === wanted[name])) return true;
  Object.assign(encoding, wanted);
  // Of a screen the size stays, and frames go first.
  if (budget.height === Infinity) parameters.degradationPreference = 'maintain-resolution';
  return applyParameters(sender, parameters);
};

/** Lets a voice go before all else where the browser can, and holds it to `maxBitrate`. Whether that was taken. */
export const holdVoice = (sender: RTCRtpSender, maxBitrate: number): Promise<boolean> => {
  const parameters = sender.getParameters();
  const [encoding] = parameters.encodings;
  if (!encoding) return Promise.resolve(false);
  Object.assign(encoding, { priority: 'high', networkPriority: 'high', maxBitrate });
  return applyParameters(sender, parameters);
};

/**
 * Has the encoder make a key frame: it begins anew when it was off. So in Chromium and Firefox (measured); taking the track off
 * and putting it on again does nothing, and asking by `encodingOptions` works in Chromium alone. `isOver`: whether it is to stay off.
 */
export const makeKeyFrame = async (sender: RTCRtpSender, isOver: () => boolean): Promise<void> => {
  if (!(await setActive(sender, false))) return;
  for (let tries = 0; tries < TRIES && !isOver() && !(await setActive(sender, true)); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, RETRY));
  }
};

const setActive = (sender: RTCRtpSender, active: boolean): Promise<boolean> => {
  const parameters = sender.getParameters();
  for (const encoding of parameters.encodings) encoding.active = active;
  return applyParameters(sender, parameters);
};
