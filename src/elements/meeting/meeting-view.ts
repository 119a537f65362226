import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { MeetErrorCode } from '../../errors.js';
import type { FirstStrings } from '../../locales/first/en.js';
import type { RoomStore } from '../../room/room-store.js';
import { isInCall } from '../shared/device-toggle.js';
import { icon } from '../shared/icons.js';
import { plainName } from '../shared/person.js';
import { RequestEvent } from '../shared/request-event.js';

/** What the stage shows. */
export type View = 'starting' | 'lobby' | 'waiting' | 'call' | 'error';

/** Where the person stands, beside the store. */
export interface Standing {
  /** On the way in, what was there before: it stays until the call can be drawn. */
  readonly arrivesFrom: 'lobby' | 'starting' | undefined;
  /** Whether somebody else was there since we joined. */
  readonly hadCompany: boolean;
}

/** Another name or passphrase may do: the lobby says what is wrong, and has the field for it. */
const HAS_FIELD: ReadonlySet<MeetErrorCode> = new Set(['sign-in-failed', 'passphrase-missing']);

export const viewOf = (store: RoomStore | undefined, { arrivesFrom }: Standing): View => {
  if (!store) return 'starting';
  if (store.$state.get() === 'waiting') return 'waiting';
  if (arrivesFrom) return arrivesFrom;
  if (isInCall(store)) return 'call';
  const code = store.$error.get()?.code;
  if (code && !HAS_FIELD.has(code)) return 'error';
  return store.$state.get() === 'idle' ? 'starting' : 'lobby';
};

/** All of `<private-meet>`: the stage with what its state asks for, and below it the bar. */
export const meetingView = (
  host: LitElement,
  store: RoomStore | undefined,
  standing: Standing,
  words: FirstStrings,
): TemplateResult => {
  const view = viewOf(store, standing);
  return html`<div class="box" translate="no"><div class="shape"></div>
    <div class="root ${view}" lang=${words.language} dir=${words.direction}>
    <div class="body">
      <div part="stage" class="stage" role="group" aria-label=${label(store, words)} tabindex="-1">
        ${stage(host, store, view, standing, words)}
        ${store?.$state.get() === 'idle' ? nothing : notice()}
        ${store && view === 'call' ? low(host, store, standing.hadCompany, words) : nothing}
        <div class="over"><slot></slot></div>
      </div>
      ${view === 'call' ? panel() : nothing}
    </div>
    ${view === 'call' && store?.$controls.get().size !== 0 ? slotOr(host, 'controls', controls) : nothing}
    ${view === 'call' ? html`<pm-shortcuts exportparts="dialog, button"></pm-shortcuts><pm-file-drop></pm-file-drop>` : nothing}
  </div></div>`;
};

/** Two meetings on a page differ by their rooms. */
const label = (store: RoomStore | undefined, words: FirstStrings): string => {
  const room = plainName(store?.$room.get() ?? '');
  return room ? words.because(words.meeting, room) : words.meeting;
};

const stage = (
  host: LitElement,
  store: RoomStore | undefined,
  view: View,
  standing: Standing,
  words: FirstStrings,
): TemplateResult => {
  switch (view) {
    case 'starting':
      return starting(words, standing.arrivesFrom && store);
    case 'lobby':
      return slotOr(host, 'lobby', () => lobby(standing.arrivesFrom !== undefined));
    case 'waiting': // until it has come, what is in it shows
      return html`<pm-waiting exportparts="preview, video, button, button-microphone, button-camera, button-leave">${starting(words, store)}</pm-waiting>`;
    case 'call':
      return slotOr(host, 'grid', grid);
    case 'error':
      return slotOr(
        host,
        'error',
        () => html`<pm-message exportparts="error, button" .error=${store?.$error.get()}></pm-message>`,
      );
  }
};

const starting = (words: FirstStrings, joined?: RoomStore): TemplateResult =>
  html`<div class="starting">
    <p role="status"><bdi>${joined ? words.joining(plainName(joined.$room.get())) : words.starting}</bdi></p>
    ${joined ? html`<button type="button" part="button" class="wide" @click=${handleCancel}>${words.cancel}</button>` : nothing}
  </div>`;

const lobby = (isArriving: boolean): TemplateResult =>
  html`<pm-lobby .arriving=${isArriving} exportparts="lobby, preview, video, level, name, devices, join, button, button-microphone, button-camera"></pm-lobby>`;

/** Not before anything is begun: with nothing to tell it would only hold up what comes first. */
const notice = (): TemplateResult => html`<pm-notice exportparts="banner, button"></pm-notice>`;

const grid = (): TemplateResult =>
  html`<pm-video-grid exportparts="grid, tile, video, avatar, chip, badge, speaking-ring, pager, menu, button"></pm-video-grid>`;

const controls = (): TemplateResult =>
  html`<pm-controls
    exportparts="controls, menu, button, button-microphone, button-camera, button-screen, button-hand, button-reactions, button-more, button-people, button-chat, button-leave"
  >
    <slot name="toolbar-start" slot="toolbar-start"></slot>
    <slot name="toolbar-end" slot="toolbar-end"></slot>
  </pm-controls>`;

const panel = (): TemplateResult =>
  html`<pm-panel part="panel" exportparts="people, person, avatar, details, chat, message, composer, trust, button"></pm-panel>`;

/** What lies low on the stage: on the way in, alone, without sound. */
const low = (host: LitElement, store: RoomStore, hadCompany: boolean, words: FirstStrings): TemplateResult => {
  const state = store.$state.get();
  const alone = state === 'joined' && store.$peers.get().size === 0;
  return html`<pm-safety exportparts="chip"></pm-safety><pm-reactions></pm-reactions>
    <div class="low">
      ${store.$audioBlocked.get() ? sound(words) : nothing}
      ${alone ? slotOr(host, 'empty', () => empty(hadCompany)) : nothing}
    </div>`;
};

const empty = (hadCompany: boolean): TemplateResult =>
  html`<pm-empty .left=${hadCompany} exportparts="empty, button"></pm-empty>`;

const sound = (words: FirstStrings): TemplateResult =>
  html`<button type="button" part="button" class="wide primary sound" @click=${handleSound}>
    ${icon('sound')}${words.turnSoundOn}
  </button>`;

const handleCancel = (event: Event): void => {
  event.currentTarget?.dispatchEvent(new RequestEvent('leave'));
};

const handleSound = (event: Event): void => {
  event.currentTarget?.dispatchEvent(new RequestEvent('start-audio'));
};

/**
 * A slot with our own as fallback. The fallback is left out while the page fills the slot:
 * out of sight it would still play every peer's sound a second time.
 */
const slotOr = (host: LitElement, name: string, fallback: () => TemplateResult): TemplateResult => {
  const filled = [...host.children].some((child) => child.slot === name);
  return html`<slot name=${name} @slotchange=${() => host.requestUpdate()}>${filled ? nothing : fallback()}</slot>`;
};
