import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Message } from '../../chat/message.js';
import type { Strings } from '../../locales/en.js';
import { chatIcon } from './chat-icons.js';
import { shortTime } from './clock.js';
import { piecesOf } from './links.js';
import type { MessageGroup } from './message-groups.js';
import { icon } from '../shared/icons.js';
import { plainName } from '../shared/person.js';
import type { RoomRequest, RoomRequests } from '../shared/request-event.js';

/** What messages are drawn with. */
export interface MessageContext {
  readonly words: Strings;
  /** Id of the last of ours, which says that it was sent. */
  readonly lastOwn: string | undefined;
  readonly ask: <R extends RoomRequest>(request: R, detail?: RoomRequests[R]) => void;
  readonly copy: (text: string) => void;
  readonly enterPassphrase: () => void;
}

const ANYBODY = (name: string, { guest }: Strings): string => plainName(name) || guest;

/** Messages of one person, under their name and the time. */
export const messageGroup = (group: MessageGroup, context: MessageContext): TemplateResult => {
  const { words, lastOwn } = context;
  const name = group.own ? words.you : ANYBODY(group.from.name, words);
  return html`<div class="group ${group.own ? 'own' : ''}">
    <p class="head">
      <bdi class=${group.own ? 'visually-hidden' : 'who'}>${name}</bdi>
      <time datetime=${group.at.toISOString()}>${shortTime(group.at, words.language)}</time>
    </p>
    ${repeat(
      group.messages,
      ({ id }) => id,
      (message, index) => {
        const from = index === 0 ? undefined : name;
        // A thousand of them need not be looked through for links whenever one comes.
        return guard([message, message.id === lastOwn, from, words], () => messageView(message, from, context));
      },
    )}
  </div>`;
};

/** `from`: who wrote it, for the ear, where the head of the group was read long ago. */
const messageView = (message: Message, from: string | undefined, context: MessageContext): TemplateResult => {
  const { words } = context;
  const sender = from ? html`<span class="visually-hidden">${words.because(from, '')}</span>` : nothing;
  return html`<div part="message" class="message ${message.state}">
    ${sender}${message.state === 'protected' ? sealed(message, context) : bubble(message, context)}
    ${message.own ? ownState(message, context) : nothing}
  </div>`;
};

/** White space counts in it. */
const bubble = ({ text }: Message, { words, copy }: MessageContext): TemplateResult =>
  html`<div class="line">
    <p class="bubble" dir="auto">${linked(text)}</p>
    <button type="button" part="button" class="small copy" aria-label=${words.copyMessage} @click=${() => copy(text)}>
      ${chatIcon('copy')}
    </button>
  </div>`;

const linked = (text: string): readonly (string | TemplateResult)[] =>
  piecesOf(text).map((piece) =>
    typeof piece === 'string'
      ? piece
      : html`<a href=${piece.href} target="_blank" rel="noopener noreferrer" dir="auto">${piece.text}</a>`,
  );

const sealed = ({ why }: Message, { words, enterPassphrase }: MessageContext): TemplateResult =>
  html`<div class="bubble sealed">
    ${why === 'malformed' ? icon('alert') : chatIcon('lock')}
    <p>${why === 'malformed' ? words.damaged : words.otherPassphrase}</p>
    ${
      why === 'malformed'
        ? nothing
        : html`<button type="button" part="button" class="link" @click=${enterPassphrase}>${words.enterPassphrase}</button>`
    }
  </div>`;

/** What became of one of ours. */
const ownState = (message: Message, { words, lastOwn, ask }: MessageContext): TemplateResult | typeof nothing => {
  const { id, state } = message;
  const names = message.waitingFor.map((name) => ANYBODY(name, words));
  if (state === 'failed') {
    return html`<div class="state failed">
      ${icon('alert')}<span>${names.length > 0 ? words.notSentTo(names) : words.notSent}</span>
      <button type="button" part="button" class="link" @click=${() => ask('retry-message', { id })}>
        ${words.tryAgain}
      </button>
      <button type="button" part="button" class="link" @click=${() => ask('drop-message', { id })}>
        ${words.remove}
      </button>
    </div>`;
  }
  if (state === 'queued') {
    return html`<p class="state">${names.length > 0 ? words.waitsFor(names) : words.waitsForConnection}</p>`;
  }
  const isTold = state === 'sending' || id === lastOwn;
  return isTold
    ? html`<p class="state ${state}">${state === 'sending' ? words.sending : words.messageSent}</p>`
    : nothing;
};
