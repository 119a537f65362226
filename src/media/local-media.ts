import { MeetError } from '../errors.js';
import { capture, FIRST_HEIGHT } from './capture.js';
import { type DeviceKind } from './device-failure.js';
import { LocalDevice } from './local-device.js';

export interface LocalMediaHandlers {
  /** A device went on or off, or its track changed. */
  readonly onChange: (kind: DeviceKind) => void;
  /** A device could not be opened, or was lost. */
  readonly onError: (error: MeetError) => void;
}

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
  async turnOn(kinds: readonly DeviceKind[]): Promise<void> {
    const wishes = kinds.map((kind) => ({ device: this[kind], holds: this[kind].claim() }));
    const closed = wishes.filter(({ device }) => device.needsCapture);
    for (const { device } of wishes) if (!device.needsCapture) device.turnOn();
    if (closed.length === 0) return;
    const captured = await capture(closed.map(({ device }) => device.kind));
    for (const { device, holds } of closed) {
      const result = captured.get(device.kind);
      const isWanted = holds() && device.needsCapture;
      if (result instanceof MeetError) {
        if (isWanted) this.handlers.onError(result);
      } else if (isWanted) {
        if (result) device.adopt(result);
        void device.fit(this.#height);
      } else {
        result?.stop();
      }
      // The page gave a track of its own in the meantime: that is what goes on.
      if (holds() && !device.needsCapture && !device.isOn) device.turnOn();
    }
  }

  /** Lets the camera take pictures of about `height` lines, now and when it is opened again. */
  fitCamera(height: number): void {
    this.#height = height;
    void this.camera.fit(height);
  }

  /** Closes every device of ours. */
  release(): void {
    this.#height = FIRST_HEIGHT;
    this.microphone.release();
    this.camera.release();
  }
}
