import { atom } from 'nanostores';
import type { cameraChoices } from '../shared/camera-choices.js';
import type { deviceGroups } from '../devices/device-groups.js';
import type { moreGroups } from './more-choices.js';
import type { reactionGroup } from './reaction-choices.js';

/** What makes the contents of the bar's menus. */
export interface BarMenus {
  readonly cameraChoices: typeof cameraChoices;
  readonly deviceGroups: typeof deviceGroups;
  readonly moreGroups: typeof moreGroups;
  readonly reactionGroup: typeof reactionGroup;
}

/** Not there from the beginning, but before the menus are that ask for it. */
export const $menus = atom<BarMenus | undefined>();
