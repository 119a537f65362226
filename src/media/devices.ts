import { allowedByPolicy } from './policy.js';

/** Whether this browser lets a page choose where its sound comes out (Safari does not, nor does a frame without `allow="speaker-selection"`). */
export const canChooseOutput = (): boolean =>
  'setSinkId' in HTMLMediaElement.prototype && allowedByPolicy('speaker-selection') !== false;

const isSame = (a: readonly MediaDeviceInfo[], b: readonly MediaDeviceInfo[]): boolean =>
  a.length === b.length &&
  a.every(({ kind, deviceId, label, groupId }, index) => {
    const other = b[index];
    return kind === other?.kind && deviceId === other.deviceId && label === other.label && groupId === other.groupId;
  });

export interface DeviceListHandlers {
  /** The list is another: devices came or went, or got their names. */
  readonly onChange: (devices: readonly MediaDeviceInfo[]) => void;
  /** The browser says that a device came or went; the list is of after that. */
  readonly onPlug: () => void;
}

/** The machine's devices, as far as the browser tells: without names and ids before a permission. */
export class DeviceList {
  #devices: readonly MediaDeviceInfo[] = [];
  /** Grows with every look, so that a slow answer does not undo a later one. */
  #look = 0;

  constructor(private readonly handlers: DeviceListHandlers) {}

  get devices(): readonly MediaDeviceInfo[] {
    return this.#devices;
  }

  /** Watches from now on. There are no devices to watch in an insecure context (Media Capture, 10.1). */
  start(): void {
    if (!('mediaDevices' in navigator)) return;
    navigator.mediaDevices.addEventListener('devicechange', this.#handlePlug);
    void this.refresh();
  }

  stop(): void {
    if (!('mediaDevices' in navigator)) return;
    navigator.mediaDevices.removeEventListener('devicechange', this.#handlePlug);
    this.#look += 1;
  }

  /** Looks again: a permission was given, a device was opened. Resolves to whether this look counted. */
  async refresh(): Promise<boolean> {
    this.#look += 1;
    const look = this.#look;
    const all = await navigator.mediaDevices.enumerateDevices();
    if (look !== this.#look) return false;
    const devices = canChooseOutput() ? all : all.filter(({ kind }) => kind !== 'audiooutput');
    if (!isSame(devices, this.#devices)) {
      this.#devices = devices;
      this.handlers.onChange(devices);
    }
    return true;
  }

  readonly #handlePlug = (): void => {
    void this.refresh().then((counts) => {
      if (counts) this.handlers.onPlug();
    });
  };
}
