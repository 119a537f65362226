import { svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { drawn, icon, type IconName } from './icons.js';

/** Of the same family: the pictures of what comes later. */
const SHAPES = {
  link: svg`<path d="M10.5 13.5a4 4 0 0 0 5.7 0l3.1-3.1a4 4 0 0 0-5.7-5.7l-1.1 1.1M13.5 10.5a4 4 0 0 0-5.7 0l-3.1 3.1a4 4 0 0 0 5.7 5.7l1.1-1.1"/>`,
  expand: svg`<path d="M4 9V5.5A1.5 1.5 0 0 1 5.5 4H9M15 4h3.5A1.5 1.5 0 0 1 20 5.5V9M20 15v3.5a1.5 1.5 0 0 1-1.5 1.5H15M9 20H5.5A1.5 1.5 0 0 1 4 18.5V15"/>`,
  pip: svg`<path d="M10 18H5.25a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2h13.5a2 2 0 0 1 2 2v2.5"/><rect x="12.5" y="12.5" width="8.75" height="6.5" rx="1.5"/>`,
  layout: svg`<rect x="3.25" y="4.25" width="17.5" height="15.5" rx="2.5"/><path d="M3.25 14.25h17.5M9 14.25v5.5M15 14.25v5.5"/>`,
  grid: svg`<rect x="3.75" y="3.75" width="7" height="7" rx="1.75"/><rect x="13.25" y="3.75" width="7" height="7" rx="1.75"/><rect x="3.75" y="13.25" width="7" height="7" rx="1.75"/><rect x="13.25" y="13.25" width="7" height="7" rx="1.75"/>`,
  auto: svg`<path d="M12 3.5v4M12 16.5v4M3.5 12h4M16.5 12h4M6 6l2.75 2.75M15.25 15.25 18 18M18 6l-2.75 2.75M8.75 15.25 6 18"/>`,
  keyboard: svg`<rect x="2.75" y="6" width="18.5" height="12" rx="2.5"/><path d="M6.5 9.75v.02M10.15 9.75v.02M13.8 9.75v.02M17.5 9.75v.02M6.5 14.25v.02M17.5 14.25v.02M10 14.25h4"/>`,
  check: svg`<path d="m5.5 12.75 4.25 4.25L18.5 7.5"/>`,
  flip: svg`<path d="M4.5 10.5A7.75 7.75 0 0 1 18.4 7.6M19.5 13.5A7.75 7.75 0 0 1 5.6 16.4M18.75 3.75v4h-4M5.25 20.25v-4h4"/><circle cx="12" cy="12" r="2.25"/>`,
  mirror: svg`<path d="M12 3.5v17M8.75 7v10L3.25 17 8.75 7ZM15.25 7v10l5.5 0-5.5-10Z"/>`,
  shield: svg`<path d="M12 3.25 5 5.9v5.35c0 4.3 2.9 7.5 7 9.5 4.1-2 7-5.2 7-9.5V5.9l-7-2.65Z"/>`,
  verified: svg`<path d="M12 3.25 5 5.9v5.35c0 4.3 2.9 7.5 7 9.5 4.1-2 7-5.2 7-9.5V5.9l-7-2.65Z" fill="currentColor"/><path class="cut" d="m8.7 11.9 2.35 2.35 4.3-4.6"/>`,
  star: svg`<path d="m12 3.9 2.5 5.1 5.6.8-4 3.9.9 5.6-5-2.6-5 2.6.9-5.6-4-3.9 5.6-.8L12 3.9Z" fill="currentColor"/>`,
  lock: svg`<rect x="5" y="10.5" width="14" height="10" rx="2.5"/><path d="M8 10.5V7.75a4 4 0 0 1 8 0v2.75"/>`,
  door: svg`<path d="M14 4.5h3.5a1.5 1.5 0 0 1 1.5 1.5v12a1.5 1.5 0 0 1-1.5 1.5H14M4.5 12h9.75M10.5 8.25 14.25 12l-3.75 3.75"/>`,
  back: svg`<path d="m14.5 6-6 6 6 6"/>`,
} as const satisfies Record<string, SVGTemplateResult>;

export type MenuIconName = IconName | keyof typeof SHAPES;

const isOwn = (name: MenuIconName): name is keyof typeof SHAPES => name in SHAPES;

/** A picture in a menu. */
export const menuIcon = (name: MenuIconName, off = false): TemplateResult =>
  isOwn(name) ? drawn(SHAPES[name], off) : icon(name, off);
