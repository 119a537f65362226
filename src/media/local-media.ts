import { MeetError } from '../errors.js';
import { capture, captureExactly, type Captured, captureFacing, FIRST_HEIGHT } from './capture.js';
import { type DeviceKind, queryPermission } from './device-failure.js';
import type { Facing } from './facing.js';
import { LocalDevice } from './local-device.js';
import { StallWatch } from './stall-watch.js';

export interface LocalMediaHandlers {
  /** A device went on or off, or its track changed. */
  readonly onChange: (kind: DeviceKind) => void;
  /** A device could not be opened, or was lost; `before`: what failed of the other at the same time, which was told just now. */
  readonly onError: (error: MeetError, before?: MeetError) => void;
}

const INPUTS = { microphone: 'audioinput', camera: 'videoinput' } as const;
const KINDS = ['microphone', 'camera'] as const;

const trackOf = (captured: Captured | undefined): MediaStreamTrack | undefined =>
  captured instanceof MeetError ? undefined : captured;

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

/** The same failure, of a choice: what was in use goes on. */
const asKept = ({ code, message, cause, device, by }: MeetError): MeetError =>
  new MeetError(code, message, { cause, kept: true, ...(device && { device }), ...(by && { by }) });

/** What was in use before a switch. */
interface Before {
  readonly choice: string | undefined;
  readonly id: string | undefined;
}

/** Our microphone and camera. */
export class LocalMedia {
  readonly microphone: LocalDevice;
  readonly camera: LocalDevice;
  readonly #stalls: Readonly<Record<DeviceKind, StallWatch>>;
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
    const watch = (kind: DeviceKind) =>
      new StallWatch(
        this[kind],
        () => void this.#renew(kind),
        () => {
          this[kind].setStalled(true);
          handlers.onError(new MeetError('device-lost', `${kind}: gives nothing`, { device: kind, kept: true }));
        },
        () => this[kind].turnOff(),
      );
    this.#stalls = { microphone: watch('microphone'), camera: watch('camera') };
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
   * Uses another device, `''` for the browser's choice: at once where one is open, without a gap, else when it is opened next.
   * Resolves when it is in use, or failed (told by `onError`; what was in use stays), or was overtaken by another choice.
   */
  async choose(kind: DeviceKind, deviceId: string): Promise<void> {
    const device = this[kind];
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
    const { camera } = this;
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
    void device.fit(this.#height);
    // Last: a device that goes on takes down what was said of it.
    if (failure) this.handlers.onError(isOpen() ? asKept(failure) : failure);
    return counts && !failure && isOpen();
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

  /** One look at a device that is on: whether it gave a frame, or a sample that is not 0, since the last one. */
  look(kind: DeviceKind, gives: boolean): void {
    this.#stalls[kind].look(gives, performance.now());
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

  /** Opens the same device anew. A camera is closed for it: what hangs is shared by all who have it open. */
  async #renew(kind: DeviceKind): Promise<void> {
    const device = this[kind];
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
    void device.fit(this.#height);
    if (!(result instanceof MeetError) || !isWanted || device.isOpen) return;
    if (result.code !== 'permission-denied') device.waitFor(id); // A person who said no is not asked again by a cable.
    this.handlers.onError(result);
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
        void device.fit(this.#height);
      } else {
        result?.stop();
      }
      // The page gave a track of its own in the meantime: that is what goes on.
      if (holds() && !device.needsCapture && !device.isOn) device.turnOn();
    }
  }
}
