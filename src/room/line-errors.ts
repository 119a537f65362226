import type { MeetError, MeetErrorCode } from '../errors.js';

/** What "reconnecting" says already. */
const PLAIN: ReadonlySet<MeetErrorCode> = new Set(['offline', 'server-unreachable', 'server-invalid', 'internal']);
/** What somebody can do something about. */
const TELLING: ReadonlySet<MeetErrorCode> = new Set([
  ...(['token-missing', 'token-malformed', 'token-expired', 'token-rejected', 'sign-in-failed'] as const),
  ...(['origin-refused', 'rate-limited'] as const),
]);

/** Whether it needs no words of its own while we reconnect. */
export const isPlain = ({ code }: MeetError): boolean => PLAIN.has(code);

/** Whether it is over once the line is up. */
export const isOfLine = ({ code }: MeetError): boolean => PLAIN.has(code) || TELLING.has(code);
