import { html, type TemplateResult } from 'lit';
import type { FirstStrings } from '../../locales/first/en.js';
import type { RoomStore } from '../../room/room-store.js';
import type { ControlName } from '../../room/types.js';
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

export const peopleButton = ({ store, words, panel, keyOf, ask }: BarContext): TemplateResult => {
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

/** Opens the menu with its own name as id. */
export const openerButton = (name: 'reactions' | 'more', label: string, open: string | undefined): TemplateResult =>
  controlButton({ name, icon: name === 'more' ? 'dots' : 'smile', label, menu: name, isOpen: open === name });

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
