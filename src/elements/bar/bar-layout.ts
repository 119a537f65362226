import type { ControlName } from '../../room/types.js';

/** What can stand in the bar itself; all else is under "more". */
export type BarControl = Exclude<ControlName, 'devices' | 'layout' | 'invite' | 'safety'>;

/** `xs`: to be heard and to leave. `sm`: a phone's. `md`: all. */
export type BarSize = 'xs' | 'sm' | 'md';

/** CSS pixels of the bar's width, for buttons of 44. */
const SMALL = 600;
const TINY = 320;

/** Each with the width from which it stands in the bar, in the order of standing there. */
const BARS: Readonly<Record<BarSize, readonly (readonly [BarControl, number])[]>> = {
  xs: [
    ['microphone', 0],
    ['camera', 225],
    ['leave', 0],
  ],
  sm: [
    ['microphone', 0],
    ['camera', 0],
    ['hand', 0],
    ['people', 400],
    ['chat', 345],
    ['leave', 0],
  ],
  md: [
    ['microphone', 0],
    ['camera', 0],
    ['screen', 0],
    ['hand', 0],
    ['reactions', 680],
    ['people', 0],
    ['chat', 0],
    ['leave', 0],
  ],
};

const roomOf = (width: number, control: number): number => (width * 44) / control;

/** How much room a bar `width` wide has for buttons of `control` (both CSS pixels). */
export const barSize = (width: number, control = 44): BarSize => {
  const room = roomOf(width, control);
  return room < TINY ? 'xs' : room < SMALL ? 'sm' : 'md';
};

/** Which of the controls that are `offered` stand in a bar `width` wide; the others go under "more". */
export const inBar = (width: number, offered: ReadonlySet<ControlName>, control = 44): ReadonlySet<BarControl> => {
  const room = roomOf(width, control);
  const bar = BARS[barSize(width, control)].filter(([name, least]) => offered.has(name) && room >= least);
  return new Set(bar.map(([name]) => name));
};
