import { html, nothing, type TemplateResult } from 'lit';
import type { FirstStrings } from '../../locales/first/en.js';
import { icon } from './icons.js';

/** A field for a passphrase. */
export interface Secret {
  readonly id: string;
  /** Whether it can be read. */
  readonly isShown: boolean;
  readonly onToggle: () => void;
  /** Ids of what says more about it. */
  readonly describedBy: string;
  readonly isInvalid?: boolean;
}

/** The field, and the button that shows what stands in it. What is written is kept nowhere but there. */
export const secretField = (
  { id, isShown, onToggle, describedBy, isInvalid = false }: Secret,
  words: FirstStrings,
): TemplateResult =>
  html`<div class="field">
    <input
      id=${id}
      type=${isShown ? 'text' : 'password'}
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      aria-describedby=${describedBy}
      aria-invalid=${isInvalid ? 'true' : nothing}
    />
    <button
      type="button"
      part="button"
      class="small"
      aria-label=${words.showPassphrase}
      aria-pressed=${isShown ? 'true' : 'false'}
      @click=${onToggle}
    >
      ${icon('eye', isShown)}
    </button>
  </div>`;
