import { cameraConstraints } from './capture.js';
import type { DeviceKind } from './device-failure.js';

/**
 * One microphone or camera of ours: a device that we opened, or the page's own track.
 * A page's track is never stopped and never disabled: off, it is just not sent.
 */
export class LocalDevice {
  /** `deviceId` to open next; `undefined` for the browser's choice. */
  choice: string | undefined;
  #track: MediaStreamTrack | undefined;
  /** Of the track: one that has ended may not tell any more. */
  #openId = '';
  #pageTrack: MediaStreamTrack | undefined;
  #isOn = false;
  #isStalled = false;
  /** Grows with every wish, so that a device that opens after the wish changed is closed again. */
  #wish = 0;
  #switches = 0;
  #isSwitching = false;
  #awaited: string | undefined;

  constructor(
    readonly kind: DeviceKind,
    private readonly onChange: () => void,
    private readonly onLost: () => void,
  ) {}

  /** Whether it is live, on, and not muted by the system (a switch at the device, a call on iOS): the truth, not the wish. */
  get isOn(): boolean {
    return this.#isOn && this.track?.readyState === 'live' && !this.#isMuted;
  }

  /** Whether it is open and on and gives nothing, as somebody who looked says. */
  get isStalled(): boolean {
    return this.#isStalled && this.#isOn && this.isOpen;
  }

  /** A microphone that gives nothing stays on, for it may be heard at any time; a camera is as good as muted. */
  get #isMuted(): boolean {
    return this.track?.muted === true || (this.kind === 'camera' && this.isStalled);
  }

  /** The track of a device that we opened, while it is on and no other is about to take its place. */
  get own(): MediaStreamTrack | undefined {
    return this.#isOn && this.isOpen && !this.#isSwitching ? this.#track : undefined;
  }

  /** The track behind the picture or sound, on or off. */
  get track(): MediaStreamTrack | undefined {
    return this.#pageTrack ?? this.#track;
  }

  /** What goes to the peers: a microphone of ours that is off stays as silence, so that it is back at once. */
  get sent(): MediaStreamTrack | null {
    if (this.isOn) return this.track ?? null;
    return this.kind === 'microphone' && !this.#pageTrack ? (this.#track ?? null) : null;
  }

  /** Whether a device of ours is open, be it on or off. */
  get isOpen(): boolean {
    return this.#track?.readyState === 'live';
  }

  /** `deviceId` of the open device, or of the one to open next. */
  get deviceId(): string | undefined {
    return this.isOpen && this.#openId ? this.#openId : this.choice;
  }

  /** Whether turning it on needs a device to be opened: one that the system muted may come back by that (iOS). */
  get needsCapture(): boolean {
    return !this.#pageTrack && (!this.isOpen || this.#isMuted);
  }

  /** `deviceId` of a device that should be on and went away or is taken, to be opened when it is there again. */
  get awaited(): string | undefined {
    return this.#awaited;
  }

  /** Notes that it should be on as soon as that can be. */
  waitFor(deviceId: string): void {
    this.#awaited = deviceId;
  }

  /** Notes that it should be on; what was asked for earlier no longer counts. Returns whether that still holds later. */
  claim(): () => boolean {
    this.#awaited = undefined;
    this.#wish += 1;
    const wish = this.#wish;
    return () => wish === this.#wish;
  }

  turnOn(): void {
    if (this.#track && !this.#pageTrack) this.#track.enabled = true;
    this.#isOn = true;
    this.onChange();
  }

  turnOff(): void {
    this.#forget();
    if (this.kind === 'camera')
      this.#stop(); // The camera's light goes out with the picture.
    else if (this.#track) this.#track.enabled = false;
    this.onChange();
  }

  /** Takes a freshly opened device, on. */
  adopt(track: MediaStreamTrack): void {
    this.#isOn = true;
    this.#replace(track);
  }

  setStalled(isStalled: boolean): void {
    if (isStalled === this.#isStalled) return;
    this.#isStalled = isStalled;
    this.onChange();
  }

  /** Another device is about to take this one's place. Returns whether no later one is. */
  beginSwitch(): () => boolean {
    this.#switches += 1;
    this.#isSwitching = true;
    const mine = this.#switches;
    return () => mine === this.#switches;
  }

  /** Whether a device that is opened now has a place to go to. */
  get wantsSwitch(): boolean {
    return !this.#pageTrack && (this.isOpen || this.#isOn);
  }

  /** Closes the device in the middle of a switch, for systems that open only one at a time. */
  makeWay(): void {
    this.#stop();
    this.onChange();
  }

  /** Ends a switch: with the new device, on or off as the old one was, or without one. */
  endSwitch(track: MediaStreamTrack | undefined): void {
    this.#isSwitching = false;
    if (track && this.wantsSwitch) this.#replace(track);
    else track?.stop(); // It was turned off or released meanwhile.
    if (!this.isOpen && !this.#pageTrack) this.#isOn = false;
    this.onChange();
  }

  /** Lets a camera of ours take pictures of about `height` lines; one that cannot goes on as it is. */
  async fit(height: number): Promise<void> {
    const track = this.#track;
    if (this.kind !== 'camera' || track?.readyState !== 'live') return;
    const { width = height, height: lines = width } = track.getSettings();
    if (Math.min(width, lines) === height) return; // Upright, a phone's lines are its longer side.
    try {
      await track.applyConstraints(cameraConstraints(height));
    } catch {
      // What is only wished for (`ideal`) is refused by a device that went away, which `ended` tells, or that cannot.
    }
  }

  /** Uses the page's own track (`null`: none any more); a device of ours is closed for it. */
  usePageTrack(track: MediaStreamTrack | null): void {
    if (this.#pageTrack) this.#listen(this.#pageTrack, 'removeEventListener');
    this.#pageTrack = track ?? undefined;
    this.#awaited = undefined;
    if (track) {
      this.#listen(track, 'addEventListener');
      this.#stop();
    } else this.#isOn &&= this.#track !== undefined;
    this.onChange();
  }

  /** Closes what we opened and forgets every wish but the choice of a device; the page's track stays its own. */
  release(): void {
    this.#forget();
    this.#stop();
    this.onChange();
  }

  #forget(): void {
    this.#wish += 1;
    this.#isOn = this.#isStalled = false;
    this.#awaited = undefined;
  }

  /** The new one goes out before the old one ends, so that there is no gap. */
  #replace(track: MediaStreamTrack): void {
    const old = this.#track;
    if (old) this.#listen(old, 'removeEventListener');
    this.#track = track;
    this.#isStalled = false;
    this.#openId = track.getSettings().deviceId ?? '';
    this.#listen(track, 'addEventListener');
    track.enabled = this.#isOn;
    this.onChange();
    old?.stop();
  }

  #stop(): void {
    if (this.#track) this.#listen(this.#track, 'removeEventListener');
    this.#track?.stop();
    this.#track = undefined;
  }

  #listen(track: MediaStreamTrack, method: 'addEventListener' | 'removeEventListener'): void {
    track[method]('ended', this.#handleEnded);
    track[method]('mute', this.onChange);
    track[method]('unmute', this.onChange);
  }

  // Fires only when the device went away: `stop()` of ours is silent.
  readonly #handleEnded = (): void => {
    const isLost = this.#isOn && !this.#isSwitching; // In a switch the next one is on its way.
    if (!this.#pageTrack) this.#stop();
    if (isLost) this.#isOn = false;
    if (isLost && !this.#pageTrack) this.#awaited = this.#openId;
    this.onChange();
    if (isLost) this.onLost();
  };
}

/** The track of a device of ours, on or off, that is open. */
export const openTrack = ({ isOpen, track }: LocalDevice): MediaStreamTrack | undefined => (isOpen ? track : undefined);
