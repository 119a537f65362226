import { PmControlsElement } from './elements/bar/pm-controls.js';
import { PmDetailsElement } from './elements/panel/pm-details.js';
import { PmEmptyElement } from './elements/stage/pm-empty.js';
import { PmLobbyElement } from './elements/lobby/pm-lobby.js';
import { PmMenuElement } from './elements/shared/pm-menu.js';
import { PmMessageElement } from './elements/notice/pm-message.js';
import { PmNoticeElement } from './elements/notice/pm-notice.js';
import { PmPanelElement } from './elements/panel/pm-panel.js';
import { PmPeopleElement } from './elements/panel/pm-people.js';
import { PmReactionsElement } from './elements/stage/pm-reactions.js';
import { PmShortcutsElement } from './elements/shortcuts/pm-shortcuts.js';
import { PmTimerElement } from './elements/bar/pm-timer.js';
import { PmVideoGridElement } from './elements/stage/pm-video-grid.js';
import { PmVideoTileElement } from './elements/stage/pm-video-tile.js';
import { PrivateMeetElement } from './elements/meeting/private-meet.js';

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
