/** Chromium's own entry for whatever the system uses. */
const ALIAS = 'default';

/** The microphone that the system would give. */
export interface DefaultMicrophone {
  /** As a track that was opened without a choice has it. */
  readonly deviceId: string;
  /** What stands behind it: another one when the system uses another. */
  readonly key: string;
}

/**
 * The system's microphone in a list of devices: Chromium's entry for it, elsewhere the first of them (Media Capture and Streams,
 * 9.2, `enumerateDevices()`). `undefined` where there is none, and while the browser keeps names to itself.
 */
export const defaultMicrophone = (devices: readonly MediaDeviceInfo[]): DefaultMicrophone | undefined => {
  const microphones = devices.filter(({ kind, deviceId, label }) => kind === 'audioinput' && deviceId && label);
  const found = microphones.find(({ deviceId }) => deviceId === ALIAS) ?? microphones[0];
  return found && { deviceId: found.deviceId, key: JSON.stringify([found.deviceId, found.groupId, found.label]) };
};

/** Whether a choice leaves it to the system. */
export const isLeftOpen = (choice: string | undefined): boolean => choice === undefined || choice === ALIAS;
