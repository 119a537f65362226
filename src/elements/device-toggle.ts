import type { RoomStore } from '../room/room-store.js';

export type DeviceName = 'microphone' | 'camera';

const IN_CALL = new Set(['connecting', 'joined', 'reconnecting']);

/** Whether a call is on or about to be, so that devices are more than a wish. */
export const isInCall = ({ $state }: Pick<RoomStore, '$state'>): boolean => IN_CALL.has($state.get());

/**
 * Whether a device's toggle looks off: in a call and after a check the truth,
 * before that how one has chosen to begin.
 */
export const looksOff = (store: RoomStore, device: DeviceName, checked = false): boolean => {
  const open = device === 'microphone' ? store.$microphone.get() : store.$camera.get();
  if (open) return false;
  return checked || isInCall(store) || (device === 'microphone' ? store.$microphoneOff : store.$cameraOff).get();
};
