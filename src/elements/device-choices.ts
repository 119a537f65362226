import type { RoomStore } from '../room/room-store.js';

/** One device to choose, under the name that the browser gives it. */
export interface DeviceChoice {
  readonly deviceId: string;
  readonly label: string;
}

/** What there is to choose of one kind. */
export interface DeviceChoices {
  readonly kind: MediaDeviceKind;
  /** Empty while the browser keeps the names to itself. */
  readonly list: readonly DeviceChoice[];
  /** The one in use, else the one that will be; `''` for the browser's choice. */
  readonly deviceId: string;
  /** Whether the machine has none, as far as the browser tells. */
  readonly isMissing: boolean;
}

/** Chromium's name for whatever the system uses. */
const DEFAULT = 'default';

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

/** The devices of a kind, and which of them it is. */
export const deviceChoices = (store: RoomStore, kind: MediaDeviceKind): DeviceChoices => {
  const all = store.$devices.get();
  const some = all.filter((device) => device.kind === kind);
  const named = some.filter(({ deviceId, label }) => deviceId && label);
  const list = numbered(named.map(({ deviceId, label }) => ({ deviceId, label: withoutNumbers(label) })));
  const wanted = [inUse(store, kind), store.$chosenDevices.get()[kind], DEFAULT];
  const deviceId = wanted.find((id) => list.some((choice) => choice.deviceId === id)) ?? '';
  // Of speakers, Firefox lists none before it was asked for one.
  return { kind, list, deviceId, isMissing: kind !== 'audiooutput' && all.length > 0 && some.length === 0 };
};

/** The name of the device that it is, of the real one where that is known; `undefined` while names are not. */
export const nameInUse = (store: RoomStore, kind: MediaDeviceKind): string | undefined => {
  const { list, deviceId } = deviceChoices(store, kind);
  const of = (id: string): string | undefined => list.find((choice) => choice.deviceId === id)?.label;
  if (deviceId !== DEFAULT) return of(deviceId);
  const devices = store.$devices.get().filter((device) => device.kind === kind);
  const group = devices.find((device) => device.deviceId === DEFAULT)?.groupId;
  const real = devices.find((device) => group && device.groupId === group && device.deviceId !== DEFAULT);
  return of(real?.deviceId ?? DEFAULT) ?? of(DEFAULT);
};
