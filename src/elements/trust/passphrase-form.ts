import { html, nothing, type TemplateResult } from 'lit';
import type { Strings } from '../../locales/en.js';
import type { RoomStore } from '../../room/room-store.js';
import type { MovableElement } from '../shared/movable-element.js';
import { RequestEvent } from '../shared/request-event.js';
import { secretField } from '../shared/secret-field.js';
import { othersIn } from './standing.js';

/** Asks for the passphrase in a call, once somebody has one that one lacks or misspelt. It is kept nowhere here. */
export class PassphraseForm {
  #isShown = false;

  constructor(private readonly host: MovableElement) {}

  get #input(): HTMLInputElement | null {
    return this.host.renderRoot.querySelector('.secret input');
  }

  readonly #handleSubmit = (event: Event): void => {
    event.preventDefault();
    const input = this.#input;
    if (!input || input.value.trim() === '') return input?.focus();
    this.host.dispatchEvent(new RequestEvent('set-passphrase', undefined, input.value));
    input.value = '';
    this.#isShown = false;
    this.host.requestUpdate();
  };

  /** Why it is asked for is read out: the place for it is there before. */
  render(store: RoomStore, words: Strings): TemplateResult {
    const isAsked = store.$wantsPassphrase.get();
    return html`<section class=${isAsked ? 'secret' : 'secret none'}>
      <p role="status">${isAsked ? askedBy(store, words) : ''}</p>
      ${isAsked ? this.#form(words) : nothing}
    </section>`;
  }

  #form(words: Strings): TemplateResult {
    const onToggle = (): void => {
      this.#isShown = !this.#isShown;
      this.host.requestUpdate();
    };
    return html`<form @submit=${this.#handleSubmit}>
      <label for="secret">${words.passphrase}</label>
      ${secretField({ id: 'secret', isShown: this.#isShown, onToggle, describedBy: 'secret-hint' }, words)}
      <p id="secret-hint" class="note">${words.passphraseNow}</p>
      <button type="submit" part="button" class="wide">${words.tryPassphrase}</button>
    </form>`;
  }
}

/** Why it is asked for; of one that some have, each person's own line says more. */
const askedBy = (store: RoomStore, words: Strings): string => {
  if (!store.$hasPassphrase.get()) return words.somebodyHasOne;
  return othersIn(store).some(({ verified }) => verified) ? '' : words.nobodyHasYours;
};
