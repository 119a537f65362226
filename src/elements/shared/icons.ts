import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

// One family: 24 grid, 1.75 stroke, round. The slash of the off states is drawn twice, first in the
// colour of what lies below, so that it stands clear of the shape.
const SHAPES = {
  microphone: svg`<rect x="9" y="3" width="6" height="11" rx="3"/><path d="M5.5 11.25a6.5 6.5 0 0 0 13 0M12 17.75V21"/>`,
  camera: svg`<rect x="2.75" y="6" width="12.5" height="12" rx="3"/><path d="m15.25 10.6 5.1-2.9c.4-.25.9.05.9.5v7.6c0 .45-.5.75-.9.5l-5.1-2.9"/>`,
  leave: svg`<path d="M2.9 13.4c5.1-4.9 13.1-4.9 18.2 0 .5.5.5 1.3.1 1.8l-1.3 1.6c-.4.5-1.1.6-1.7.3l-2.3-1.4a1.4 1.4 0 0 1-.7-1.2v-1.7a11.4 11.4 0 0 0-6.4 0v1.7c0 .5-.3 1-.7 1.2l-2.3 1.4c-.6.3-1.3.2-1.7-.3l-1.3-1.6c-.4-.5-.4-1.3.1-1.8Z"/>`,
  sound: svg`<path d="M4 9.5v5h3.2l4.8 4v-13l-4.8 4H4ZM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.8 7.8 0 0 1 0 11"/>`,
  close: svg`<path d="m6.5 6.5 11 11M17.5 6.5l-11 11"/>`,
  alert: svg`<path d="M12 3.75 2.9 19.1c-.2.4 0 .9.5.9h17.2c.5 0 .7-.5.5-.9L12 3.75ZM12 10v4.25M12 17.1v.05"/>`,
  person: svg`<circle cx="12" cy="8.25" r="4.25"/><path d="M4.25 20.5a7.75 7.75 0 0 1 15.5 0"/>`,
  pin: svg`<path d="M8.75 3.75h6.5M9.75 3.75v5.5l-2.9 3.4c-.5.6-.1 1.6.7 1.6h8.9c.8 0 1.2-1 .7-1.6l-2.9-3.4v-5.5M12 14.25v6"/>`,
  chevron: svg`<path d="m6.75 9.5 5.25 5.25L17.25 9.5"/>`,
  more: svg`<path d="M12 5.25v.02M12 12v.02M12 18.75v.02" stroke-width="2.75"/>`,
  screen: svg`<rect x="2.75" y="4" width="18.5" height="12.75" rx="2.5"/><path d="M8.5 20.5h7M12 13.25v-5.5M9.4 10.1 12 7.5l2.6 2.6"/>`,
  hand: svg`<path d="M7.5 13V6.4a1.4 1.4 0 0 1 2.8 0V11M10.3 10.5V4.4a1.4 1.4 0 0 1 2.8 0v6.1M13.1 10.9V5.6a1.4 1.4 0 0 1 2.8 0v6.2M15.9 11.5V8.4a1.35 1.35 0 0 1 2.7 0v6a6.4 6.4 0 0 1-6.4 6.6c-2.5 0-4-.9-5.3-2.9l-2.6-4.1c-.9-1.5 1-2.8 2.1-1.5L7.5 14"/>`,
  signal: svg`<path d="M5 19v-3.5M12 19v-8M19 19V5.5"/>`,
  dots: svg`<path d="M5.25 12h.02M12 12h.02M18.75 12h.02" stroke-width="2.75"/>`,
  people: svg`<circle cx="9" cy="8.5" r="3.5"/><path d="M2.75 19.5a6.25 6.25 0 0 1 12.5 0M15.75 5.3a3.5 3.5 0 0 1 0 6.4M18 14.2a6.2 6.2 0 0 1 3.25 5.3"/>`,
  chat: svg`<path d="M12 4c-5 0-9 3.3-9 7.5 0 2.2 1.1 4.1 2.9 5.5L5.2 20.5l3.9-1.8c.9.2 1.9.3 2.9.3 5 0 9-3.3 9-7.5S17 4 12 4Z"/>`,
  smile: svg`<circle cx="12" cy="12" r="8.75"/><path d="M8.25 14.25c.9 1.3 2.2 2 3.75 2s2.85-.7 3.75-2M9 9.5v.6M15 9.5v.6"/>`,
  eye: svg`<path d="M2.75 12C4.6 8.2 8 6 12 6s7.4 2.2 9.25 6c-1.85 3.8-5.25 6-9.25 6s-7.4-2.2-9.25-6Z"/><circle cx="12" cy="12" r="2.75"/>`,
} as const satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof SHAPES;

const SLASH = svg`<path class="cut" d="m5.2 2.8 16 16"/><path d="m3.75 3.75 16.5 16.5"/>`;

/** A picture beside words: hidden from assistive technology, coloured by the text around it. */
export const icon = (name: IconName, off = false): TemplateResult => drawn(SHAPES[name], off);

/** A shape as such a picture. */
export const drawn = (shape: SVGTemplateResult, off: boolean): TemplateResult =>
  html`<svg
    class="icon"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${shape}${off ? SLASH : nothing}
  </svg>`;
