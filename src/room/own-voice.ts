import { LevelMeter } from '../media/level-meter.js';
import type { RoomStore } from './room-store.js';
import { SpeechGate } from './speech.js';

/** How loud our own microphone is, and whether we speak: only while it is on. */
export class OwnVoice {
  #gate = new SpeechGate();
  readonly #meter: LevelMeter;

  /** `onLook`: whether there was any sound at all, time and again while there is something to listen to. */
  constructor(
    private readonly store: RoomStore,
    onLook: (hasSound: boolean) => void,
  ) {
    this.#meter = new LevelMeter(
      (level) => {
        store.$level.set(Math.round(level * 100) / 100); // Finer than any meter shows.
        store.$speaking.set(this.#gate.hear(level, performance.now()));
      },
      onLook,
      () => store.$level.lc,
    );
  }

  /** Listens to `track` from now on; `undefined` while the microphone is off. */
  hear(track: MediaStreamTrack | undefined): void {
    this.#meter.measure(track);
    if (track) return;
    this.#gate = new SpeechGate();
    this.store.$speaking.set(false);
  }
}
