import { type Facing, facingOf, isFacing } from './facing.js';

/** The camera that one turns to: the one on the other side, or the other one of two. */
export type OtherCamera = { readonly facing: Facing } | { readonly deviceId: string };

const OPPOSITE = { user: 'environment', environment: 'user' } as const;

/** Of a camera that is listed; only Chromium tells. */
const sidesOf = (device: MediaDeviceInfo): readonly Facing[] => {
  const { facingMode = [] } = 'getCapabilities' in device ? (device as InputDeviceInfo).getCapabilities() : {};
  return facingMode.filter(isFacing);
};

/**
 * What a flip of the open camera turns to: where there is something to touch, or cameras are known to be on both sides.
 * `undefined`: there is no other, or so many that one has to be chosen by its name.
 */
export const otherCamera = (
  track: MediaStreamTrack,
  devices: readonly MediaDeviceInfo[],
  hasTouch = matchMedia('(any-pointer: coarse)').matches,
): OtherCamera | undefined => {
  const cameras = devices.filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId);
  const sides = cameras.flatMap(sidesOf);
  const hasBoth = sides.includes('user') && sides.includes('environment');
  if (cameras.length < 2 || !(hasTouch || hasBoth)) return undefined;
  const now = facingOf(track);
  const facing = now && OPPOSITE[now];
  if (facing && (sides.length === 0 || sides.includes(facing))) return { facing };
  const others = cameras.filter(({ deviceId }) => deviceId !== track.getSettings().deviceId);
  const [other] = others;
  return other && others.length === 1 ? { deviceId: other.deviceId } : undefined;
};
