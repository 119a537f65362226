import { svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { drawn } from '../shared/icons.js';

/** Of the family of the others: 24 grid, 1.75 stroke, round. */
const SHAPES = {
  send: svg`<path d="M12 19.5v-14M5.75 11.25 12 5l6.25 6.25"/>`,
  copy: svg`<rect x="8.5" y="8.5" width="11.5" height="11.5" rx="2.5"/><path d="M5.5 15.5A1.75 1.75 0 0 1 4 13.75V6.5A2.5 2.5 0 0 1 6.5 4h7.25a1.75 1.75 0 0 1 1.75 1.5"/>`,
  clip: svg`<path d="m19.5 11.25-7.6 7.6a4.75 4.75 0 0 1-6.7-6.7l7.6-7.6a3.15 3.15 0 0 1 4.45 4.45l-7.5 7.5a1.6 1.6 0 0 1-2.25-2.25l6.9-6.9"/>`,
  file: svg`<path d="M13.5 3.25H7.25a2 2 0 0 0-2 2v13.5a2 2 0 0 0 2 2h9.5a2 2 0 0 0 2-2V8.5l-5.25-5.25ZM13.5 3.25V8.5h5.25"/>`,
  down: svg`<path d="M12 4.5v14M5.75 12.75 12 19l6.25-6.25"/>`,
  lock: svg`<rect x="5" y="10.5" width="14" height="9.5" rx="2.5"/><path d="M8.25 10.5V8a3.75 3.75 0 0 1 7.5 0v2.5"/>`,
} as const satisfies Record<string, SVGTemplateResult>;

/** A picture of the chat. */
export const chatIcon = (name: keyof typeof SHAPES, off = false): TemplateResult => drawn(SHAPES[name], off);
