import type { Strings } from '../../locales/en.js';
import type { RoomStore } from '../../room/room-store.js';
import { plainName } from '../shared/person.js';

/** Who writes just now; nothing where nobody does. */
export const typingText = (store: RoomStore, words: Strings): string => {
  const peers = store.$peers.get();
  const names = store.$typing.get().flatMap((id) => {
    const peer = peers.get(id);
    return peer ? [plainName(peer.name) || words.guest] : [];
  });
  if (names.length === 0) return '';
  return names.length > 2 ? words.severalTyping : words.typing(names);
};
