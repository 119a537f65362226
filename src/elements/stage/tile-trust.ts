import { html } from 'lit';
import { whole } from '../../locales/en.js';
import { menuIcon } from '../shared/menu-icons.js';
import { trustText } from '../shared/trust-text.js';
import type { TileTrust } from './late-trust.js';

/** A small shield, and the words of a refusal. */
export const tileTrust: TileTrust = {
  mark: (words) => {
    const { comma, verified } = whole(words);
    return html`<span class="proof">${menuIcon('verified')}</span
      ><span class="visually-hidden">${comma}${verified}</span>`;
  },
  refusal: (peer, words) => trustText(peer, whole(words)),
};
