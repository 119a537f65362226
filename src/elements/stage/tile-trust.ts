import { html, nothing, type TemplateResult } from 'lit';
import { whole } from '../../locales/en.js';
import { menuIcon, type MenuIconName } from '../shared/menu-icons.js';
import { trustText } from '../shared/trust-text.js';
import type { TileTrust } from './late-trust.js';

const mark = (name: MenuIconName, comma: string, words: string): TemplateResult =>
  html`<span class="proof" title=${words}>${menuIcon(name)}</span><span class="visually-hidden">${comma}${words}</span>`;

/** A small shield, a star for hosts, and the words of a refusal. */
export const tileTrust: TileTrust = {
  marks: ({ role, verified }, words) => {
    const { comma, host, verified: isVerified } = whole(words);
    return html`${role === 'host' ? mark('star', comma, host) : nothing}${verified ? mark('verified', comma, isVerified) : nothing}`;
  },
  refusal: (peer, words) => trustText(peer, whole(words)),
};
