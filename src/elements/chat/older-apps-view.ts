import { html, nothing, type TemplateResult } from 'lit';
import type { OlderApps } from '../../chat/message.js';
import type { Strings } from '../../locales/en.js';
import type { MovableElement } from '../shared/movable-element.js';
import { RequestEvent } from '../shared/request-event.js';
import type { PassphraseField } from './passphrase-field.js';

/** What of the chat goes to people with an app that is not ours: the question, and once it is answered a line that says so. */
export class OlderAppsView {
  /** Whether one wants to answer anew. */
  #isAsking = false;

  constructor(
    private readonly host: MovableElement,
    private readonly field: PassphraseField,
  ) {}

  render(state: OlderApps, words: Strings): TemplateResult {
    const asks = state === 'ask' || (this.#isAsking && state !== 'none');
    const text = asks ? words.olderAppsAsk : lineOf(state, words);
    return html`<div class="older ${asks ? 'asks' : ''}" ?hidden=${text === ''}>
      <p role="status">${text}</p>
      ${asks ? this.#question(words) : nothing} ${!asks && text !== '' ? this.#change(state, words) : nothing}
    </div>`;
  }

  #question(words: Strings): TemplateResult {
    return html`<div class="acts">
      <button type="button" part="button" class="wide" @click=${() => this.#answer(true)}>${words.sendToOlderApps}</button>
      <button type="button" part="button" class="wide" @click=${() => this.#answer(false)}>
        ${words.leaveOutOlderApps}
      </button>
      <button type="button" part="button" class="link" @click=${() => this.field.show()}>${words.usePassphrase}</button>
    </div>`;
  }

  #change(state: OlderApps, words: Strings): TemplateResult {
    const change = (): void => {
      if (state === 'passphrase') return this.field.show();
      this.#isAsking = true;
      this.host.requestUpdate();
    };
    return html`<button type="button" part="button" class="link" @click=${change}>${words.change}</button>`;
  }

  #answer(allow: boolean): void {
    this.#isAsking = false;
    this.host.dispatchEvent(new RequestEvent('answer-older-apps', { allow }));
    this.host.requestUpdate();
    this.host.focus();
  }
}

const lineOf = (state: OlderApps, words: Strings): string => {
  if (state === 'room-name') return words.olderAppsByRoomName;
  if (state === 'left-out') return words.olderAppsLeftOut;
  return state === 'passphrase' ? words.olderAppsByPassphrase : '';
};
