import { whole } from '../../locales/en.js';
import type { FirstStrings } from '../../locales/first/en.js';
import type { RoomStore } from '../../room/room-store.js';
import { invite } from '../shared/invite.js';
import { plainName } from '../shared/person.js';

/** Shares or copies the link into the room; resolves to what is to be told of that, if anything. Call it in a gesture. */
export const inviteFromBar = async (store: RoomStore, table: FirstStrings): Promise<string> => {
  const words = whole(table);
  const url = store.$inviteUrl.get();
  const result = await invite(url, plainName(store.$room.get()));
  if (result === 'copied') return words.linkCopied;
  return result === 'refused' ? `${words.copyByHand} ${url}` : '';
};
