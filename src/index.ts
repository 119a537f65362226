import './define.js';

export { createMeeting, type Meeting } from './core.js';
export { MEET_ERROR_CODES, MeetError, type MeetErrorCode, type MeetErrorDetails } from './errors.js';
export { PmControlsElement } from './elements/pm-controls.js';
export { PmLobbyElement } from './elements/pm-lobby.js';
export { PmDetailsElement } from './elements/pm-details.js';
export { PmPeopleElement } from './elements/pm-people.js';
export { PmTimerElement } from './elements/pm-timer.js';
export { PmVideoGridElement } from './elements/pm-video-grid.js';
export { PmVideoTileElement } from './elements/pm-video-tile.js';
export { PrivateMeetElement } from './elements/private-meet.js';
export * from './room/events.js';
export type { ControlName, Layout, LeaveReason, MeetingState, Peer, PeerStats, Self } from './room/types.js';
