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

  /** `microphone`: the name of the one that is on. */
  look(
    devices: readonly MediaDeviceInfo[],
    chosen: Readonly<Partial<Record<MediaDeviceKind, string>>>,
    microphone = '',
  ): void {
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
    const { label = '' } = this.found ?? {};
    const isInUse = this.found?.ends.every(({ kind, deviceId }) => {
      const id = chosen[kind] ?? 'default';
      if (id !== 'default') return id === deviceId;
      // Of the system's microphone what was opened counts, whatever the system has now; its speakers are what it has.
      return kind === 'audioinput' ? microphone.endsWith(label) : isSystems(devices, deviceId);
    });
    if (isInUse) this.found = undefined;
  }

  /** It was used, or not wanted. */
  settle(): void {
    this.found = undefined;
  }
}

/** Whether the system plays on a device, as far as it lists that. */
const isSystems = (devices: readonly MediaDeviceInfo[], id: string): boolean => {
  const speakers = devices.filter(({ kind }) => kind === 'audiooutput');
  const group = speakers.find(({ deviceId }) => deviceId === 'default')?.groupId;
  return !!group && speakers.some(({ deviceId, groupId }) => deviceId === id && groupId === group);
};

const keyOf = ({ kind, deviceId }: { kind: MediaDeviceKind; deviceId: string }): string => `${kind} ${deviceId}`;
