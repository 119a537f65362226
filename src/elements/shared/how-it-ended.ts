import type { FirstStrings } from '../../locales/first/en.js';
import type { RoomStore } from '../../room/room-store.js';

/** How the last meeting ended, in words: the lobby shows them, `Announcements` reads them out. */
export const howItEnded = (store: RoomStore, words: FirstStrings): string => {
  const reason = store.$leaveReason.get();
  if (!reason) return words.calledOff; // only who was in has a reason
  if (reason === 'ended') return words.endedByHost;
  return reason === 'page-closed' ? words.pageWasLeft : words.leftCall;
};
