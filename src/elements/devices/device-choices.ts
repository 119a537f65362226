import type { RoomStore } from '../../room/room-store.js';

/** One device to choose, under the name that the browser gives it. */
export interface DeviceChoice {
  readonly deviceId: string;
  readonly label: string;
}

/** What there is to choose of one kind. */
export interface DeviceChoices {
  /** Without the system's choices; empty while the browser keeps the names to itself. */
  readonly list: readonly DeviceChoice[];
  /** The one in use, else the one that will be; `''` for the system's choice. */
  readonly deviceId: string;
  /** Whether the machine has none, as far as the browser tells. */
  readonly isMissing: boolean;
}

/** What one chooses, in the order of choosing. */
export const DEVICE_KINDS: readonly MediaDeviceKind[] = ['audioinput', 'audiooutput', 'videoinput'];

/** The devices of each menu that has some. */
export const MENU_KINDS: Readonly<Record<'sound' | 'pictures', readonly MediaDeviceKind[]>> = {
  sound: ['audioinput', 'audiooutput'],
  pictures: ['videoinput'],
};

/** Chromium's name for whatever the system uses. */
const DEFAULT = 'default';
/** What Chromium lists beside the devices: the system's choices. */
const ALIASES: ReadonlySet<string> = new Set(['', DEFAULT, 'communications']);

/** Chromium puts USB's numbers of vendor and product behind a camera's name. */
const withoutNumbers = (label: string): string => label.replace(/\s*\([\da-f]{4}:[\da-f]{4}\)$/iu, '');

/** Two of the same make are told apart by a number. */
const numbered = (list: readonly DeviceChoice[]): DeviceChoice[] =>
  list.map(({ deviceId, label }, index) => {
    const before = list.slice(0, index).filter((other) => other.label === label).length;
    return { deviceId, label: before > 0 ? `${label} (${before + 1})` : label };
  });

/** What is open now goes before what was chosen: a browser may have given another. */
const inUse = (store: RoomStore, kind: MediaDeviceKind): string | undefined => {
  const stream = store.$selfStream.get();
  const [track] = (kind === 'audioinput' ? stream?.getAudioTracks() : kind === 'videoinput' ? stream?.getVideoTracks() : undefined) ?? []; // prettier-ignore
  return track?.getSettings().deviceId;
};

/** Whether there is a device of one of these kinds, or of any that one chooses. */
export const hasDevices = (store: RoomStore, kinds: readonly MediaDeviceKind[] = DEVICE_KINDS): boolean =>
  store.$devices.get().some(({ kind }) => kinds.includes(kind));

/** The devices of a kind, and which of them it is. */
export const deviceChoices = (store: RoomStore, kind: MediaDeviceKind): DeviceChoices => {
  const all = store.$devices.get();
  const some = all.filter((device) => device.kind === kind);
  const named = some.filter(({ deviceId, label }) => label && !ALIASES.has(deviceId));
  const list = numbered(named.map(({ deviceId, label }) => ({ deviceId, label: withoutNumbers(label) })));
  const wanted = inUse(store, kind) ?? store.$chosenDevices.get()[kind];
  const deviceId = list.find((choice) => choice.deviceId === wanted)?.deviceId ?? '';
  // Of speakers, Firefox lists none before it was asked for one.
  return { list, deviceId, isMissing: kind !== 'audiooutput' && all.length > 0 && some.length === 0 };
};

/** The name of the device that it is, of the real one behind the system's choice; `undefined` while names are not known. */
export const nameInUse = (store: RoomStore, kind: MediaDeviceKind): string | undefined => {
  const { list, deviceId } = deviceChoices(store, kind);
  const labelOf = (id: string | undefined): string | undefined => list.find((choice) => choice.deviceId === id)?.label;
  if (deviceId) return labelOf(deviceId);
  if (list.length === 1) return list[0]?.label;
  const devices = store.$devices.get().filter((device) => device.kind === kind);
  const alias = devices.find((device) => device.deviceId === DEFAULT);
  const real = devices.find(({ groupId, deviceId: id }) => groupId === alias?.groupId && !ALIASES.has(id));
  return labelOf(real?.deviceId) ?? (alias?.label || undefined);
};
