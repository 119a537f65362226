import { html, type TemplateResult } from 'lit';
import { MeetError } from '../../errors.js';
import type { FirstStrings } from '../../locales/first/en.js';
import type { RoomStore } from '../../room/room-store.js';
import { errorText } from '../shared/error-text.js';
import { Late } from '../shared/late.js';
import type { MovableElement } from '../shared/movable-element.js';
import { RequestEvent } from '../shared/request-event.js';
import { secretField } from '../shared/secret-field.js';
import { $lobbyParts, type LobbyParts } from './late-lobby.js';
import type { SuggestedPassphrase } from './suggested-passphrase.js';

/** Asks for the passphrase of a call that is not to be had without. It is kept nowhere here. */
export class LobbyPassphrase {
  #isShown = false;
  /** Whether one wanted to join without. */
  #isLacking = false;
  readonly #suggestion: Late<LobbyParts, SuggestedPassphrase>;

  constructor(private readonly host: MovableElement) {
    this.#suggestion = new Late(host, $lobbyParts, ({ createSuggestion }) =>
      createSuggestion(host, (passphrase) => this.#fill(passphrase)),
    );
  }

  /** Whether it is asked for. */
  isAsked({ $requiresTrust, $hasPassphrase }: RoomStore): boolean {
    return $requiresTrust.get() && !$hasPassphrase.get();
  }

  /** Hands over what was written; whether one can join with it. */
  submit(): boolean {
    const passphrase = this.#input?.value ?? '';
    this.#isLacking = passphrase.trim() === '';
    if (this.#isLacking) this.#input?.focus();
    else this.host.dispatchEvent(new RequestEvent('set-passphrase', undefined, passphrase));
    this.host.requestUpdate();
    return !this.#isLacking;
  }

  render({ $error }: RoomStore, words: FirstStrings): TemplateResult {
    const isLacking = this.#isLacking || $error.get()?.code === 'passphrase-missing';
    const { title, hint } = errorText(new MeetError('passphrase-missing', ''), words);
    const onToggle = (): void => {
      this.#isShown = !this.#isShown;
      this.host.requestUpdate();
    };
    const field = { id: 'secret', isShown: this.#isShown, onToggle, describedBy: 'secret-hint' };
    return html`<div class="secret">
      <label for="secret">${words.passphrase}</label>
      ${secretField({ ...field, isInvalid: isLacking }, words)}
      <p id="secret-hint" class=${isLacking ? 'lacking' : ''} role="status">
        ${isLacking ? `${words.sentence(title)} ${hint}` : words.passphraseAsk}
      </p>
      ${this.#suggestion.part?.render(words)}
    </div>`;
  }

  get #input(): HTMLInputElement | null {
    return this.host.renderRoot.querySelector('#secret');
  }

  /** What was suggested is there to be read. */
  #fill(passphrase: string): void {
    const input = this.#input;
    if (input) input.value = passphrase;
    this.#isShown = true;
    this.#isLacking = false;
    this.host.requestUpdate();
  }
}
