import './define.js';

export { createMeeting, type Meeting } from './core.js';
export { MEET_ERROR_CODES, MeetError, type MeetErrorCode, type MeetErrorDetails } from './errors.js';
export { PmControlsElement } from './elements/bar/pm-controls.js';
export { PmLobbyElement } from './elements/lobby/pm-lobby.js';
export { PmVideoGridElement } from './elements/stage/pm-video-grid.js';
export { PmVideoTileElement } from './elements/stage/pm-video-tile.js';
export { PrivateMeetElement } from './elements/meeting/private-meet.js';
export * from './room/events.js';
export type * from './room/house-events.js';
export type { PmChatElement } from './elements/chat/pm-chat.js';
export type { PmDetailsElement } from './elements/panel/pm-details.js';
export type { PmPeopleElement } from './elements/panel/pm-people.js';
export type { PmTimerElement } from './elements/bar/pm-timer.js';
export type {
  ControlName,
  House,
  Knock,
  Layout,
  LeaveReason,
  MeetingState,
  Message,
  Peer,
  PeerStats,
  Role,
  Self,
  SendFileOptions,
  Transfer,
} from './room/types.js';
