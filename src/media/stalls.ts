import { MeetError } from '../errors.js';
import { captureExactly, type Captured, trackOf } from './capture.js';
import type { DeviceKind } from './device-failure.js';
import type { LocalMedia, LocalMediaHandlers } from './local-media.js';
import { StallWatch } from './stall-watch.js';

/** Milliseconds until a device that hangs counts as taken. */
const HUNG = 10_000;

/** Opens a device that may hang; what comes too late is closed. */
const captureInTime = async (kind: DeviceKind, deviceId: string): Promise<Captured> => {
  const capturing = captureExactly(kind, deviceId);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<MeetError>((resolve) => {
    timer = setTimeout(() => {
      resolve(new MeetError('device-busy', `${kind}: did not open within 10 s`, { device: kind }));
      void capturing.then((captured) => trackOf(captured)?.stop());
    }, HUNG);
  });
  const result = await Promise.race([capturing, late]);
  clearTimeout(timer);
  return result;
};

/** Finds devices of ours that are on and give nothing, and opens them anew. */
export class Stalls {
  readonly #watches: Readonly<Record<DeviceKind, StallWatch>>;

  constructor(
    private readonly media: LocalMedia,
    private readonly onError: LocalMediaHandlers['onError'],
  ) {
    const watch = (kind: DeviceKind) =>
      new StallWatch(
        media[kind],
        () => void this.#renew(kind),
        () => {
          media[kind].setStalled(true);
          onError(new MeetError('device-lost', `${kind}: gives nothing`, { device: kind, kept: true }));
        },
        () => media[kind].turnOff(),
      );
    this.#watches = { microphone: watch('microphone'), camera: watch('camera') };
  }

  /** One look at a device that is on: whether it gave a frame, or a sample that is not 0, since the last one. */
  look(kind: DeviceKind, gives: boolean): void {
    this.#watches[kind].look(gives, performance.now());
  }

  /** Opens the same device anew. A camera is closed for it: what hangs is shared by all who have it open. */
  async #renew(kind: DeviceKind): Promise<void> {
    const device = this.media[kind];
    const id = device.deviceId ?? '';
    const isNewest = device.beginSwitch();
    if (kind === 'camera') device.track?.stop();
    const result = await captureInTime(kind, id);
    const track = trackOf(result);
    if (!isNewest()) {
      track?.stop();
      return;
    }
    const isWanted = device.wantsSwitch;
    device.endSwitch(track);
    this.media.fit(device);
    if (!(result instanceof MeetError) || !isWanted || device.isOpen) return;
    if (result.code !== 'permission-denied') device.waitFor(id); // A person who said no is not asked again by a cable.
    this.onError(result);
  }
}
