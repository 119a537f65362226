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
  link: svg`<path d="M10.5 13.5a4 4 0 0 0 5.7 0l3.1-3.1a4 4 0 0 0-5.7-5.7l-1.1 1.1M13.5 10.5a4 4 0 0 0-5.7 0l-3.1 3.1a4 4 0 0 0 5.7 5.7l1.1-1.1"/>`,
} as const satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof SHAPES;

const SLASH = svg`<path class="cut" d="m5.2 2.8 16 16"/><path d="m3.75 3.75 16.5 16.5"/>`;

/** A picture beside words: hidden from assistive technology, coloured by the text around it. */
export const icon = (name: IconName, off = false): TemplateResult =>
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
    ${SHAPES[name]}${off ? SLASH : nothing}
  </svg>`;
