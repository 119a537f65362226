import { isRecord } from './shape.js';

/** Lines of pictures, as they are asked for and sent: a box that grows a little changes nothing. */
export const HEIGHTS = [120, 180, 270, 360, 540, 720, 1080] as const;
/** One of them, or 0 for a picture that nobody sees. */
export type Height = 0 | (typeof HEIGHTS)[number];
const HIGHEST = 1080;

/** How high somebody's pictures are shown, in device pixels: told to them, so that they send no more. */
export interface Shown {
  readonly camera: Height;
  readonly screen: Height;
}

export const UNSEEN: Shown = { camera: 0, screen: 0 };

/** By how much a face may be drawn larger than it came: by a third nobody sees it. */
const STRETCH = 4 / 3;
/** How far a box grows or shrinks past a step's own limit before another one is asked for. */
const SLACK = 1.08;

const fitting = (pixels: number): Height => HEIGHTS.find((height) => height * STRETCH >= pixels) ?? HIGHEST;

/** The height to ask for, for a box of so many device pixels; `last`, which was asked for, as long as it will do. */
export const heightFor = (pixels: number, last: Height = 0): Height => {
  if (!(pixels > 0)) return 0;
  const willDo = last >= fitting(pixels / SLACK) && last <= fitting(pixels * SLACK);
  return willDo ? last : fitting(pixels);
};

/** A number of the wire: any that is none of ours counts as the next higher one. */
const readHeight = (value: unknown): Height | undefined => {
  if (typeof value !== 'number' || !(value >= 0)) return undefined;
  return value === 0 ? 0 : (HEIGHTS.find((height) => height >= value) ?? HIGHEST);
};

/** `undefined` unless both pictures are told of. */
export const readShown = (value: unknown): Shown | undefined => {
  if (!isRecord(value)) return undefined;
  const [camera, screen] = [readHeight(value['camera']), readHeight(value['screen'])];
  return camera === undefined || screen === undefined ? undefined : { camera, screen };
};

export const isSameShown = (a: Shown | undefined, b: Shown | undefined): boolean =>
  a?.camera === b?.camera && a?.screen === b?.screen;
