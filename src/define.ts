import { PmControlsElement } from './elements/bar/pm-controls.js';
import { PmLobbyElement } from './elements/lobby/pm-lobby.js';
import { PmMessageElement } from './elements/notice/pm-message.js';
import { PmNoticeElement } from './elements/notice/pm-notice.js';
import { define } from './elements/shared/define.js';
import { PmVideoGridElement } from './elements/stage/pm-video-grid.js';
import { PmVideoTileElement } from './elements/stage/pm-video-tile.js';
import { PrivateMeetElement } from './elements/meeting/private-meet.js';

// What is needed up to the first face; the others come with elements/meeting/later.ts.
define('private-meet', PrivateMeetElement); // first: the others look for the room around them
define('pm-lobby', PmLobbyElement);
define('pm-video-grid', PmVideoGridElement);
define('pm-video-tile', PmVideoTileElement);
define('pm-controls', PmControlsElement);
define('pm-notice', PmNoticeElement);
define('pm-message', PmMessageElement);
