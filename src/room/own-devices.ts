import { MeetError } from '../errors.js';
import { DeviceList } from '../media/devices.js';
import { facingOf } from '../media/facing.js';
import { openTrack } from '../media/local-device.js';
import type { LocalMedia } from '../media/local-media.js';
import type { DeviceSwitch } from './device-switch.js';
import { DevicesChangeEvent } from './events.js';
import { $callParts, type CallParts } from './late-call.js';
import { loadLater } from './load-later.js';
import type { RoomStore } from './room-store.js';

/** `deviceId`s by kind; `''`: the browser's choice. */
export type DeviceChoices = Readonly<Record<MediaDeviceKind, string>>;

/** Which devices there are, which are used, and which were chosen for next time. */
export class OwnDevices {
  readonly #list: DeviceList;
  #output: string | undefined;
  #switch: DeviceSwitch | undefined;

  constructor(
    private readonly store: RoomStore,
    private readonly media: LocalMedia,
    dispatch: (event: Event) => void,
    private readonly onError: (error: MeetError) => void,
  ) {
    this.#list = new DeviceList({
      onChange: (devices) => {
        store.$devices.set(devices);
        this.publish();
        dispatch(new DevicesChangeEvent(devices));
        void this.#switch?.followDefault();
      },
      onPlug: () => void media.retry(this.#list.devices),
    });
  }

  /** What was chosen, be it in use or not. */
  get choices(): DeviceChoices {
    const { microphone, camera } = this.media;
    return { audioinput: microphone.choice ?? '', videoinput: camera.choice ?? '', audiooutput: this.#output ?? '' };
  }

  watch(): void {
    this.#list.start();
  }

  stop(): void {
    this.#list.stop();
  }

  /** A device was opened: the list has names and ids now. */
  refresh(): void {
    void this.#list.refresh();
  }

  /** A device was lost: another may do at once, if it is this one that went and not the permission. */
  async handleLost(): Promise<void> {
    if (await this.#list.refresh()) await this.media.retry(this.#list.devices, true);
  }

  /** Uses a device, `''` for the browser's choice: see `DeviceSwitch`. What can't be done for want of that part is told. */
  async choose(kind: MediaDeviceKind, deviceId: string): Promise<void> {
    if (!this.#here && this.#choosesFirst(kind, deviceId)) return;
    const here = this.#here ?? (await this.#load());
    await here?.choose(kind, deviceId);
  }

  /** Whether it is chosen for when it will be opened: a join may come right behind. One that is open has to be switched. */
  #choosesFirst(kind: MediaDeviceKind, deviceId: string): boolean {
    const id = deviceId || undefined;
    if (kind === 'audiooutput') this.#output = id;
    else {
      const device = this.media[kind === 'audioinput' ? 'microphone' : 'camera'];
      if (device.isOpen || this.#list.devices.length > 0) return false;
      device.choice = id;
    }
    this.publish();
    return true;
  }

  /** Uses the camera on the other side, or the other one of two. */
  async flip(): Promise<void> {
    const here = this.#here ?? (await this.#load());
    await here?.flip();
  }

  /** From now on others can be chosen. */
  take(create: CallParts['deviceSwitch']): void {
    if (this.#switch) return;
    this.#switch = create({
      media: this.media,
      devices: () => this.#list.devices,
      onError: this.onError,
      onOutput: (deviceId) => {
        this.#output = deviceId;
      },
      publish: () => {
        this.publish();
      },
    });
    this.publish();
  }

  get #here(): DeviceSwitch | undefined {
    const parts = $callParts.get();
    if (parts) this.take(parts.deviceSwitch);
    return this.#switch;
  }

  async #load(): Promise<DeviceSwitch | undefined> {
    try {
      await loadLater();
    } catch (cause) {
      this.onError(new MeetError('internal', 'what chooses devices is not loaded yet', { cause }));
    }
    return this.#here;
  }

  #publishSides(): void {
    const { camera } = this.media;
    const track = openTrack(camera) ?? camera.track;
    if (track) this.store.$facing.set(facingOf(track));
    this.store.$canFlip.set(this.#switch?.otherCamera !== undefined);
  }

  /** Chooses for the next time that a device is opened. */
  prefer({ audioinput, videoinput, audiooutput }: DeviceChoices): void {
    this.media.microphone.choice ??= audioinput || undefined;
    this.media.camera.choice ??= videoinput || undefined;
    this.#output ??= audiooutput || undefined;
    this.publish();
  }

  /** Shows what is in use, or what will be. */
  publish(): void {
    this.#switch?.noteDefault();
    this.#publishSides();
    const chosen: Partial<Record<MediaDeviceKind, string>> = {};
    const note = (kind: MediaDeviceKind, deviceId: string | undefined) => {
      if (deviceId) chosen[kind] = deviceId;
    };
    note('audioinput', this.media.microphone.deviceId);
    note('videoinput', this.media.camera.deviceId);
    const outputs = this.#list.devices.filter(({ kind, deviceId }) => kind === 'audiooutput' && deviceId !== '');
    // One that was unplugged is used again when it is back; until then the browser plays on its own choice.
    if (outputs.length === 0 || outputs.some(({ deviceId }) => deviceId === this.#output)) {
      note('audiooutput', this.#output);
    }
    const shown = this.store.$chosenDevices.get();
    const kinds = ['audioinput', 'videoinput', 'audiooutput'] as const;
    if (kinds.some((kind) => shown[kind] !== chosen[kind])) this.store.$chosenDevices.set(chosen);
  }
}
