import { html, nothing, type TemplateResult } from 'lit';
import type { Strings } from '../../locales/en.js';
import type { MovableElement } from '../shared/movable-element.js';
import { RequestEvent } from '../shared/request-event.js';
import { secretField } from '../shared/secret-field.js';

/** Asks for the passphrase that messages by way of the server are sealed under. It is kept nowhere here. */
export class PassphraseField {
  #isOpen = false;
  #isShown = false;

  constructor(private readonly host: MovableElement) {}

  show(): void {
    this.#isOpen = true;
    this.#isShown = false;
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => this.#input?.focus());
  }

  get #input(): HTMLInputElement | null {
    return this.host.renderRoot.querySelector('.secret input');
  }

  #close(): void {
    this.#isOpen = false;
    this.host.requestUpdate();
    this.host.focus();
  }

  #set(passphrase: string): void {
    this.host.dispatchEvent(new RequestEvent('set-chat-passphrase', undefined, passphrase));
    this.#close();
  }

  readonly #handleSubmit = (event: Event): void => {
    event.preventDefault();
    const passphrase = this.#input?.value ?? '';
    if (passphrase !== '') this.#set(passphrase);
    else this.#input?.focus();
  };

  readonly #handleKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault(); // the panel stays
    this.#close();
  };

  /** `has`: whether there is one already. */
  render(has: boolean, words: Strings): TemplateResult | typeof nothing {
    if (!this.#isOpen) return nothing;
    const toggle = (): void => {
      this.#isShown = !this.#isShown;
      this.host.requestUpdate();
    };
    return html`<form class="secret" @submit=${this.#handleSubmit} @keydown=${this.#handleKeyDown}>
      <label for="secret">${words.passphrase}</label>
      ${secretField({ id: 'secret', isShown: this.#isShown, onToggle: toggle, describedBy: 'secret-hint' }, words)}
      <p id="secret-hint">${words.passphraseHint}</p>
      <div class="acts">
        <button type="submit" part="button" class="wide primary">${words.save}</button>
        <button type="button" part="button" class="wide" @click=${() => this.#close()}>${words.cancel}</button>
        ${
          has
            ? html`<button type="button" part="button" class="link" @click=${() => this.#set('')}>
                ${words.removePassphrase}
              </button>`
            : nothing
        }
      </div>
    </form>`;
  }
}
