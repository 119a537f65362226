import type { Meeting } from '../../core.js';
import type { RequestEvent, RoomRequest } from '../shared/request-event.js';
import { settle } from './person-requests.js';

/** Does what hosts ask for. */
export const doHostRequest = (meeting: Meeting, event: RequestEvent): void => {
  const of = <R extends RoomRequest>(request: R) =>
    event.request === request ? (event as RequestEvent<R>).detail : undefined;
  const [admitted, denied, removed, lock] = [of('admit'), of('deny'), of('remove-peer'), of('lock')];
  const [muted, unmuted] = [of('ask-to-mute'), of('ask-to-unmute')];
  if (admitted) settle(meeting.admit(admitted.id));
  if (denied) settle(meeting.deny(denied.id));
  if (removed) settle(meeting.removePeer(removed.id));
  if (muted) settle(meeting.askToMute(muted.id));
  if (unmuted) settle(meeting.askToUnmute(unmuted.id));
  if (lock) settle(meeting.lock(lock.on));
  if (event.request === 'end-for-all') settle(meeting.endForAll());
};
