import { whole } from '../../locales/en.js';
import type { FirstStrings } from '../../locales/first/en.js';
import type { RoomStore } from '../../room/room-store.js';
import type { MenuIconName } from './menu-icons.js';

/** What one does with one's own picture, in whichever menu. */
interface CameraChoice {
  readonly icon: MenuIconName;
  readonly label: string;
  readonly checked?: boolean;
  act(): void;
}

type Ask = (request: 'flip-camera' | 'toggle-mirror') => void;

/** The other side of a phone, and the mirror: while the camera is on. */
export const cameraChoices = (store: RoomStore, table: FirstStrings, ask: Ask): readonly CameraChoice[] => {
  if (!store.$camera.get()) return [];
  const words = whole(table);
  const flip: CameraChoice = { icon: 'flip', label: words.flipCamera, act: () => ask('flip-camera') };
  const checked = store.$mirrored.get();
  const mirror: CameraChoice = { icon: 'mirror', label: words.mirrorPicture, checked, act: () => ask('toggle-mirror') };
  return store.$canFlip.get() ? [flip, mirror] : [mirror];
};
