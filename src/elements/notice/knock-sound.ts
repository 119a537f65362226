import { canChooseOutput } from '../../media/devices.js';
import type { RoomStore } from '../../room/room-store.js';
import { chime } from '../shared/chime.js';

/** G and C above middle C, in Hz, and when each begins, in seconds: a knock, not an alarm. */
const NOTES = [
  [392, 0],
  [523.25, 0.16],
] as const;
/** 0…1, of a sound that is quiet already. */
const LOUDNESS = 0.5;
/** Milliseconds in which several who come at once are one sound. */
const GAP = 3_000;

/** A quiet sound for who knocks. */
export class KnockSound {
  #last = Number.NEGATIVE_INFINITY;

  /** As loud as people are, by the speakers of choice. A browser that plays none, or not yet, loses nothing: the line says it too. */
  play(volume: number, store: Pick<RoomStore, '$chosenDevices'>): void {
    if (performance.now() - this.#last < GAP || volume === 0) return;
    this.#last = performance.now();
    const audio = new Audio(URL.createObjectURL(chime(NOTES)));
    const release = (): void => URL.revokeObjectURL(audio.src);
    audio.addEventListener('ended', release);
    audio.addEventListener('error', release);
    audio.volume = LOUDNESS * volume;
    const speakers = canChooseOutput() ? audio.setSinkId(store.$chosenDevices.get().audiooutput ?? '') : undefined;
    void Promise.resolve(speakers)
      .then(() => audio.play())
      .catch(release);
  }
}
