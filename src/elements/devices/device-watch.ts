/** Pseudo devices that browsers list beside the real one they stand for. */
const STAND_INS: ReadonlySet<string> = new Set(['default', 'communications']);

/** A device that came while the call went on, with all its ends. */
export interface FoundDevice {
  readonly label: string;
  readonly ends: readonly { readonly kind: MediaDeviceKind; readonly deviceId: string }[];
}

/** Tells a device that was plugged in from one that was there, or got its name only now by a permission. */
export class DeviceWatch {
  found: FoundDevice | undefined;
  #known: ReadonlySet<string> | undefined;
  /** Kinds of which there were some without a name: those get theirs by a permission, and are no news then. */
  #unnamed: ReadonlySet<MediaDeviceKind> = new Set();

  look(devices: readonly MediaDeviceInfo[], chosen: Readonly<Partial<Record<MediaDeviceKind, string>>>): void {
    const real = devices.filter(({ deviceId, label }) => deviceId && label && !STAND_INS.has(deviceId));
    const ids = new Set(real.map(keyOf));
    const known = this.#known;
    const unnamed = this.#unnamed;
    this.#known = real.length > 0 ? ids : undefined; // before a permission nothing is known
    this.#unnamed = new Set(devices.filter(({ label }) => !label).map(({ kind }) => kind));
    if (this.found && !this.found.ends.some((end) => ids.has(keyOf(end)))) this.found = undefined;
    if (!known) return;
    const came = real.filter((device) => !known.has(keyOf(device)) && !unnamed.has(device.kind));
    // Firefox lists speakers only once the microphone is allowed: the first of them alone are no news.
    const listsOutputs = [...known].some((key) => key.startsWith('audiooutput '));
    const news = came.filter(({ kind }) => kind !== 'audiooutput' || listsOutputs);
    const first = news.find(({ kind }) => kind === 'audioinput') ?? news[0];
    if (first) {
      // A headset is a microphone and a speaker of one group.
      const ends = came.filter((each) => each === first || (first.groupId !== '' && each.groupId === first.groupId));
      this.found = { label: first.label, ends: ends.map(({ kind, deviceId }) => ({ kind, deviceId })) };
    }
    const isInUse = this.found?.ends.every((end) => standsFor(devices, end.kind, chosen[end.kind]) === end.deviceId);
    if (isInUse) this.found = undefined;
  }

  /** It was used, or not wanted. */
  settle(): void {
    this.found = undefined;
  }
}

/** `deviceId` of the real device that is used; for the system's choice, where that is listed, of the one behind it. */
const standsFor = (devices: readonly MediaDeviceInfo[], kind: MediaDeviceKind, id = 'default'): string | undefined => {
  if (!STAND_INS.has(id)) return id;
  const some = devices.filter((device) => device.kind === kind);
  const group = some.find(({ deviceId }) => deviceId === id)?.groupId;
  return some.find(({ groupId, deviceId }) => group && groupId === group && !STAND_INS.has(deviceId))?.deviceId;
};

const keyOf = ({ kind, deviceId }: { kind: MediaDeviceKind; deviceId: string }): string => `${kind} ${deviceId}`;
