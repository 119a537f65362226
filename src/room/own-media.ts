import type { MeetError } from '../errors.js';
import type { DeviceKind } from '../media/device-failure.js';
import { LocalMedia } from '../media/local-media.js';
import type { PeerState } from '../protocol/peer-state.js';
import { DeviceToggleEvent } from './events.js';
import type { RoomStore } from './room-store.js';

export interface OwnMediaHandlers {
  readonly dispatch: (event: Event) => void;
  readonly onError: (error: MeetError) => void;
  /** What goes to the peers has changed. */
  readonly onTrack: (kind: DeviceKind, track: MediaStreamTrack | null) => void;
  /** What the peers should know of us has changed. */
  readonly onState: () => void;
}

const OFF = { microphone: '$microphoneOff', camera: '$cameraOff' } as const;
const TRUTH = { microphone: '$microphone', camera: '$camera' } as const;
const KINDS: readonly DeviceKind[] = ['microphone', 'camera'];

/** Our microphone and camera as the room sees them: the devices' truth goes into the store, to the page and to the peers. */
export class OwnMedia {
  readonly #media: LocalMedia;

  constructor(
    private readonly store: RoomStore,
    private readonly handlers: OwnMediaHandlers,
  ) {
    this.#media = new LocalMedia({
      onChange: (kind) => {
        this.#publish(kind);
      },
      onError: handlers.onError,
    });
  }

  get state(): PeerState {
    return { microphone: this.#media.microphone.isOn, camera: this.#media.camera.isOn, screen: false, hand: false };
  }

  sent(kind: DeviceKind): MediaStreamTrack | null {
    return this.#media[kind].sent;
  }

  /** Turns on what one begins with. */
  begin(): Promise<void> {
    return this.#media.turnOn(KINDS.filter((kind) => !this.store[OFF[kind]].get() && !this.#media[kind].isOn));
  }

  /** Turns a device on or off; resolves when it is, or failed, or another wish came. */
  async toggle(kind: DeviceKind, on: boolean): Promise<void> {
    this.store[OFF[kind]].set(!on);
    if (!on) this.#media[kind].turnOff();
    else if (!this.#media[kind].isOn) await this.#media.turnOn([kind]);
  }

  /** How to begin: off turns the device off now, not off never turns it on. */
  setOff(kind: DeviceKind, off: boolean): void {
    this.store[OFF[kind]].set(off);
    if (off) this.#media[kind].turnOff();
  }

  usePageTrack(kind: DeviceKind, track: MediaStreamTrack | null): void {
    this.#media[kind].usePageTrack(track);
  }

  /** Takes pictures of about `height` lines: what is sent, and no more. */
  fitCamera(height: number): void {
    this.#media.fitCamera(height);
  }

  release(): void {
    this.#media.release();
  }

  #publish(kind: DeviceKind): void {
    const device = this.#media[kind];
    this.#showSelf();
    const $truth = this.store[TRUTH[kind]];
    const hasTurned = $truth.get() !== device.isOn;
    $truth.set(device.isOn);
    this.handlers.onTrack(kind, device.sent);
    if (!hasTurned) return;
    this.handlers.onState();
    this.handlers.dispatch(new DeviceToggleEvent(`pm-${kind}-change`, device.isOn));
  }

  #showSelf(): void {
    const devices = [this.#media.microphone, this.#media.camera];
    const tracks = devices.flatMap((device) => (device.isOn && device.track ? [device.track] : []));
    const shown = this.store.$selfStream.get()?.getTracks() ?? [];
    if (tracks.length === shown.length && tracks.every((track) => shown.includes(track))) return;
    this.store.$selfStream.set(tracks.length > 0 ? new MediaStream(tracks) : undefined);
  }
}
