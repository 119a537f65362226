import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { Strings } from '../../locales/en.js';
import type { RoomStore } from '../../room/room-store.js';
import { icon } from '../shared/icons.js';
import { menuIcon } from '../shared/menu-icons.js';
import type { MovableElement } from '../shared/movable-element.js';
import { RequestEvent } from '../shared/request-event.js';
import { coverage } from './standing.js';

/** Milliseconds that digits which changed before one's eyes can't be confirmed: the press was meant for others. */
const SETTLES = 1000;

/** The safety code of the room: whom it covers, and what the others say of it. */
export class CodeView implements ReactiveController {
  #shown: string | undefined;
  #settles: ReturnType<typeof setTimeout> | undefined;
  /** Whether somebody sees another code. */
  #differs = false;

  constructor(private readonly host: MovableElement) {
    host.addController(this);
  }

  hostConnected(): void {}

  hostDisconnected(): void {
    this.#settle();
    this.#shown = undefined;
    this.#differs = false;
  }

  /** Look at it before it is drawn. */
  look({ $safety }: RoomStore): void {
    const { code } = $safety.get();
    if (code === undefined || code === this.#shown) return;
    const wasOther = this.#shown !== undefined;
    this.#shown = code;
    if (!wasOther) return;
    this.#settle();
    this.#settles = setTimeout(() => {
      this.#settles = undefined;
      this.host.requestUpdate();
    }, SETTLES);
  }

  render(store: RoomStore, words: Strings): TemplateResult {
    const { state, code } = store.$safety.get();
    return html`<section aria-labelledby="code">
      <h3 id="code">${words.safetyCode}</h3>
      ${state === 'ready' && code !== undefined ? digits(code) : html`<p class="note">${why(state, words)}</p>`}
      <p class="note">${coverage(store, words).join(' ')}</p>
      ${state === 'ready' && code !== undefined ? this.#compare(store, code, words) : nothing}
    </section>`;
  }

  #compare(store: RoomStore, code: string, words: Strings): TemplateResult {
    const isConfirmed = !this.#differs && isConfirmedIn(store);
    // What is read out comes into a place that was there before.
    return html`<div class=${this.#differs ? 'compare warning' : 'compare'}>
      <div role="alert">${this.#differs ? html`<p>${icon('alert')}<span>${words.mayListen}</span></p>` : nothing}</div>
      <div role="status">${isConfirmed ? same(words) : nothing}</div>
      ${this.#differs || isConfirmed ? nothing : how(words)}
      <div class="acts">${this.#differs ? this.#warned(words) : this.#asked(code, isConfirmed, words)}</div>
    </div>`;
  }

  #asked(code: string, isConfirmed: boolean, words: Strings): TemplateResult {
    return html`${
      isConfirmed
        ? nothing
        : html`<button
            type="button"
            part="button"
            class="wide primary same-for-all"
            aria-disabled=${this.#settles === undefined ? 'false' : 'true'}
            @click=${() => this.#confirm(code)}
          >
            ${words.sameForAll}
          </button>`
    }
      <button type="button" part="button" class="wide differs" @click=${() => this.#doubt()}>${words.differs}</button>`;
  }

  /** Nothing is cut by itself. */
  #warned(words: Strings): TemplateResult {
    return html`<button type="button" part="button" class="wide leave" @click=${() => this.#ask('leave')}>
        ${words.leave}
      </button>
      <button type="button" part="button" class="wide back" @click=${() => this.#turn(false, '.differs')}>
        ${words.back}
      </button>`;
  }

  /** Whoever was verified by the code is not any more. */
  #doubt(): void {
    this.#ask('doubt-safety-code');
    this.#turn(true, '.back');
  }

  #ask(request: 'leave' | 'doubt-safety-code'): void {
    this.host.dispatchEvent(new RequestEvent(request));
  }

  /** What was pressed goes: the focus goes on to what comes. */
  #turn(differs: boolean, next: string): void {
    this.#differs = differs;
    this.#draw(next);
  }

  #confirm(code: string): void {
    if (this.#settles !== undefined) return;
    const settle = (isCurrent: boolean): void => (isCurrent ? this.#draw('.differs') : this.host.requestUpdate());
    this.host.dispatchEvent(new RequestEvent('confirm-safety-code', { code, settle }));
  }

  #draw(focus: string): void {
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => this.host.renderRoot.querySelector<HTMLElement>(focus)?.focus());
  }

  #settle(): void {
    clearTimeout(this.#settles);
    this.#settles = undefined;
  }
}

const how = (words: Strings): TemplateResult =>
  html`<p>${words.readOut} ${words.readOutBy}</p>
    <p class="note">${words.codePromise}</p>`;

const same = (words: Strings): TemplateResult => html`<p class="same">${menuIcon('verified')}${words.codeSame}</p>`;

const isConfirmedIn = ({ $peers, $safety }: RoomStore): boolean => {
  const { covers } = $safety.get();
  return covers.length > 0 && covers.every((id) => $peers.get().get(id)?.trust === 'code');
};

const why = (state: 'alone' | 'forming' | 'ready' | 'split', words: Strings): string => {
  if (state === 'split') return words.codeSplit;
  return state === 'alone' ? words.codeAlone : words.codeForming;
};

/** In threes, to be compared with the eye; one by one, to be heard. They are the same in every language. */
const digits = (code: string): TemplateResult => {
  const groups = code.match(/\d{1,3}/gu) ?? [];
  return html`<p class="digits" dir="ltr">
    <span aria-hidden="true">${groups.map((group) => html`<span>${group}</span>`)}</span>
    <span class="visually-hidden">${groups.map((group) => [...group].join(' ')).join(', ')}</span>
  </p>`;
};
