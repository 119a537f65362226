import { MeetError } from '../errors.js';
import { defaultMicrophone, isLeftOpen } from '../media/default-microphone.js';
import { queryPermission } from '../media/device-failure.js';
import { openTrack } from '../media/local-device.js';
import type { LocalMedia } from '../media/local-media.js';
import { otherCamera } from '../media/other-camera.js';
import { Switching } from '../media/switching.js';

const KIND_OF = { audioinput: 'microphone', videoinput: 'camera' } as const;

/** Whose devices are switched. */
export interface DeviceSwitchSource {
  readonly media: LocalMedia;
  readonly devices: () => readonly MediaDeviceInfo[];
  readonly onError: (error: MeetError) => void;
  /** An output was chosen; `undefined`: the browser's. */
  readonly onOutput: (deviceId: string | undefined) => void;
  /** What is in use may be another now. */
  readonly publish: () => void;
}

/** Puts other devices in the place of those in use, as a person or the system chooses. */
export class DeviceSwitch {
  readonly #switching: Switching;
  /** The system's microphone by which each was opened; `''` for one that is not the system's. */
  readonly #given = new WeakMap<MediaStreamTrack, string>();
  #isFollowing = false;

  constructor(private readonly source: DeviceSwitchSource) {
    this.#switching = new Switching(source.media, source.onError);
  }

  /**
   * Uses a device, `''` for the browser's choice; see `Switching`. An output is for the elements to play on.
   * One that is not there is not chosen; while the browser tells of none of its kind, it may be.
   */
  async choose(kind: MediaDeviceKind, deviceId: string): Promise<void> {
    const ids = this.source
      .devices()
      .filter((device) => device.kind === kind && device.deviceId)
      .map((each) => each.deviceId);
    if (deviceId && ids.length > 0 && !ids.includes(deviceId)) {
      const device = kind === 'audiooutput' ? {} : { device: KIND_OF[kind] };
      this.source.onError(new MeetError('device-missing', `${kind}: not there`, { kept: true, ...device }));
      return;
    }
    if (kind === 'audiooutput') this.source.onOutput(deviceId || undefined);
    else await this.#switching.choose(KIND_OF[kind], deviceId);
    this.source.publish();
  }

  /** Uses the camera on the other side, or the other one of two; what fails leaves the one in use, and is told. */
  async flip(): Promise<void> {
    const other = this.otherCamera;
    if (!other) return;
    if ('facing' in other) await this.#switching.flip(other.facing);
    else await this.#switching.choose('camera', other.deviceId);
    this.source.publish();
  }

  get otherCamera(): ReturnType<typeof otherCamera> {
    const track = openTrack(this.source.media.camera);
    return track && otherCamera(track, this.source.devices());
  }

  /** The system uses another microphone than the one it gave: who chose none has the new one. */
  async followDefault(): Promise<void> {
    const { microphone } = this.source.media;
    const track = openTrack(this.source.media.microphone);
    const given = track && this.#given.get(track);
    const isOther = () => given !== defaultMicrophone(this.source.devices())?.key && isLeftOpen(microphone.choice);
    if (!given || !isOther() || this.#isFollowing) return;
    this.#isFollowing = true;
    try {
      // Where the browser would ask the person, it is theirs to choose.
      if (
        (await queryPermission('microphone')) === 'granted' &&
        isOther() &&
        openTrack(this.source.media.microphone) === track
      )
        await this.choose('audioinput', '');
    } finally {
      this.#isFollowing = false;
    }
  }

  /** Notes for a microphone that was opened whether it is the system's, and which that was. */
  noteDefault(): void {
    const track = openTrack(this.source.media.microphone);
    const current = defaultMicrophone(this.source.devices());
    if (!track || !current || this.#given.has(track)) return;
    this.#given.set(track, this.source.media.microphone.deviceId === current.deviceId ? current.key : '');
  }
}
