import { bringLater } from '../../room/later.js';
import { inviteFromBar } from '../bar/bar-invite.js';
import { BarRest } from '../bar/bar-rest.js';
import { ControlWords } from '../bar/control-words.js';
import { $menus } from '../bar/late-menus.js';
import { endButton, leaveGroups } from '../bar/leave-choices.js';
import { moreGroups } from '../bar/more-choices.js';
import { PmTimerElement } from '../bar/pm-timer.js';
import { reactionGroup } from '../bar/reaction-choices.js';
import { deviceGroups } from '../devices/device-groups.js';
import { DeviceWatch } from '../devices/device-watch.js';
import { $deviceWatch } from '../devices/late-device-watch.js';
import { PmChatElement } from '../chat/pm-chat.js';
import { PmFileDropElement } from '../files/pm-file-drop.js';
import { DevicePickers } from '../lobby/device-pickers.js';
import { $lobbyParts } from '../lobby/late-lobby.js';
import { LevelBars } from '../lobby/level-bars.js';
import { permissionHint } from '../lobby/permission-hint.js';
import { PmWaitingElement } from '../lobby/pm-waiting.js';
import { SuggestedPassphrase } from '../lobby/suggested-passphrase.js';
import { doChatRequest } from './chat-requests.js';
import { doHostRequest } from './host-requests.js';
import { $lateRequests } from './late-requests.js';
import { Announcements } from '../notice/announcements.js';
import { HostLines } from '../notice/host-lines.js';
import { $announcer } from '../notice/late-announcements.js';
import { $hostLines } from '../notice/late-host-lines.js';
import { PmDetailsElement } from '../panel/pm-details.js';
import { PmPanelElement } from '../panel/pm-panel.js';
import { PmPeopleElement } from '../panel/pm-people.js';
import { cameraChoices } from '../shared/camera-choices.js';
import { en } from '../../locales/en.js';
import { define } from '../shared/define.js';
import { $english } from '../shared/late-words.js';
import { $tooltip } from '../shared/late-tooltip.js';
import { PmMenuElement } from '../shared/pm-menu.js';
import { giveTooltip } from '../shared/tooltip.js';
import { PmShortcutsElement } from '../shortcuts/pm-shortcuts.js';
import { PmSafetyElement } from '../trust/pm-safety.js';
import { PmTrustElement } from '../trust/pm-trust.js';
import { $pictureInPicture } from '../stage/late-picture-in-picture.js';
import { PictureInPictureController } from '../stage/picture-in-picture.js';
import { PmEmptyElement } from '../stage/pm-empty.js';
import { Pages } from '../stage/pages.js';
import { ShownTiles } from '../stage/shown-tiles.js';
import { TileMoves } from '../stage/tile-moves.js';
import { TileMotion } from '../stage/tile-motion.js';
import { $gridParts } from '../stage/late-grid.js';
import { $openTileMenu } from '../stage/late-tile-menu.js';
import { $tileTrust } from '../stage/late-trust.js';
import { OpenTileMenu } from '../stage/open-tile-menu.js';
import { PmReactionsElement } from '../stage/pm-reactions.js';
import { tileTrust } from '../stage/tile-trust.js';

/** Defines what a call can begin without. */
export const defineLater = (): void => {
  bringLater();
  // before the menus that ask for it
  $menus.set({
    cameraChoices,
    deviceGroups,
    endButton,
    leaveGroups,
    moreGroups,
    reactionGroup,
    inviteFromBar,
    createRest: (host, isBusy) => new BarRest(host, isBusy),
    createWords: () => new ControlWords(),
  });
  $lobbyParts.set({
    createPickers: (host) => new DevicePickers(host),
    createLevel: (host, store) => new LevelBars(host, store),
    createSuggestion: (host, fill) => new SuggestedPassphrase(host, fill),
    permissionHint,
  });
  $lateRequests.set((host, meeting, event) => {
    doChatRequest(host, meeting, event);
    doHostRequest(meeting, event);
  });
  $pictureInPicture.set((host, source) => new PictureInPictureController(host, source));
  $openTileMenu.set((host, door) => new OpenTileMenu(host, door));
  $gridParts.set({
    createPages: (host, turn) => new Pages(host, turn),
    createMotion: (tiles) => new TileMotion(tiles),
    createMoves: (float) => new TileMoves(float),
    createShown: (host, smallWindow) => new ShownTiles(host, smallWindow),
  });
  $announcer.set((changed) => new Announcements(changed)); // before the one that the notice listens to
  $hostLines.set((...of) => new HostLines(...of));
  $deviceWatch.set(() => new DeviceWatch());
  $tileTrust.set(tileTrust);
  $tooltip.set(giveTooltip);
  define('pm-menu', PmMenuElement);
  define('pm-shortcuts', PmShortcutsElement);
  define('pm-waiting', PmWaitingElement);
  define('pm-timer', PmTimerElement);
  define('pm-reactions', PmReactionsElement);
  define('pm-chat', PmChatElement);
  define('pm-file-drop', PmFileDropElement);
  define('pm-trust', PmTrustElement);
  define('pm-safety', PmSafetyElement);
  define('pm-people', PmPeopleElement);
  define('pm-panel', PmPanelElement);
  define('pm-empty', PmEmptyElement);
  define('pm-details', PmDetailsElement);
  $english.set(en); // last: all is drawn again with them
};
