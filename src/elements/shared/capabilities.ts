import { allowedByPolicy } from '../../media/policy.js';
import { canShareScreen } from '../../media/can-share-screen.js';
import type { ControlName } from '../../room/types.js';

/** Of what a page wants shown, what this browser can do and the frame around the page allows. */
export const offered = (shown: ReadonlySet<ControlName>): ReadonlySet<ControlName> => {
  const canScreen = canShareScreen() && allowedByPolicy('display-capture') !== false;
  return new Set([...shown].filter((name) => name !== 'screen' || canScreen));
};
