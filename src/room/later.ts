import { $care } from '../mesh/late-care.js';
import { MeshCare } from '../mesh/mesh-care.js';
import { ScreenShare } from '../media/screen-share.js';
import { CallWatch } from './call-watch.js';
import { DeviceSwitch } from './device-switch.js';
import { FaceWatch } from './face-watch.js';
import { $callParts } from './late-call.js';
import { Messaging } from './messaging.js';
import { OwnWatch } from './own-watch.js';
import { Reactions } from './reactions.js';
import { Watching } from './watching.js';
import { $roomCode } from '../trust/late-code.js';
import { RoomCode } from '../trust/room-code.js';

/** Brings what a call can begin without. */
export const bringLater = (): void => {
  $care.set((mesh) => new MeshCare(mesh));
  $roomCode.set((...of) => new RoomCode(...of));
  $callParts.set({
    callWatch: (...of) => new CallWatch(...of),
    deviceSwitch: (...of) => new DeviceSwitch(...of),
    faceWatch: (...of) => new FaceWatch(...of),
    messaging: (...of) => new Messaging(...of),
    ownWatch: (...of) => new OwnWatch(...of),
    reactions: (...of) => new Reactions(...of),
    screenShare: (...of) => new ScreenShare(...of),
    watching: (...of) => new Watching(...of),
  });
};
