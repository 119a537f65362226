/** How somebody sounds now: loudness 0…1, and whether that is speech. */
export interface Voice {
  readonly loudness: number;
  readonly isSpeaking: boolean;
}

interface Score {
  /** Averages over about a third of a second, and over about two seconds. */
  readonly medium: number;
  readonly long: number;
}

const MEDIUM = 300;
const LONG = 2_000;
/** By how much (of 60 dB) somebody must be louder than the speaker over the middle time to take over. */
const MARGIN = 0.08;
/** Milliseconds that a speaker stays, whatever the others do. */
const HOLD = 1_000;
/** Milliseconds after which nobody is the speaker, when nobody speaks. */
const SILENCE = 3_000;

const approach = (last: number, value: number, elapsed: number, time: number): number =>
  last + (value - last) * (1 - Math.exp(-elapsed / time));

/**
 * Who holds the floor, without flicker. After Volfin and Cohen, "Dominant speaker identification for multipoint
 * videoconferencing" (Computer Speech & Language 27, 2013): somebody takes over only by being louder than the speaker
 * over a short, a middle and a long time at once, so that a cough does not; simplified to averages of loudness.
 */
export class ActiveSpeaker {
  #id: string | undefined;
  readonly #scores = new Map<string, Score>();
  #last: number | undefined;
  #changedAt = Number.NEGATIVE_INFINITY;
  #heardAt = Number.NEGATIVE_INFINITY;

  /** Everybody's voice at `now` (ms); returns the id of whoever holds the floor. */
  hear(voices: ReadonlyMap<string, Voice>, now: number): string | undefined {
    this.#score(voices, now);
    if (this.#id !== undefined && !voices.has(this.#id)) this.#change(undefined, now);
    const current = this.#id === undefined ? undefined : voices.get(this.#id);
    if (current?.isSpeaking) this.#heardAt = now;
    const next = this.#loudest(voices);
    if (next !== undefined && next !== this.#id && this.#takesOver(next, voices, now)) this.#change(next, now);
    else if (next === undefined && now - this.#heardAt >= SILENCE) this.#change(undefined, now);
    return this.#id;
  }

  #score(voices: ReadonlyMap<string, Voice>, now: number): void {
    const elapsed = now - (this.#last ?? now);
    this.#last = now;
    for (const id of this.#scores.keys()) if (!voices.has(id)) this.#scores.delete(id);
    for (const [id, { loudness }] of voices) {
      const { medium, long } = this.#scores.get(id) ?? { medium: 0, long: 0 };
      this.#scores.set(id, {
        medium: approach(medium, loudness, elapsed, MEDIUM),
        long: approach(long, loudness, elapsed, LONG),
      });
    }
  }

  #of(id: string): Score {
    return this.#scores.get(id) ?? { medium: 0, long: 0 };
  }

  #loudest(voices: ReadonlyMap<string, Voice>): string | undefined {
    const speaking = [...voices].flatMap(([id, { isSpeaking }]) => (isSpeaking ? [id] : []));
    return speaking.sort((a, b) => this.#of(b).medium - this.#of(a).medium)[0];
  }

  #takesOver(id: string, voices: ReadonlyMap<string, Voice>, now: number): boolean {
    const holder = this.#id === undefined ? undefined : voices.get(this.#id);
    if (this.#id === undefined || !holder) return true;
    if (now - this.#changedAt < HOLD) return false;
    if (!holder.isSpeaking) return true;
    const [mine, theirs] = [this.#of(id), this.#of(this.#id)];
    const isLouderNow = (voices.get(id)?.loudness ?? 0) > holder.loudness;
    return isLouderNow && mine.medium > theirs.medium + MARGIN && mine.long > theirs.long;
  }

  #change(id: string | undefined, now: number): void {
    this.#id = id;
    this.#changedAt = now;
    this.#heardAt = now;
  }
}
