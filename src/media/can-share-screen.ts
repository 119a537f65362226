/** Whether this browser can share a screen at all: those of phones can't. */
export const canShareScreen = (): boolean =>
  'mediaDevices' in navigator && typeof navigator.mediaDevices.getDisplayMedia === 'function';
