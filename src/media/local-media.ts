import { MeetError } from '../errors.js';
import { capture } from './capture.js';
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
      } else {
        result?.stop();
      }
      // The page gave a track of its own in the meantime: that is what goes on.
      if (holds() && !device.needsCapture && !device.isOn) device.turnOn();
    }
  }

  /** Closes every device of ours. */
  release(): void {
    this.microphone.release();
    this.camera.release();
  }
}
