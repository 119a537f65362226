import { atom } from 'nanostores';
import type { DeviceWatch } from './device-watch.js';

/** Makes what tells of devices that are plugged in during a call. Not there from the beginning. */
export const $deviceWatch = atom<(() => DeviceWatch) | undefined>();
