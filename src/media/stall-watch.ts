import type { LocalDevice } from './local-device.js';

/** Milliseconds for which a device that is on may give nothing. */
const LONG = 5_000;
/** Milliseconds after which it is forgotten that it was opened anew, if it gives; and that it is wanted, if it gives nothing. */
const FORGOTTEN = 60_000;
/** Milliseconds that count between two looks at most, without and with signs of life: what a late timer did not see it does not know. */
const QUIET = 600;
const WELL = 1_100;

/** Finds a device of ours that is open and on and gives nothing: it is opened anew once, and told when that does not help. */
export class StallWatch {
  #track: MediaStreamTrack | undefined;
  #quiet = 0;
  #gave = 0;
  #lookedAt = 0;
  /** `deviceId` of the device that was opened anew last: a second time is no use. */
  #renewed: string | undefined;
  #isRenewing = false;

  constructor(
    private readonly device: LocalDevice,
    private readonly renew: () => void,
    private readonly onStall: () => void,
    /** For a camera that looks as if it was off: its picture must not go on the air when nobody thinks of it any more. */
    private readonly turnOff: () => void,
  ) {}

  /** One look, at `now` (ms): whether a frame, or a sample that is not 0, came since the last one. */
  look(gives: boolean, now: number): void {
    const { own: track, deviceId = '', kind } = this.device;
    const passed = Math.min(gives ? WELL : QUIET, now - this.#lookedAt);
    this.#lookedAt = now;
    if (!track) return;
    if (track !== this.#track) {
      this.#quiet = this.#gave = 0;
      // What came of it counts as opened anew, by whatever id it goes now.
      if (this.#isRenewing) this.#renewed = deviceId;
      this.#isRenewing = false;
    }
    this.#track = track;
    if (gives) {
      // What takes noise away may leave nothing at all: a microphone that was heard once is not judged any more.
      this.#quiet = kind === 'microphone' ? Number.NEGATIVE_INFINITY : 0;
      if ((this.#gave += passed) >= FORGOTTEN) this.#renewed = undefined;
      this.device.setStalled(false);
      return;
    }
    this.#gave = 0;
    this.#quiet += passed;
    if (this.device.isStalled) {
      if (kind === 'camera' && this.#quiet >= FORGOTTEN) this.turnOff();
    } else if (this.#quiet >= LONG) {
      this.#quiet = 0;
      if (this.#renewed === deviceId) this.onStall();
      else this.renew();
      this.#isRenewing = this.#renewed !== deviceId;
      this.#renewed = deviceId;
    }
  }
}
