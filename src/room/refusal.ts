import { MeetError, type MeetErrorCode } from '../errors.js';

const CODES: Readonly<Record<string, MeetErrorCode>> = { locked: 'room-locked', full: 'room-full' };

/** Why the room does not have us, by the server's word (`room.refused`). */
export const refusal = (reason: string): MeetError =>
  new MeetError(
    Object.hasOwn(CODES, reason) ? (CODES[reason] ?? 'not-admitted') : 'not-admitted',
    `the server says: ${reason}`,
    { reason },
  );
