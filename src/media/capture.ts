import { MeetError } from '../errors.js';
import { isDOMException } from '../protocol/kind.js';
import { type DeviceKind, deviceFailure, gatherPermissionFacts, queryPermission } from './device-failure.js';
import type { Facing } from './facing.js';

/**
 * Picture lines that a camera opens with. Bandwidth takes seconds to grow to more, and drawing and encoding more would
 * hold up the connections (Firefox, two cores, joining three others: 463 ms with 720 lines, 322 ms with 480).
 */
export const FIRST_HEIGHT = 360;

/** 16:9 at 30 a second, as a face needs at most in a mesh; the encoder goes below by itself. */
export const cameraConstraints = (height: number): MediaTrackConstraints => ({
  width: { ideal: Math.round((height * 16) / 9) },
  height: { ideal: height },
  frameRate: { ideal: 30, max: 30 },
});
const MICROPHONE: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

/** What came of asking for a device. */
export type Captured = MediaStreamTrack | MeetError;

/** What was opened, if it was. */
export const trackOf = (captured: Captured | undefined): MediaStreamTrack | undefined =>
  captured instanceof MeetError ? undefined : captured;
/** Devices by their kind, where one was chosen. */
export type Choices = Readonly<Partial<Record<DeviceKind, string | undefined>>>;

/** A chosen device is wished for, since it may be unplugged by now; without a choice a camera is the one at the face. */
const wished = (kind: DeviceKind, id: string | undefined): MediaTrackConstraints => {
  const device = id ? { deviceId: { ideal: id } } : {};
  if (kind === 'microphone') return { ...MICROPHONE, ...device };
  return { ...cameraConstraints(FIRST_HEIGHT), ...(id ? device : { facingMode: 'user' }) };
};

const constraints = (kinds: readonly DeviceKind[], choices: Choices): MediaStreamConstraints => ({
  ...(kinds.includes('microphone') ? { audio: wished('microphone', choices.microphone) } : {}),
  ...(kinds.includes('camera') ? { video: wished('camera', choices.camera) } : {}),
});

const open = async (kind: DeviceKind, wanted: MediaStreamConstraints): Promise<Captured> => {
  try {
    const stream = await navigator.mediaDevices.getUserMedia(wanted);
    const [track] = stream.getTracks();
    if (!track) throw new DOMException('no track in the stream', 'NotFoundError');
    return track;
  } catch (cause) {
    return deviceFailure(kind, cause, await gatherPermissionFacts(kind));
  }
};

/** Opens the camera on one side of a phone and no other. */
export const captureFacing = (facing: Facing): Promise<Captured> =>
  open('camera', { video: { ...cameraConstraints(FIRST_HEIGHT), facingMode: { exact: facing } } });

/** Opens one device and no other; without an id the browser's choice. */
export const captureExactly = (kind: DeviceKind, deviceId: string): Promise<Captured> => {
  const exact = deviceId ? { deviceId: { exact: deviceId } } : {};
  const wanted = { ...wished(kind, deviceId), ...exact };
  return open(kind, kind === 'microphone' ? { audio: wanted } : { video: wanted });
};

const isRefusal = (cause: unknown): cause is DOMException =>
  isDOMException(cause) && (cause.name === 'NotAllowedError' || cause.name === 'SecurityError');

/**
 * Which of the devices may be asked for after the question for all of them was refused: those that are granted already,
 * and where another's stored refusal answered for it, one that nobody was asked about. So a person who says no is not asked again.
 */
const stillOpen = async (kinds: readonly DeviceKind[]): Promise<readonly DeviceKind[]> => {
  const states = await Promise.all(kinds.map(queryPermission));
  const wasRefusedBefore = states.includes('denied');
  return kinds.filter((_, index) => {
    const state = states[index];
    return state === 'granted' || (state === 'prompt' && wasRefusedBefore);
  });
};

/**
 * Opens the devices: with one question to the person for all, and where that fails one by one,
 * so that a missing camera does not cost the microphone.
 */
export const capture = async (
  kinds: readonly DeviceKind[],
  choices: Choices = {},
): Promise<Map<DeviceKind, Captured>> => {
  const captured = new Map<DeviceKind, Captured>();
  let singly = kinds;
  if (kinds.length > 1) {
    try {
      const stream = await navigator.mediaDevices.getUserMedia(constraints(kinds, choices));
      const [microphone] = stream.getAudioTracks();
      const [camera] = stream.getVideoTracks();
      if (microphone && camera) return new Map([['microphone', microphone], ['camera', camera]]); // prettier-ignore
      for (const track of stream.getTracks()) track.stop();
    } catch (cause) {
      // Otherwise, which of them failed, and why, shows when they are asked for one by one.
      if (isRefusal(cause)) singly = await stillOpen(kinds);
      for (const kind of kinds) {
        if (!singly.includes(kind)) captured.set(kind, deviceFailure(kind, cause, await gatherPermissionFacts(kind)));
      }
    }
  }
  for (const kind of singly) captured.set(kind, await open(kind, constraints([kind], choices)));
  return captured;
};
