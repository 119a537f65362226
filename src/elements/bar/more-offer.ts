import { hasDevices } from '../devices/device-choices.js';
import type { BarControl } from './bar-layout.js';
import type { MoreContext } from './more-choices.js';

/** What "more" has a choice for where it is not in the bar. */
const FROM_BAR = ['reactions', 'camera', 'screen', 'hand', 'chat'] as const satisfies readonly BarControl[];

/** Whether there is anything under "more", which need not have come yet. */
export const hasMore = ({ store, offered, bar, hasDevices: choosesDevices }: MoreContext): boolean =>
  offered.has('layout') ||
  offered.has('people') ||
  offered.has('safety') ||
  (offered.has('invite') && !!store.$inviteUrl.get()) ||
  FROM_BAR.some((name) => offered.has(name) && !bar.has(name)) ||
  (choosesDevices && hasDevices(store));
