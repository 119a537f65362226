import { html, nothing, type TemplateResult } from 'lit';
import { whole } from '../../locales/en.js';
import type { FirstStrings } from '../../locales/first/en.js';
import { loadWordList } from '../../locales/load.js';
import { copyText } from '../shared/clipboard.js';
import { ownColours, type MovableElement } from '../shared/movable-element.js';
import { randomWords } from './random-words.js';
import { suggestionStyles } from './suggested-passphrase.styles.js';

const sheet = ownColours(suggestionStyles);

/** Four words that nobody guesses, for who has agreed on nothing yet. They go nowhere by themselves, nor into the link. */
export class SuggestedPassphrase {
  #words = '';
  /** How the last thing that was asked for went. */
  #told: 'copied' | 'notCopied' | 'missing' | undefined;

  constructor(
    private readonly host: MovableElement,
    private readonly fill: (passphrase: string) => void,
  ) {
    host.wear(sheet);
  }

  readonly #suggest = async (): Promise<void> => {
    try {
      this.#words = randomWords(await loadWordList());
      this.#told = undefined;
      this.fill(this.#words);
    } catch {
      this.#tell('missing'); // a file that does not come; the next press tries again
    }
  };

  readonly #copy = async (): Promise<void> => {
    this.#told = undefined;
    this.#tell((await copyText(this.#words)) ? 'copied' : 'notCopied');
  };

  #tell(told: 'copied' | 'notCopied' | 'missing'): void {
    this.#told = told;
    this.host.requestUpdate();
  }

  render(table: FirstStrings): TemplateResult {
    const words = whole(table);
    const said = {
      copied: words.messageCopied,
      notCopied: words.notCopied,
      missing: words.choiceMissing,
      none: this.#words === '' ? '' : words.passphraseElsewhere,
    }[this.#told ?? 'none'];
    return html`<div class="suggest">
        <button type="button" part="button" @click=${this.#suggest}>${words.suggestWords}</button>
        ${
          this.#words === ''
            ? nothing
            : html`<button type="button" part="button" @click=${this.#copy}>${words.copyPassphrase}</button>`
        }
      </div>
      <p role="status">${said}</p>`;
  }
}
