import { MeetError, type MeetErrorCode } from '../../errors.js';
import type { FirstStrings } from '../../locales/first/en.js';
import type { ErrorWords } from '../../locales/say.js';

/** Mistakes of the page or limits of the browser: pressing a button changes nothing about them. */
const BEYOND_A_BUTTON: ReadonlySet<MeetErrorCode> = new Set([
  'unsupported-browser',
  'insecure-context',
  'room-missing',
  'room-invalid',
  'server-invalid',
  'token-malformed',
  'relay-required',
  'ice-servers-invalid',
  'trust-unsupported',
]);

/** The words for a failure; `peerName` is that of the peer it is about. */
export const errorText = (error: MeetError, strings: FirstStrings, peerName?: string): ErrorWords => {
  const text = (strings.errors[error.code] ?? strings.errors.internal)(error, peerName);
  const isFrames = error.code === 'screen-share-failed' && error.by === 'policy';
  return isFrames ? { ...text, hint: strings.errors['permission-denied'](error).hint } : text;
};

/** The words for what failed of both devices at once: each by its name, and what to do about both, or else about the first. */
export const pairText = (error: MeetError, and: MeetError, strings: FirstStrings): ErrorWords => {
  const [first, second] = [errorText(error, strings), errorText(and, strings)];
  const isSame = error.code === and.code && error.by === and.by;
  const { hint } = isSame ? errorText(new MeetError(error.code, '', error.by && { by: error.by }), strings) : first;
  return { title: `${strings.sentence(first.title)} ${second.title}`, hint };
};

/** Whether joining again could help, so that a button for it makes sense. */
export const canTryAgain = (error: MeetError): boolean =>
  error.reason !== 'removed' && (!BEYOND_A_BUTTON.has(error.code) || error.retryAfter !== undefined);
