/** Loudness (0…1 over 60 dB) from which a voice is taken for speech: 38 dB below full scale. */
const OPEN = 0.37;
/** Loudness below which it is a pause: 46 dB below full scale. */
const CLOSE = 0.23;
/** Milliseconds: a click opens nothing, and a pause between words closes nothing. */
const ATTACK = 150;
const HANGOVER = 700;

/**
 * Whether somebody speaks, from how loud they are time and again: two thresholds and a hangover, as voice activity
 * detectors have them (ETSI EN 301 708); the numbers are ours.
 */
export class SpeechGate {
  #isOpen = false;
  /** Since when it is loud enough to open, or too quiet to stay open; ms. */
  #since: number | undefined;

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** `loudness` at `now` (ms); returns whether somebody speaks. */
  hear(loudness: number, now: number): boolean {
    const turns = this.#isOpen ? loudness < CLOSE : loudness >= OPEN;
    if (!turns) this.#since = undefined;
    else {
      this.#since ??= now;
      if (now - this.#since >= (this.#isOpen ? HANGOVER : ATTACK)) {
        this.#isOpen = !this.#isOpen;
        this.#since = undefined;
      }
    }
    return this.#isOpen;
  }
}
