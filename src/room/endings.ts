import type { MeetError } from '../errors.js';
import type { Settings } from './settings.js';
import type { LeaveReason } from './types.js';

/** Settings whose change moves us to another room, and what we say of it. */
export const MOVES: Partial<Record<keyof Settings, LeaveReason>> = {
  room: 'room-changed',
  roomPrefix: 'room-changed',
  server: 'server-changed',
};

/** Why a meeting that was joined ended by an error. */
export const endReason = ({ code, reason }: MeetError): LeaveReason => {
  if (reason === 'removed') return 'removed-by-host';
  return code === 'room-full' || code === 'duplicate-identity' ? code : 'failed';
};
