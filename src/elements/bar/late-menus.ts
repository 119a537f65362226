import { atom } from 'nanostores';
import type { MovableElement } from '../shared/movable-element.js';
import type { inviteFromBar } from './bar-invite.js';
import type { BarRest } from './bar-rest.js';
import type { ControlWords } from './control-words.js';
import type { cameraChoices } from '../shared/camera-choices.js';
import type { deviceGroups } from '../devices/device-groups.js';
import type { endButton, leaveGroups } from './leave-choices.js';
import type { moreGroups } from './more-choices.js';
import type { reactionGroup } from './reaction-choices.js';

/** What makes the contents of the bar's menus, and what else the bar can begin without. */
export interface BarMenus {
  readonly cameraChoices: typeof cameraChoices;
  readonly deviceGroups: typeof deviceGroups;
  readonly endButton: typeof endButton;
  readonly leaveGroups: typeof leaveGroups;
  readonly moreGroups: typeof moreGroups;
  readonly reactionGroup: typeof reactionGroup;
  readonly inviteFromBar: typeof inviteFromBar;
  /** What has the bar of a full screen go while nobody moves; `isBusy`: it is in use. */
  readonly createRest: (host: MovableElement, isBusy: () => boolean) => BarRest;
  /** What says what one's own controls did. */
  readonly createWords: () => ControlWords;
}

/** Not there from the beginning, but before the menus are that ask for it. */
export const $menus = atom<BarMenus | undefined>();
