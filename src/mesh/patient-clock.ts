/** Milliseconds that count between two looks at most: a machine that is too busy to look is too busy to check. */
const LOOK = 1_100;
/** Milliseconds between two looks, and that one takes, beyond which the machine is late: looks are due every second. */
const LATE = { gap: 1_600, look: 400 };
/** What a second counts then: a wait is still over some time. Both cores of a laptop busy with 8 voices: 0.2 to 3 s a look. */
const SHARE = 1 / 3;

/** A time as it was read, and as it counts for a wait. */
export interface Moment {
  readonly at: number;
  readonly counted: number;
}

/** Counts a wait for what the machine has to do itself: a machine that is late must not be taken for a path that is dead. */
export class PatientClock {
  #counted = 0;

  /** Times are ms of the clock; the first look is at `now`. */
  constructor(private lookedAt: number) {}

  moment(now: number): Moment {
    return { at: now, counted: this.#counted + this.#share(now) };
  }

  /** Somebody looked, which took `took` ms; the ms that count since the last time. */
  look(now: number, took: number): number {
    const isLate = now - this.lookedAt > LATE.gap || took > LATE.look;
    const passed = this.#share(now) * (isLate ? SHARE : 1);
    this.#counted += passed;
    this.lookedAt = now;
    return passed;
  }

  #share(now: number): number {
    return Math.min(now - this.lookedAt, LOOK);
  }
}
