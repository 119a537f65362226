import type { RoomStore } from '../../room/room-store.js';

export type DeviceName = 'microphone' | 'camera';

const IN_CALL = new Set(['connecting', 'waiting', 'joined', 'reconnecting']);

/** Whether a call is on or about to be, so that devices are more than a wish. */
export const isInCall = ({ $state }: Pick<RoomStore, '$state'>): boolean => IN_CALL.has($state.get());

/**
 * Whether a device's toggle looks off: in a call and after a check the truth, before that and on the way in,
 * while the browser may still be asking, how one has chosen to begin.
 */
export const looksOff = (store: RoomStore, device: DeviceName, checked = false): boolean => {
  const open = device === 'microphone' ? store.$microphone.get() : store.$camera.get();
  if (open) return false;
  const isThere = isInCall(store) && store.$state.get() !== 'connecting';
  return checked || isThere || (device === 'microphone' ? store.$microphoneOff : store.$cameraOff).get();
};
