import { MeetError } from '../errors.js';

/** Why the room does not have us, by the server's word (`room.refused`). */
export const refusal = (reason: string): MeetError => {
  const code = reason === 'full' ? 'room-full' : reason === 'locked' ? 'room-locked' : 'not-admitted';
  return new MeetError(code, `the server says: ${reason}`, { reason });
};
