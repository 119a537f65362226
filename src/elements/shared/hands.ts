import type { RoomStore } from '../../room/room-store.js';

/** Whether our own hand is up. */
export const isHandUp = ({ $hands, $self }: RoomStore): boolean => $hands.get().includes($self.get()?.id ?? '');
