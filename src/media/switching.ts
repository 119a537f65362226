import { MeetError } from '../errors.js';
import { captureExactly, type Captured, captureFacing, trackOf } from './capture.js';
import type { DeviceKind } from './device-failure.js';
import type { Facing } from './facing.js';
import type { LocalDevice } from './local-device.js';
import type { LocalMedia, LocalMediaHandlers } from './local-media.js';

/** The same failure, of a choice: what was in use goes on. */
const asKept = ({ code, message, cause, device, by }: MeetError): MeetError =>
  new MeetError(code, message, { cause, kept: true, ...(device && { device }), ...(by && { by }) });

/** What was in use before a switch. */
interface Before {
  readonly choice: string | undefined;
  readonly id: string | undefined;
}

/** Puts one device of ours in another one's place. */
export class Switching {
  constructor(
    private readonly media: LocalMedia,
    private readonly onError: LocalMediaHandlers['onError'],
  ) {}

  /**
   * Uses another device, `''` for the browser's choice: at once where one is open, without a gap, else when it is opened next.
   * Resolves when it is in use, or failed (told by `onError`; what was in use stays), or was overtaken by another choice.
   */
  async choose(kind: DeviceKind, deviceId: string): Promise<void> {
    const device = this.media[kind];
    const before = { choice: device.choice, id: device.deviceId };
    device.choice = deviceId || undefined;
    if (device.wantsSwitch && !(device.isOpen && before.id === deviceId)) {
      await this.#switch(device, before, () => captureExactly(kind, deviceId));
      return;
    }
    device.beginSwitch(); // one that is on its way counts no more
    device.endSwitch(undefined);
  }

  /** Uses the camera on the other side, which from then on is the one that is chosen; see `choose`. Only of one that is open. */
  async flip(facing: Facing): Promise<void> {
    const { camera } = this.media;
    if (!camera.isOpen) return;
    const before = { choice: camera.choice, id: camera.deviceId };
    const isDone = await this.#switch(camera, before, () => captureFacing(facing));
    if (isDone) camera.choice = camera.deviceId;
  }

  /** Resolves to whether what `open` opens is in use; else what was `before` is, or another choice came. */
  async #switch(device: LocalDevice, before: Before, open: () => Promise<Captured>): Promise<boolean> {
    const isNewest = device.beginSwitch();
    const isOpen = () => device.isOpen;
    let result = await open();
    if (result instanceof MeetError && result.code === 'device-busy' && isNewest() && isOpen()) {
      device.makeWay(); // Android and iOS open only one at a time.
      result = await open();
    }
    const failure = result instanceof MeetError && isNewest() ? result : undefined;
    if (failure) {
      device.choice = before.choice;
      if (!isOpen() && device.wantsSwitch) result = await captureExactly(device.kind, before.id ?? '');
    }
    const track = trackOf(result);
    const counts = isNewest();
    if (counts) device.endSwitch(track);
    else track?.stop();
    this.media.fit(device);
    // Last: a device that goes on takes down what was said of it.
    if (failure) this.onError(isOpen() ? asKept(failure) : failure);
    return counts && !failure && isOpen();
  }
}
