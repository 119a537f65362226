import type { ControlName } from '../room/types.js';

/** Whether this browser can show others a screen: on phones it can't. */
const canShareScreen = (): boolean => 'mediaDevices' in navigator && 'getDisplayMedia' in navigator.mediaDevices;

/** Of what a page wants shown, what this browser can do. */
export const offered = (shown: ReadonlySet<ControlName>): ReadonlySet<ControlName> =>
  new Set([...shown].filter((name) => name !== 'screen' || canShareScreen()));
