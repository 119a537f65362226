import { MeetError, type MeetErrorDetails } from '../errors.js';
import { isDOMException } from '../protocol/kind.js';
import { allowedByPolicy } from './policy.js';

export type DeviceKind = 'microphone' | 'camera';

/** What of a browser tells who said no. */
export interface PermissionFacts {
  /** Whether the page's policy lets it use the device; `undefined` where the browser does not tell (Firefox). */
  readonly allowedByPolicy: boolean | undefined;
  /** The stored answer of the Permissions API; `undefined` where it does not know the device. */
  readonly permission: PermissionState | undefined;
}

/** The browser's stored answer for a device, if it tells. */
export const queryPermission = async (device: DeviceKind): Promise<PermissionState | undefined> => {
  try {
    return (await navigator.permissions.query({ name: device })).state;
  } catch {
    return undefined; // Not every browser knows these names; then nothing is known.
  }
};

export const gatherPermissionFacts = async (device: DeviceKind): Promise<PermissionFacts> => ({
  allowedByPolicy: allowedByPolicy(device),
  permission: await queryPermission(device),
});

const refusedBy = (cause: DOMException, facts: PermissionFacts): NonNullable<MeetErrorDetails['by']> => {
  if (facts.allowedByPolicy === false) return 'policy';
  if (/system/i.test(cause.message)) return 'system'; // Chromium: "Permission denied by system".
  if (facts.permission === 'denied' || /permission (denied|dismissed)/i.test(cause.message)) return 'user';
  return 'unknown';
};

/**
 * What a failure of `getUserMedia` means to a person: the names are those of the Media Capture specification
 * (w3.org/TR/mediacapture-streams, getUserMedia), and Firefox's and older ones for the same.
 */
export const deviceFailure = (device: DeviceKind, cause: unknown, facts: PermissionFacts): MeetError => {
  const name = isDOMException(cause) ? cause.name : '';
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return new MeetError('permission-denied', `${device}: permission denied`, {
        cause,
        device,
        by: refusedBy(cause as DOMException, facts),
      });
    case 'NotFoundError':
    case 'OverconstrainedError':
      return new MeetError('device-missing', `${device}: none found`, { cause, device });
    case 'NotReadableError':
    case 'AbortError':
      return new MeetError('device-busy', `${device}: in use elsewhere, or the system cannot open it`, {
        cause,
        device,
      });
    default:
      return new MeetError('internal', `${device}: ${name || 'unknown failure'}`, { cause, device });
  }
};
