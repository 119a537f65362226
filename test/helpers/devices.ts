/** A device as `enumerateDevices()` tells of it. */
export const deviceOf = (kind: MediaDeviceKind, deviceId: string, label: string, groupId = ''): MediaDeviceInfo => ({
  kind,
  deviceId,
  label,
  groupId,
  toJSON: () => ({ kind, deviceId, label, groupId }),
});

/** Those of a laptop with a headset, as Chromium lists them. */
export const DEVICES: readonly MediaDeviceInfo[] = [
  deviceOf('audioinput', 'default', 'Default - Built-in Microphone', 'built-in'),
  deviceOf('audioinput', 'mic', 'Built-in Microphone', 'built-in'),
  deviceOf('audioinput', 'headset', 'Headset', 'headset'),
  deviceOf('videoinput', 'cam', 'Built-in Camera', 'built-in'),
  deviceOf('videoinput', 'brio', 'Brio', 'brio'),
  deviceOf('audiooutput', 'default', 'Default - Built-in Speakers', 'built-in'),
  deviceOf('audiooutput', 'speakers', 'Built-in Speakers', 'built-in'),
];
