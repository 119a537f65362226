import { html, nothing, type TemplateResult } from 'lit';
import type { FirstStrings } from '../../locales/first/en.js';
import type { RoomStore } from '../../room/room-store.js';
import type { DeviceName } from '../shared/device-toggle.js';
import { errorText } from '../shared/error-text.js';
import { howItEnded } from '../shared/how-it-ended.js';

/** The room, and above it how the last meeting in it ended. */
export const lobbyHeading = (store: RoomStore, words: FirstStrings): TemplateResult => {
  const left = store.$state.get() === 'left';
  return html`<hgroup>
    <p class=${left ? 'eyebrow said' : 'eyebrow'}>${left ? howItEnded(store, words) : words.meeting}</p>
    <h2><bdi>${store.$room.get()}</bdi></h2>
  </hgroup>`;
};

/** Why the meeting failed, with what to do about it; what a passphrase lacks is said at its field. */
export const lobbyWrong = (store: RoomStore, words: FirstStrings): TemplateResult | typeof nothing => {
  const error = store.$error.get();
  if (!error || error.code === 'passphrase-missing') return nothing;
  const { title, hint } = errorText(error, words);
  return html`<p id="wrong" class="wrong" role="alert">
    <strong title=${error.code}>${title}</strong><span>${hint}</span>
  </p>`;
};

/** What the one big button says; `without` are the devices that failed. */
export const joinWords = (store: RoomStore, words: FirstStrings, without: readonly DeviceName[]): string => {
  const state = store.$state.get();
  if (state === 'left') return words.rejoin;
  if (state === 'failed') return store.$leaveReason.get() ? words.rejoin : words.tryAgain;
  const [device] = without;
  if (!device) return words.join;
  return words.joinWithout[without.length > 1 ? 'both' : device];
};
