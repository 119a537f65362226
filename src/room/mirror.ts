import type { RoomStore } from './room-store.js';

/** Whether one sees oneself as in a mirror: by a camera at the face, and by one on the back of a phone. */
export interface Mirror {
  readonly front: boolean;
  readonly back: boolean;
}

/** Through the camera on the back one reads what is written. */
export const USUAL_MIRROR: Mirror = { front: true, back: false };

/** Turns over what is shown now. */
export const turnMirror = ({ $mirror, $facing }: Pick<RoomStore, '$mirror' | '$facing'>): void => {
  const { front, back } = $mirror.get();
  $mirror.set($facing.get() === 'environment' ? { front, back: !back } : { front: !front, back });
};
