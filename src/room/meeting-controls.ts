import { type MeetError } from '../errors.js';
import type { DeviceKind } from '../media/device-failure.js';
import type { Mesh } from '../mesh/mesh.js';
import type { LineKind } from '../protocol/extensions.js';
import type { Shown } from '../protocol/shown.js';
import { CallLater } from './call-later.js';
import { AudioBlockedEvent, MeetErrorEvent } from './events.js';
import { Hands } from './hands.js';
import { MeetingHouse } from './meeting-house.js';
import { forget, keep, recall } from './memory.js';
import { turnMirror } from './mirror.js';
import { OwnMedia } from './own-media.js';
import { Stage } from './stage.js';
import type { PeerStats } from './types.js';

const DEVICE_KINDS: readonly unknown[] = ['audioinput', 'videoinput', 'audiooutput'];

/** What one does in a meeting: with one's devices, to be noticed, and with how the others appear. */
export abstract class MeetingControls extends MeetingHouse {
  protected readonly media: OwnMedia;
  protected readonly hands = new Hands(this.store);
  protected readonly stage = new Stage(this.store);
  protected readonly later: CallLater;
  readonly #target: EventTarget;

  /** `target` gets the events in place of the meeting itself. */
  constructor(target: EventTarget | undefined) {
    super();
    this.#target = target ?? this;
    this.later = new CallLater(this.store, {
      mesh: () => this.mesh,
      say: (frame) => this.say(frame),
      mute: () => void this.toggleMicrophone(false),
      settings: this.settings,
      stats: () => this.getStats(),
      dispatch: this.dispatch,
    });
    this.media = new OwnMedia(this.store, {
      dispatch: this.dispatch,
      onError: this.report,
      onTrack: (kind, track) => {
        this.handleTrack(kind, track);
      },
      onState: () => this.mesh?.sayState(),
      hand: () => this.hands.state,
    });
  }

  /** What goes to the peers has changed. */
  protected handleTrack(kind: LineKind, track: MediaStreamTrack | null): void {
    this.mesh?.setTrack(kind, track);
  }

  /** Says something of the chat to the whole room, by way of the server. */
  protected abstract say(frame: string): void;
  /** The connections of the call that goes on. */
  protected abstract get mesh(): Mesh | undefined;
  /** Whether the meeting is over, so that no device is opened for it. */
  protected abstract get isOver(): boolean;
  abstract getStats(): Promise<PeerStats[]>;

  /** Whether our microphone is live and on: the truth. Setting it asks for the device. */
  get microphone(): boolean {
    return this.store.$microphone.get();
  }
  set microphone(on: boolean) {
    void this.toggleMicrophone(on);
  }
  /** Whether our camera is live and on: the truth. Setting it asks for the device. */
  get camera(): boolean {
    return this.store.$camera.get();
  }
  set camera(on: boolean) {
    void this.toggleCamera(on);
  }
  /** Whether our screen is shared: the truth. Setting it in a call asks for that; browsers want a gesture for it. */
  get screen(): boolean {
    return this.store.$screen.get();
  }
  set screen(on: boolean) {
    if (this.isIn) void this.toggleScreenShare(on);
  }

  /** Turns the microphone on or off, by default to what it is not; resolves when it is, or could not be. */
  async toggleMicrophone(on = !this.microphone): Promise<void> {
    if (this.isOver) this.media.setOff('microphone', !on);
    else await this.#toggle('microphone', on);
  }
  /** Turns the camera on or off, by default to what it is not; resolves when it is, or could not be. */
  async toggleCamera(on = !this.camera): Promise<void> {
    if (this.isOver) this.media.setOff('camera', !on);
    else await this.#toggle('camera', on);
  }
  /**
   * Shares the screen or stops it, by default what it is not; call it in a click or key press. Resolves when it is
   * shared, or the person called it off, or it could not be (`pm-error` with `screen-share-failed`).
   * @throws {MeetError} `not-joined`
   */
  async toggleScreenShare(on = !this.screen): Promise<void> {
    if (on) this.requireJoined();
    await this.media.toggleScreen(on);
  }

  /**
   * Uses another device, `''` for the browser's choice: at once and without a gap where one is open, else from when it
   * is opened. Resolves when it is in use, or could not be (`pm-error`): then what was in use stays.
   * @throws {TypeError} no such kind
   */
  async setDevice(kind: MediaDeviceKind, deviceId: string): Promise<void> {
    if (!DEVICE_KINDS.includes(kind)) throw new TypeError('no such kind of device');
    await this.media.devices.choose(kind, deviceId);
    this.remind();
  }

  /** Turns to the camera on the other side, or to the other one of two; for who has neither, nothing happens. */
  async flipCamera(): Promise<void> {
    await this.media.devices.flip();
    this.remind();
  }

  /** Shows us our own picture as in a mirror, or no longer. */
  toggleMirror(): void {
    turnMirror(this.store);
    this.remind();
  }

  /** Puts our hand up or down, by default what it is not. @throws {MeetError} `not-joined` */
  raiseHand(up = !this.hands.state.hand): void {
    if (up) this.requireJoined();
    if (this.hands.raise(up)) this.mesh?.sayState();
  }

  /**
   * Shows everybody an emoji for some seconds; more than 5 a second are dropped.
   * @throws {MeetError} `not-joined`; `message-invalid` when it is not one emoji
   */
  sendReaction(emoji: string): void {
    this.requireJoined();
    this.later.react(emoji);
  }

  /** Puts somebody on the stage, by id; `null` for nobody. An id that nobody in the room has changes nothing. */
  pin(peerId: string | null): void {
    this.stage.pin(peerId);
  }

  /** Sets how loud a peer is, 0…1, on top of `volume`. @throws {TypeError} not a number */
  setPeerVolume(peerId: string, volume: number): void {
    this.stage.setPeerVolume(peerId, volume);
  }

  /** Plays sound after the browser blocked it; call it in a click or key press. */
  startAudio(): Promise<void> {
    this.store.$audioBlocked.set(false);
    return Promise.resolve();
  }

  /**
   * A view tells what it shows of each peer, so that ours send no more than that: 0 for what nobody sees. `undefined`, as
   * at first: no view tells, and everything comes as if it filled its share of the window.
   */
  reportShown(shown: ReadonlyMap<string, Shown> | undefined): void {
    this.later.show(shown);
  }

  /** The browser refused to play a peer's sound. */
  reportAudioBlocked(): void {
    if (this.store.$audioBlocked.get()) return;
    this.store.$audioBlocked.set(true);
    this.dispatch(new AudioBlockedEvent());
  }

  dismissNotice(): void {
    this.store.$notice.set(undefined);
  }

  /** Keeps name and choices for next time, if the page wants that. */
  protected remind(): void {
    const { remember, displayName } = this.settings;
    if (!remember) return;
    const [microphoneOff, cameraOff] = [this.store.$microphoneOff.get(), this.store.$cameraOff.get()];
    const mirror = this.store.$mirror.get();
    keep({ name: displayName, microphoneOff, cameraOff, mirror, ...this.media.devices.choices });
  }

  /** `remember` was set or cleared: takes what was kept, where the page says nothing else, or forgets it. */
  protected handleRemember(): void {
    if (!this.settings.remember) {
      forget();
      return;
    }
    const memory = recall();
    if (!memory) return;
    if (this.settings.displayName === '') this.displayName = memory.name;
    this.media.devices.prefer(memory);
    this.store.$mirror.set(memory.mirror);
    if (this.state !== 'idle' && this.state !== 'lobby') return;
    this.microphoneOff ||= memory.microphoneOff;
    this.cameraOff ||= memory.cameraOff;
  }

  protected readonly report = (error: MeetError, before?: MeetError): void => {
    this.store.$notice.set({ kind: 'error', error: before ?? error, and: before && error });
    this.dispatch(new MeetErrorEvent(error));
  };

  /** Whether a page that may refuse it did not. */
  protected readonly dispatch = (event: Event): boolean => this.#target.dispatchEvent(event);

  /** What looks after a device is wanted by who looks at theirs before the call, too. */
  #toggle(kind: DeviceKind, on: boolean): Promise<void> {
    if (on && !this.isIn) this.later.rest();
    return this.media.toggle(kind, on);
  }
}
