import { html, type TemplateResult } from 'lit';
import { whole } from '../../locales/en.js';
import type { FirstStrings } from '../../locales/first/en.js';
import type { RoomStore } from '../../room/room-store.js';
import { icon } from '../shared/icons.js';
import type { ChoiceGroup } from '../shared/pm-menu.js';
import type { RoomRequest } from '../shared/request-event.js';

/** For hosts, in the place of the button that leaves: it opens a menu, of leaving alone or with everybody. */
export const endButton = (
  { $house }: RoomStore,
  words: FirstStrings,
  open: string | undefined,
): TemplateResult | undefined => {
  if ($house.get()?.role !== 'host') return undefined;
  return html`<button
    type="button"
    part="button button-leave"
    class="round danger leave"
    data-control="leave"
    data-tip=${words.leave}
    aria-label=${words.leave}
    aria-haspopup="menu"
    aria-expanded=${open === 'ending' ? 'true' : 'false'}
    popovertarget="ending"
  >
    ${icon('leave')}
  </button>`;
};

/** How a host goes: alone, or with everybody. */
export const leaveGroups = (table: FirstStrings, ask: (request: RoomRequest) => void): readonly ChoiceGroup[] => {
  const words = whole(table);
  return [
    {
      choices: [
        { label: words.leave, icon: 'door', act: () => ask('leave') },
        { label: words.endForAll, icon: 'leave', act: () => ask('end-for-all') },
      ],
    },
  ];
};
