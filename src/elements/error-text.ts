import type { MeetError, MeetErrorCode } from '../errors.js';
import type { Strings } from '../locales/en.js';
import type { ErrorWords } from '../locales/say.js';

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
]);

/** The words for a failure; `peerName` is that of the peer it is about. */
export const errorText = (error: MeetError, strings: Strings, peerName?: string): ErrorWords =>
  strings.errors[error.code](error, peerName);

/** Whether joining again could help, so that a button for it makes sense. */
export const canTryAgain = (error: MeetError): boolean => !BEYOND_A_BUTTON.has(error.code);
