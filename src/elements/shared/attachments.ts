import type { RoomStore } from '../../room/room-store.js';
import { isInCall } from './device-toggle.js';
import type { Draft, ViewState } from './view-state.js';

/** Whether files may be sent from here. */
export const canSendFiles = (store: RoomStore): boolean =>
  isInCall(store) && (store.$controls.get() as ReadonlySet<string>).has('files');

/** What is being written for the room; what was for another one is not. */
export const draftOf = (view: ViewState, store: RoomStore | undefined): Draft => {
  const room = store?.$room.get() ?? '';
  const draft = view.$draft.get();
  return draft?.room === room ? draft : { room, text: '', files: [], keepsWhere: false };
};

/** Puts files beside the next message, to go with it; the same one once. */
export const attach = (view: ViewState, store: RoomStore | undefined, files: readonly File[]): void => {
  const draft = draftOf(view, store);
  const isKnown = (file: File): boolean =>
    draft.files.some(({ name, size, lastModified }) => name === file.name && size === file.size && lastModified === file.lastModified); // prettier-ignore
  const fresh = files.filter((file) => !isKnown(file));
  if (fresh.length > 0) view.$draft.set({ ...draft, files: [...draft.files, ...fresh] });
};
