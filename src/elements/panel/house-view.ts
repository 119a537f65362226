import { html, nothing, type TemplateResult } from 'lit';
import type { Strings } from '../../locales/en.js';
import type { RoomStore } from '../../room/room-store.js';
import type { Knock } from '../../room/types.js';
import { icon } from '../shared/icons.js';
import { menuIcon } from '../shared/menu-icons.js';
import { plainName } from '../shared/person.js';
import type { RoomRequest, RoomRequests } from '../shared/request-event.js';

/** Asks the meeting for something. */
export type Ask = <R extends RoomRequest>(request: R, detail?: RoomRequests[R]) => void;

/** Whether it was asked to put somebody out, and has to be said once more. */
export interface Sure {
  readonly is: boolean;
  readonly set: (is: boolean) => void;
}

type Avatar = (id: string, name: string) => TemplateResult;

export const isHost = ({ $house }: Pick<RoomStore, '$house'>): boolean => $house.get()?.role === 'host';

const button = (label: string, name: string, act: () => void, kind = ''): TemplateResult =>
  html`<button type="button" part="button" class="wide ${kind}" aria-label=${name} @click=${act}>${label}</button>`;

const knocking = ({ id, name: given, guest }: Knock, words: Strings, ask: Ask, avatar: Avatar): TemplateResult => {
  const name = plainName(given) || words.guest;
  return html`<li class="knock">
    <div class="head">
      ${avatar(id, name)}
      <p class="who name"><bdi>${name}</bdi>${guest ? html`<span class="you">(${words.guest})</span>` : nothing}</p>
    </div>
    <div class="acts">
      ${button(words.admit, words.admitPerson(name), () => ask('admit', { id }), 'primary')}
      ${button(words.deny, words.denyPerson(name), () => ask('deny', { id }))}
    </div>
  </li>`;
};

/** For hosts, above the people: who waits to be let in, and whether anybody new can come. */
export const houseView = (
  store: RoomStore,
  words: Strings,
  ask: Ask,
  avatar: Avatar,
): TemplateResult | typeof nothing => {
  if (!isHost(store)) return nothing;
  const knocks = store.$knocks.get();
  const locked = store.$house.get()?.locked ?? false;
  const all = (): void => {
    for (const { id } of knocks) ask('admit', { id });
  };
  return html`<div class="house">
    <button
      type="button"
      part="button"
      class="wide lock"
      aria-pressed=${locked ? 'true' : 'false'}
      @click=${() => ask('lock', { on: !locked })}
    >
      ${menuIcon('lock')}${words.lockMeeting}
    </button>
    ${
      knocks.length === 0
        ? nothing
        : html`<section class="waiting" aria-labelledby="waiting">
            <div class="heading">
              <h3 id="waiting">${words.waitingToJoin(knocks.length)}</h3>
              ${knocks.length > 1 ? html`<button type="button" part="button" class="wide" @click=${all}>${words.admitAll}</button>` : nothing}
            </div>
            <ul>
              ${knocks.map((knock) => knocking(knock, words, ask, avatar))}
            </ul>
          </section>`
    }
  </div>`;
};

/** What a host can do with somebody. */
export const hostActs = (id: string, name: string, words: Strings, ask: Ask, sure: Sure): TemplateResult => {
  if (sure.is) {
    return html`<div class="sure" role="group" aria-labelledby="sure">
      <p id="sure">${words.removeSure(name)}</p>
      <div class="acts">
        <button type="button" part="button" class="wide cancel" @click=${() => sure.set(false)}>${words.cancel}</button>
        <button
          type="button"
          part="button"
          class="wide"
          @click=${() => {
            sure.set(false);
            ask('remove-peer', { id });
          }}
        >
          ${menuIcon('door')}${words.removeNow}
        </button>
      </div>
    </div>`;
  }
  return html`<div class="acts">
    <button type="button" part="button" class="wide" @click=${() => ask('ask-to-mute', { id })}>
      ${icon('microphone', true)}${words.muteForAll}
    </button>
    <button type="button" part="button" class="wide" @click=${() => ask('ask-to-unmute', { id })}>
      ${icon('microphone')}${words.askToUnmute}
    </button>
    <button type="button" part="button" class="wide remove" @click=${() => sure.set(true)}>
      ${menuIcon('door')}${words.removePerson}
    </button>
  </div>`;
};
