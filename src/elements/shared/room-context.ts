import { createContext } from '@lit/context';
import type { RoomStore } from '../../room/room-store.js';

/** Hands the room's store down, also to elements that a page slots in. */
export const roomContext = createContext<RoomStore>(Symbol('private-meet-room'));
