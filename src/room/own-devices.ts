import { MeetError } from '../errors.js';
import { defaultMicrophone, isLeftOpen } from '../media/default-microphone.js';
import { type DeviceKind, queryPermission } from '../media/device-failure.js';
import { DeviceList } from '../media/devices.js';
import { facingOf, otherCamera } from '../media/facing.js';
import type { LocalMedia } from '../media/local-media.js';
import { DevicesChangeEvent } from './events.js';
import type { RoomStore } from './room-store.js';

const KIND_OF = { audioinput: 'microphone', videoinput: 'camera' } as const;

/** `deviceId`s by kind; `''`: the browser's choice. */
export type DeviceChoices = Readonly<Record<MediaDeviceKind, string>>;

/** Which devices there are, which are used, and which were chosen for next time. */
export class OwnDevices {
  readonly #list: DeviceList;
  #output: string | undefined;
  /** The system's microphone by which each was opened; `''` for one that is not the system's. */
  readonly #given = new WeakMap<MediaStreamTrack, string>();
  #isFollowing = false;

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
        void this.#followDefault();
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

  /**
   * Uses a device, `''` for the browser's choice; see `LocalMedia.choose`. An output is for the elements to play on.
   * One that is not there is not chosen; while the browser tells of none of its kind, it may be.
   */
  async choose(kind: MediaDeviceKind, deviceId: string): Promise<void> {
    const ids = this.#list.devices
      .filter((device) => device.kind === kind && device.deviceId)
      .map((each) => each.deviceId);
    if (deviceId && ids.length > 0 && !ids.includes(deviceId)) {
      const device = kind === 'audiooutput' ? {} : { device: KIND_OF[kind] };
      this.onError(new MeetError('device-missing', `${kind}: not there`, { kept: true, ...device }));
      return;
    }
    if (kind === 'audiooutput') this.#output = deviceId || undefined;
    else await this.media.choose(KIND_OF[kind], deviceId);
    this.publish();
  }

  /** Uses the camera on the other side, or the other one of two; what fails leaves the one in use, and is told. */
  async flip(): Promise<void> {
    const other = this.#otherCamera;
    if (!other) return;
    if ('facing' in other) await this.media.flip(other.facing);
    else await this.media.choose('camera', other.deviceId);
    this.publish();
  }

  get #otherCamera(): ReturnType<typeof otherCamera> {
    const track = this.#openTrack('camera');
    return track && otherCamera(track, this.#list.devices);
  }

  /** The system uses another microphone than the one it gave: who chose none has the new one. */
  async #followDefault(): Promise<void> {
    const { microphone } = this.media;
    const track = this.#openTrack('microphone');
    const given = track && this.#given.get(track);
    const isOther = () => given !== defaultMicrophone(this.#list.devices)?.key && isLeftOpen(microphone.choice);
    if (!given || !isOther() || this.#isFollowing) return;
    this.#isFollowing = true;
    try {
      // Where the browser would ask the person, it is theirs to choose.
      if ((await queryPermission('microphone')) === 'granted' && isOther() && this.#openTrack('microphone') === track)
        await this.choose('audioinput', '');
    } finally {
      this.#isFollowing = false;
    }
  }

  /** That of a device of ours, on or off. */
  #openTrack(kind: DeviceKind): MediaStreamTrack | undefined {
    const device = this.media[kind];
    return device.isOpen ? device.track : undefined;
  }

  /** Notes for a microphone that was opened whether it is the system's, and which that was. */
  #noteDefault(): void {
    const track = this.#openTrack('microphone');
    const current = defaultMicrophone(this.#list.devices);
    if (!track || !current || this.#given.has(track)) return;
    this.#given.set(track, this.media.microphone.deviceId === current.deviceId ? current.key : '');
  }

  #publishSides(): void {
    const track = this.#openTrack('camera') ?? this.media.camera.track;
    if (track) this.store.$facing.set(facingOf(track));
    this.store.$canFlip.set(this.#otherCamera !== undefined);
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
    this.#noteDefault();
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
