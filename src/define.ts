import { PmControlsElement } from './elements/pm-controls.js';
import { PmDetailsElement } from './elements/pm-details.js';
import { PmEmptyElement } from './elements/pm-empty.js';
import { PmLobbyElement } from './elements/pm-lobby.js';
import { PmMenuElement } from './elements/pm-menu.js';
import { PmMessageElement } from './elements/pm-message.js';
import { PmNoticeElement } from './elements/pm-notice.js';
import { PmPanelElement } from './elements/pm-panel.js';
import { PmPeopleElement } from './elements/pm-people.js';
import { PmReactionsElement } from './elements/pm-reactions.js';
import { PmShortcutsElement } from './elements/pm-shortcuts.js';
import { PmTimerElement } from './elements/pm-timer.js';
import { PmVideoGridElement } from './elements/pm-video-grid.js';
import { PmVideoTileElement } from './elements/pm-video-tile.js';
import { PrivateMeetElement } from './elements/private-meet.js';

const define = (tagName: string, element: CustomElementConstructor): void => {
  if (!customElements.get(tagName)) customElements.define(tagName, element);
};

// On a server, and in a page that loads the script twice, this does nothing.
if (typeof window !== 'undefined' && typeof customElements !== 'undefined') {
  define('private-meet', PrivateMeetElement); // first: the others look for the room around them
  define('pm-lobby', PmLobbyElement);
  define('pm-video-grid', PmVideoGridElement);
  define('pm-video-tile', PmVideoTileElement);
  define('pm-controls', PmControlsElement);
  define('pm-menu', PmMenuElement);
  define('pm-shortcuts', PmShortcutsElement);
  define('pm-notice', PmNoticeElement);
  define('pm-message', PmMessageElement);
  define('pm-timer', PmTimerElement);
  define('pm-reactions', PmReactionsElement);
  define('pm-people', PmPeopleElement);
  define('pm-panel', PmPanelElement);
  define('pm-empty', PmEmptyElement);
  define('pm-details', PmDetailsElement);
}
