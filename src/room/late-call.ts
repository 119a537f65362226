import { atom } from 'nanostores';
import type { ScreenShare } from '../media/screen-share.js';
import type { CallWatch } from './call-watch.js';
import type { DeviceSwitch } from './device-switch.js';
import type { FaceWatch } from './face-watch.js';
import type { Reactions } from './reactions.js';
import type { Messaging } from './messaging.js';
import type { OwnWatch } from './own-watch.js';
import type { Watching } from './watching.js';

/** What a room can be entered without. */
export interface CallParts {
  readonly callWatch: (...of: ConstructorParameters<typeof CallWatch>) => CallWatch;
  readonly deviceSwitch: (...of: ConstructorParameters<typeof DeviceSwitch>) => DeviceSwitch;
  readonly faceWatch: (...of: ConstructorParameters<typeof FaceWatch>) => FaceWatch;
  readonly messaging: (...of: ConstructorParameters<typeof Messaging>) => Messaging;
  readonly ownWatch: (...of: ConstructorParameters<typeof OwnWatch>) => OwnWatch;
  readonly reactions: (...of: ConstructorParameters<typeof Reactions>) => Reactions;
  readonly screenShare: (...of: ConstructorParameters<typeof ScreenShare>) => ScreenShare;
  readonly watching: (...of: ConstructorParameters<typeof Watching>) => Watching;
}

/** Not there from the beginning: until then nobody is seen to speak, no screen is shared, and all pictures come. */
export const $callParts = atom<CallParts | undefined>();
