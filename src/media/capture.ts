import { type MeetError } from '../errors.js';
import { type DeviceKind, deviceFailure, gatherPermissionFacts } from './device-failure.js';

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
  facingMode: 'user',
});
const MICROPHONE: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

/** What came of asking for a device. */
export type Captured = MediaStreamTrack | MeetError;

const constraints = (kinds: readonly DeviceKind[]): MediaStreamConstraints => ({
  ...(kinds.includes('microphone') ? { audio: MICROPHONE } : {}),
  ...(kinds.includes('camera') ? { video: cameraConstraints(FIRST_HEIGHT) } : {}),
});

const captureOne = async (kind: DeviceKind): Promise<Captured> => {
  try {
    const stream = await navigator.mediaDevices.getUserMedia(constraints([kind]));
    const [track] = stream.getTracks();
    if (!track) throw new DOMException('no track in the stream', 'NotFoundError');
    return track;
  } catch (cause) {
    return deviceFailure(kind, cause, await gatherPermissionFacts(kind));
  }
};

/**
 * Opens the devices: with one question to the person for all, and where that fails one by one,
 * so that a missing camera does not cost the microphone.
 */
export const capture = async (kinds: readonly DeviceKind[]): Promise<Map<DeviceKind, Captured>> => {
  if (kinds.length > 1) {
    try {
      const stream = await navigator.mediaDevices.getUserMedia(constraints(kinds));
      const [microphone] = stream.getAudioTracks();
      const [camera] = stream.getVideoTracks();
      if (microphone && camera) return new Map([['microphone', microphone], ['camera', camera]]); // prettier-ignore
      for (const track of stream.getTracks()) track.stop();
    } catch {
      // Which of them failed, and why, shows when they are asked for one by one.
    }
  }
  const captured = new Map<DeviceKind, Captured>();
  for (const kind of kinds) captured.set(kind, await captureOne(kind));
  return captured;
};
