/** The side of a phone that a camera is on: at the person's face, or away from it. */
export type Facing = 'user' | 'environment';

export const isFacing = (value: unknown): value is Facing => value === 'user' || value === 'environment';

/** The side that an open camera is on, as far as the browser tells. */
export const facingOf = (track: MediaStreamTrack): Facing | undefined => {
  const { facingMode } = track.getSettings();
  return isFacing(facingMode) ? facingMode : undefined;
};
