import { Meeting, type MeetingOptions } from './room/meeting.js';

/** A meeting without looks, for those with a UI of their own: `<private-meet>` is built on it. */
export const createMeeting = (options: Partial<MeetingOptions> = {}): Meeting => new Meeting(options);

export { MEET_ERROR_CODES, MeetError, type MeetErrorCode, type MeetErrorDetails } from './errors.js';
export * from './room/events.js';
export * from './room/house-events.js';
export type { SendDataOptions } from './room/meeting-talk.js';
export type { Meeting, MeetingOptions } from './room/meeting.js';
export type { IceServersProvider, Settings, TokenProvider } from './room/settings.js';
export type {
  ControlName,
  House,
  Knock,
  Layout,
  LeaveReason,
  MeetingState,
  Message,
  OlderApps,
  Peer,
  PeerStats,
  Role,
  Self,
  SendFileOptions,
  Transfer,
} from './room/types.js';
