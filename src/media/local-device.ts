import { cameraConstraints } from './capture.js';
import type { DeviceKind } from './device-failure.js';

/**
 * One microphone or camera of ours: a device that we opened, or the page's own track.
 * A page's track is never stopped and never disabled: off, it is just not sent.
 */
export class LocalDevice {
  #track: MediaStreamTrack | undefined;
  #pageTrack: MediaStreamTrack | undefined;
  #isOn = false;
  /** Grows with every wish, so that a device that opens after the wish changed is closed again. */
  #wish = 0;

  constructor(
    readonly kind: DeviceKind,
    private readonly onChange: () => void,
    private readonly onEnded: () => void,
  ) {}

  /** Whether it is live and on: the truth, not the wish. */
  get isOn(): boolean {
    return this.#isOn && this.track?.readyState === 'live';
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

  /** Whether turning it on needs a device to be opened. */
  get needsCapture(): boolean {
    return !this.#pageTrack && this.#track?.readyState !== 'live';
  }

  /** Notes that it should be on; what was asked for earlier no longer counts. Returns whether that still holds later. */
  claim(): () => boolean {
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
    this.#wish += 1;
    this.#isOn = false;
    if (this.kind === 'camera')
      this.#stop(); // The camera's light goes out with the picture.
    else if (this.#track) this.#track.enabled = false;
    this.onChange();
  }

  /** Takes a freshly opened device. */
  adopt(track: MediaStreamTrack): void {
    this.#stop();
    this.#track = track;
    track.addEventListener('ended', this.#handleEnded);
    this.turnOn();
  }

  /** Lets a camera of ours take pictures of about `height` lines; one that cannot goes on as it is. */
  async fit(height: number): Promise<void> {
    const track = this.#track;
    if (this.kind !== 'camera' || track?.readyState !== 'live' || track.getSettings().height === height) return;
    try {
      await track.applyConstraints(cameraConstraints(height));
    } catch {
      // What is only wished for (`ideal`) is refused by a device that went away, which `ended` tells, or that cannot.
    }
  }

  /** Uses the page's own track (`null`: none any more); a device of ours is closed for it. */
  usePageTrack(track: MediaStreamTrack | null): void {
    this.#pageTrack?.removeEventListener('ended', this.#handleEnded);
    this.#pageTrack = track ?? undefined;
    track?.addEventListener('ended', this.#handleEnded);
    if (track) this.#stop();
    else this.#isOn &&= this.#track !== undefined;
    this.onChange();
  }

  /** Closes what we opened and forgets every wish; the page's track stays its own. */
  release(): void {
    this.#wish += 1;
    this.#isOn = false;
    this.#stop();
    this.onChange();
  }

  #stop(): void {
    this.#track?.removeEventListener('ended', this.#handleEnded);
    this.#track?.stop();
    this.#track = undefined;
  }

  // Fires only when the device went away: `stop()` of ours is silent.
  readonly #handleEnded = (): void => {
    this.#isOn = false;
    if (!this.#pageTrack) this.#stop();
    this.onChange();
    this.onEnded();
  };
}
