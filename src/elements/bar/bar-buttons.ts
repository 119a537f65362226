import { html, nothing, type TemplateResult } from 'lit';
import type { FirstStrings } from '../../locales/first/en.js';
import type { RoomStore } from '../../room/room-store.js';
import type { ControlName } from '../../room/types.js';
import type { BarControl } from './bar-layout.js';
import { controlButton } from './control-button.js';
import { isHandUp } from '../shared/hands.js';
import { icon } from '../shared/icons.js';
import type { PanelName } from '../shared/panels.js';
import { RequestEvent, type RoomRequest, type RoomRequests } from '../shared/request-event.js';

/** What the bar's buttons are made of. */
export interface BarContext {
  readonly store: RoomStore;
  readonly words: FirstStrings;
  /** Which panel is open. */
  readonly panel: PanelName | null | undefined;
  /** The key of a control, where keys work. */
  readonly keyOf: (name: ControlName) => string | undefined;
  readonly ask: <R extends RoomRequest>(request: R, detail?: RoomRequests[R]) => void;
}

export const screenButton = ({ store, words, keyOf, ask }: BarContext): TemplateResult => {
  const pressed = store.$screen.get();
  return controlButton({
    name: 'screen',
    icon: 'screen',
    label: words.shareScreen,
    tip: pressed ? words.stopSharing : words.shareScreen,
    key: keyOf('screen'),
    pressed,
    act: () => ask('toggle-screen'),
  });
};

export const handButton = ({ store, words, keyOf, ask }: BarContext): TemplateResult => {
  const pressed = isHandUp(store);
  return controlButton({
    name: 'hand',
    icon: 'hand',
    label: words.raiseHand,
    tip: pressed ? words.lowerHand : words.raiseHand,
    key: keyOf('hand'),
    pressed,
    act: () => ask('raise-hand'),
  });
};

const peopleButton = ({ store, words, panel, keyOf, ask }: BarContext): TemplateResult => {
  const count = store.$headcount.get();
  const isOpen = panel === 'people';
  return controlButton({
    name: 'people',
    icon: 'people',
    label: words.peopleCount(count),
    key: keyOf('people'),
    isOpen,
    count,
    act: () => ask('show-panel', { panel: isOpen ? null : 'people' }),
  });
};

const chatButton = ({ store, words, panel, keyOf, ask }: BarContext): TemplateResult => {
  const fresh = store.$unread.get();
  const isOpen = panel === 'chat';
  return controlButton({
    name: 'chat',
    icon: 'chat',
    label: fresh ? words.chatUnread(fresh) : words.chat,
    key: keyOf('chat'),
    isOpen,
    fresh,
    act: () => ask('show-panel', { panel: isOpen ? null : 'chat' }),
  });
};

/** What opens the panels that stand in the bar. */
export const panelButtons = (context: BarContext, bar: ReadonlySet<BarControl>): TemplateResult =>
  html`${bar.has('people') ? peopleButton(context) : nothing}${bar.has('chat') ? chatButton(context) : nothing}`;

/** Opens the menu with its own name as id; `fresh`: how many messages are new in the chat that is under it. */
export const openerButton = (
  name: 'reactions' | 'more',
  label: string,
  open: string | undefined,
  fresh?: number | false,
  words?: FirstStrings,
): TemplateResult =>
  controlButton({
    name,
    icon: name === 'more' ? 'dots' : 'smile',
    label: fresh && words ? words.because(label, words.chatUnread(fresh)) : label,
    menu: name,
    isOpen: open === name,
    fresh: fresh === false ? 0 : (fresh ?? 0),
  });

/** On the button itself, so that who listens there learns of it. */
const handleLeave = (event: Event): void => {
  event.currentTarget?.dispatchEvent(new RequestEvent('leave'));
};

export const leaveButton = (words: FirstStrings, canLeave: boolean): TemplateResult =>
  html`<button
    type="button"
    part="button button-leave"
    class="round danger leave"
    data-control="leave"
    data-tip=${words.leave}
    aria-label=${words.leave}
    ?disabled=${!canLeave}
    @click=${handleLeave}
  >
    ${icon('leave')}
  </button>`;
