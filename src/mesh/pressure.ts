/** How a pressure is answered. Times are milliseconds. */
export interface Patience {
  /** For how long it must last until a level more is given way. */
  readonly hold: number;
  /** For how long it must be gone until a level is taken back. */
  readonly calm: number;
  readonly most: number;
}

/** How far something has given way to a pressure, and what the next step hangs on. */
export interface Pressure {
  readonly level: number;
  readonly isPressed: boolean;
  /** Since when it is pressed, or is not, or the level is what it is. */
  readonly since: number;
  /** What is waited for now until a level is taken back: longer each time that this was too soon. */
  readonly calm: number;
  readonly easedAt: number;
}

export const NO_PRESSURE: Pressure = {
  level: 0,
  isPressed: false,
  since: 0,
  calm: 0,
  easedAt: Number.NEGATIVE_INFINITY,
};

/** Milliseconds after a level was taken back in which a pressure is its doing. */
const RELAPSE = 60_000;
const LONGEST = 300_000;

/** The next state, at `now` (ms): gives way soon, takes back late, and later each time that it has to give way again. */
export const press = (before: Pressure, isPressed: boolean, now: number, { hold, calm, most }: Patience): Pressure => {
  if (before.isPressed !== isPressed) return { ...before, isPressed, since: now };
  const lasted = now - before.since;
  const waits = Math.max(calm, before.calm);
  if (isPressed && lasted >= hold && before.level < most) {
    const isRelapse = now - before.easedAt < RELAPSE;
    const longer = isRelapse ? Math.min(LONGEST, 2 * waits) : waits;
    return { ...before, level: before.level + 1, since: now, calm: longer, easedAt: Number.NEGATIVE_INFINITY };
  }
  if (!isPressed && lasted >= waits && before.level > 0) {
    return { ...before, level: before.level - 1, since: now, calm: waits, easedAt: now };
  }
  return !isPressed && before.level === 0 && lasted >= LONGEST ? { ...before, calm } : before;
};
