import { MeetError } from '../errors.js';
import type { DeviceKind } from '../media/device-failure.js';
import { LocalMedia } from '../media/local-media.js';
import type { ScreenShare } from '../media/screen-share.js';
import type { LineKind } from '../protocol/extensions.js';
import type { PeerState, Stalled } from '../protocol/peer-state.js';
import { DeviceToggleEvent } from './events.js';
import { whenHere } from '../signaling/when-here.js';
import { $callParts } from './late-call.js';
import { loadLater } from './load-later.js';
import { OwnDevices } from './own-devices.js';
import type { OwnWatch } from './own-watch.js';
import type { RoomStore } from './room-store.js';
import type { MeetingState } from './types.js';

export interface OwnMediaHandlers {
  readonly dispatch: (event: Event) => void;
  /** `before`: what failed at the same time, and was told just now. */
  readonly onError: (error: MeetError, before?: MeetError) => void;
  /** What goes to the peers has changed. */
  readonly onTrack: (kind: LineKind, track: MediaStreamTrack | null) => void;
  /** What the peers should know of us has changed. */
  readonly onState: () => void;
  /** Our hand, which the peers are told of together with our devices. */
  readonly hand: () => Pick<PeerState, 'hand' | 'handAge'>;
}

const OFF = { microphone: '$microphoneOff', camera: '$cameraOff' } as const;
const TRUTH = { microphone: '$microphone', camera: '$camera' } as const;
const IN_CALL: ReadonlySet<MeetingState> = new Set(['connecting', 'waiting', 'joined', 'reconnecting']);
const KINDS: readonly DeviceKind[] = ['microphone', 'camera'];

/** Our microphone, camera and screen as the room sees them: their truth goes into the store, to the page and to the peers. */
export class OwnMedia {
  readonly devices: OwnDevices;
  readonly #media: LocalMedia;
  #screen: ScreenShare | undefined;
  /** Grows with every wish: a screen is not shared that nobody wants any more. */
  #screenWish = 0;
  #watch: OwnWatch | undefined;
  #unwait: (() => void) | undefined;

  constructor(
    private readonly store: RoomStore,
    private readonly handlers: OwnMediaHandlers,
  ) {
    this.#media = new LocalMedia({
      onChange: (kind) => {
        this.#publish(kind);
      },
      onError: (error, before) => {
        handlers.onError(error, before);
        if (error.code === 'device-lost') void this.devices.handleLost();
      },
    });
    this.devices = new OwnDevices(store, this.#media, handlers.dispatch, handlers.onError);
  }

  get state(): PeerState {
    const { microphone, camera } = this.#media;
    const stalled = this.store.$stalled.get();
    return {
      ...{ microphone: microphone.isOn, camera: camera.isOn, screen: this.#screen?.isOn ?? false },
      ...(stalled && { stalled }),
      ...this.handlers.hand(),
    };
  }

  sent(kind: DeviceKind): MediaStreamTrack | null {
    return this.#media[kind].sent;
  }

  /** Turns on what one begins with. */
  begin(): Promise<void> {
    this.#prepare();
    return this.#media.turnOn(KINDS.filter((kind) => !this.store[OFF[kind]].get() && !this.#media[kind].isOn));
  }

  /** Turns a device on or off; resolves when it is, or failed, or another wish came. */
  async toggle(kind: DeviceKind, on: boolean): Promise<void> {
    this.store[OFF[kind]].set(!on);
    if (!on) this.#media[kind].turnOff();
    else if (!this.#media[kind].isOn) {
      this.#prepare();
      await this.#media.turnOn([kind]);
    }
  }

  /** Shares the screen or stops it. Asks the browser at once, as far as that part is there: it wants the gesture. */
  async toggleScreen(on: boolean): Promise<void> {
    const wish = (this.#screenWish += 1);
    if (!on) this.#screen?.stop();
    else if ($callParts.get() || (await this.#loadForScreen(() => wish === this.#screenWish))) {
      this.#screen ??= $callParts.get()?.screenShare({
        onChange: () => {
          this.#publishScreen();
        },
        onError: this.handlers.onError,
      });
      await this.#screen?.start();
    }
  }

  /** Whether that part came, for who still wants it. */
  async #loadForScreen(isWanted: () => boolean): Promise<boolean> {
    try {
      await loadLater();
      return isWanted();
    } catch (cause) {
      if (isWanted()) this.handlers.onError(new MeetError('screen-share-failed', 'not loaded yet', { cause }));
      return false;
    }
  }

  /** Devices are about to be opened. */
  #prepare(): void {
    this.devices.watch();
    this.#unwait ??= whenHere($callParts, ({ ownWatch, deviceSwitch }) => {
      this.#watch ??= ownWatch(this.store, this.#media, this.handlers.onError);
      for (const kind of KINDS) this.#watch.follow(kind);
      this.devices.take(deviceSwitch);
    });
  }

  /** How to begin: off turns the device off now, not off never turns it on, nor when a call goes on in another room. */
  setOff(kind: DeviceKind, off: boolean): void {
    if (!off && IN_CALL.has(this.store.$state.get())) return;
    this.store[OFF[kind]].set(off);
    if (off) this.#media[kind].turnOff();
  }

  usePageTrack(kind: DeviceKind, track: MediaStreamTrack | null): void {
    this.#media[kind].usePageTrack(track);
    const others = [...this.store.$pageTracks.get()].filter((each) => each !== kind);
    this.store.$pageTracks.set(new Set(track ? [...others, kind] : others));
  }

  /** Takes pictures of about `height` lines: what is sent, and no more. */
  fitCamera(height: number): void {
    this.#media.fitCamera(height);
  }

  release(): void {
    this.#screenWish += 1;
    this.#screen?.stop();
    this.#unwait?.();
    this.#unwait = undefined;
    this.#media.release();
    this.devices.stop();
  }

  #publish(kind: DeviceKind): void {
    const device = this.#media[kind];
    this.#showSelf();
    this.devices.publish();
    this.#watch?.follow(kind);
    this.#publishStall(kind);
    const $truth = this.store[TRUTH[kind]];
    const hasTurned = $truth.get() !== device.isOn;
    $truth.set(device.isOn);
    this.handlers.onTrack(kind, device.sent);
    if (!hasTurned) return;
    if (device.isOn) this.#handleOn(kind);
    this.handlers.onState();
    this.handlers.dispatch(new DeviceToggleEvent(`pm-${kind}-change`, device.isOn));
  }

  #publishStall(kind: DeviceKind): void {
    const [one, other] = KINDS.filter((each) => this.#media[each].isStalled);
    const stalled: Stalled | undefined = other ? 'both' : one;
    if (this.store.$stalled.get() === stalled) return;
    this.store.$stalled.set(stalled);
    this.handlers.onState();
    if (!this.#media[kind].isStalled) this.#settle(kind);
  }

  /** The list has names now. */
  #handleOn(kind: DeviceKind): void {
    this.devices.refresh();
    this.#settle(kind);
  }

  /** What was said of the device does not hold any more. */
  #settle(kind: DeviceKind): void {
    const notice = this.store.$notice.get();
    if (notice?.kind !== 'error') return;
    const [error, and] = [notice.error, notice.and].filter((each) => each && each.device !== kind);
    if (!error) this.store.$notice.set(undefined);
    else if (error !== notice.error || and !== notice.and) this.store.$notice.set({ kind: 'error', error, and });
  }

  #publishScreen(): void {
    if (!this.#screen) return;
    const { isOn, stream, video, audio } = this.#screen;
    this.store.$screen.set(isOn);
    this.store.$selfScreenStream.set(stream);
    this.handlers.onTrack('screen', video);
    this.handlers.onTrack('screen-audio', audio);
    this.handlers.onState();
    this.handlers.dispatch(new DeviceToggleEvent('pm-screen-change', isOn));
  }

  #showSelf(): void {
    const devices = [this.#media.microphone, this.#media.camera];
    const tracks = devices.flatMap((device) => (device.isOn && device.track ? [device.track] : []));
    const shown = this.store.$selfStream.get()?.getTracks() ?? [];
    if (tracks.length === shown.length && tracks.every((track) => shown.includes(track))) return;
    this.store.$selfStream.set(tracks.length > 0 ? new MediaStream(tracks) : undefined);
  }
}
