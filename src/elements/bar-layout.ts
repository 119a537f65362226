import type { ControlName } from '../room/types.js';

/** What can stand in the bar itself; all else is under "more". */
export type BarControl = Exclude<ControlName, 'devices' | 'layout' | 'invite'>;

/** `xs`: to be heard and to leave. `sm`: a phone's. `md`: all. */
export type BarSize = 'xs' | 'sm' | 'md';

/** CSS pixels of the bar's width, for buttons of 44. */
const SMALL = 600;
const TINY = 320;
/** Below this, for the camera there is no room either. */
const TINIEST = 200;

const BARS: Readonly<Record<BarSize, readonly BarControl[]>> = {
  xs: ['microphone', 'camera', 'leave'],
  sm: ['microphone', 'camera', 'hand', 'people', 'leave'],
  md: ['microphone', 'camera', 'screen', 'hand', 'reactions', 'people', 'leave'],
};

/** How much room a bar `width` wide has for buttons of `control` (both CSS pixels). */
export const barSize = (width: number, control = 44): BarSize => {
  const room = (width * 44) / control;
  return room < TINY ? 'xs' : room < SMALL ? 'sm' : 'md';
};

/** Which of the controls that are `offered` stand in a bar `width` wide; the others go under "more". */
export const inBar = (width: number, offered: ReadonlySet<ControlName>, control = 44): ReadonlySet<BarControl> => {
  const bar = BARS[barSize(width, control)].filter((name) => offered.has(name));
  const isTiniest = (width * 44) / control < TINIEST && offered.has('microphone');
  return new Set(isTiniest ? bar.filter((name) => name !== 'camera') : bar);
};
