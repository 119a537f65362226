import { MeetError } from '../errors.js';
import { capture, FIRST_HEIGHT } from './capture.js';
import { type DeviceKind, queryPermission } from './device-failure.js';
import { LocalDevice } from './local-device.js';

export interface LocalMediaHandlers {
  /** A device went on or off, or its track changed. */
  readonly onChange: (kind: DeviceKind) => void;
  /** A device could not be opened, or was lost; `before`: what failed of the other at the same time, which was told just now. */
  readonly onError: (error: MeetError, before?: MeetError) => void;
}

const INPUTS = { microphone: 'audioinput', camera: 'videoinput' } as const;
const KINDS = ['microphone', 'camera'] as const;

/** Our microphone and camera. */
export class LocalMedia {
  readonly microphone: LocalDevice;
  readonly camera: LocalDevice;
  #height = FIRST_HEIGHT;

  constructor(private readonly handlers: LocalMediaHandlers) {
    const device = (kind: DeviceKind) =>
      new LocalDevice(
        kind,
        () => {
          handlers.onChange(kind);
        },
        () => {
          handlers.onError(new MeetError('device-lost', `${kind}: gone`, { device: kind }));
        },
      );
    this.microphone = device('microphone');
    this.camera = device('camera');
  }

  /** Turns devices on, opening them where needed. Resolves when each is on, failed (told by `onError`) or overtaken by another wish. */
  turnOn(kinds: readonly DeviceKind[]): Promise<void> {
    let before: MeetError | undefined;
    return this.#open(kinds, (error) => {
      this.handlers.onError(error, before);
      before = error;
    });
  }

  /**
   * Opens what should be on and went away or was taken, now that devices came or went. In place of one that nobody
   * chose any other will do. `isUnplugged`: only if the old one is not there any more.
   */
  async retry(devices: readonly MediaDeviceInfo[], isUnplugged = false): Promise<void> {
    for (const kind of KINDS) {
      const device = this[kind];
      const id = device.awaited;
      const there = devices.filter((each) => each.kind === INPUTS[kind]);
      const isBack = there.some(({ deviceId }) => deviceId === id);
      const isAnyRight = device.choice !== id && there.length > 0;
      if (id === undefined || !(isBack || isAnyRight) || (isUnplugged && isBack)) continue;
      // A person who took the permission back is not asked again by a cable.
      if ((await queryPermission(kind)) === 'denied' || device.awaited !== id) continue;
      await this.#open([kind], () => {
        device.waitFor(id); // It was told before.
      });
    }
  }

  /** Lets the camera take pictures of about `height` lines, now and when it is opened again. */
  fitCamera(height: number): void {
    this.#height = height;
    this.fit(this.camera);
  }

  /** Lets a device that was opened take pictures of as many lines as that. */
  fit(device: LocalDevice): void {
    void device.fit(this.#height);
  }

  /** Closes every device of ours. */
  release(): void {
    this.#height = FIRST_HEIGHT;
    this.microphone.release();
    this.camera.release();
  }

  async #open(kinds: readonly DeviceKind[], onError: (error: MeetError, kind: DeviceKind) => void): Promise<void> {
    const wishes = kinds.map((kind) => ({ device: this[kind], holds: this[kind].claim() }));
    const closed = wishes.filter(({ device }) => device.needsCapture);
    for (const { device } of wishes) {
      if (!device.needsCapture) device.turnOn();
      else if (device.isStalled) device.makeWay(); // What hangs is shared by all who have it open.
    }
    if (closed.length === 0) return;
    const choices = { microphone: this.microphone.choice, camera: this.camera.choice };
    const captured = await capture(closed.map(({ device }) => device.kind), choices); // prettier-ignore
    for (const { device, holds } of closed) {
      const result = captured.get(device.kind);
      const isWanted = holds() && device.needsCapture;
      if (result instanceof MeetError) {
        // Another program has it: it may be given back.
        if (isWanted && result.code === 'device-busy') device.waitFor(device.choice ?? '');
        if (isWanted) onError(result, device.kind);
      } else if (isWanted) {
        if (result) device.adopt(result);
        this.fit(device);
      } else {
        result?.stop();
      }
      // The page gave a track of its own in the meantime: that is what goes on.
      if (holds() && !device.needsCapture && !device.isOn) device.turnOn();
    }
  }
}
