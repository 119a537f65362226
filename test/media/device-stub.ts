import type { Facing } from '../../src/media/facing.js';
import { createCanvasTrack, createToneTrack } from '../helpers/tracks.js';

interface Request {
  readonly constraints: MediaStreamConstraints;
  /** Opens what was asked for: real tracks, of a canvas and a tone, or the one that is given. */
  readonly allow: (track?: MediaStreamTrack) => MediaStream;
  readonly refuse: (name: string, message?: string) => void;
}

/** `deviceId` asked for, be it wished or exact. */
export const idOf = (constraints: MediaTrackConstraints | boolean | undefined): string | undefined => {
  const wanted = typeof constraints === 'object' ? constraints.deviceId : undefined;
  const { ideal, exact } = (wanted ?? {}) as { ideal?: string; exact?: string };
  return exact ?? ideal;
};

/** A device as the browser lists it. */
export const deviceOf = (kind: MediaDeviceKind, deviceId: string, label = `label of ${deviceId}`): MediaDeviceInfo => ({
  kind,
  deviceId,
  label,
  groupId: '',
  toJSON: () => ({}),
});

/** A camera of a phone as Chromium lists it: it tells the side that it is on. */
export const sidedOf = (deviceId: string, facing: Facing): MediaDeviceInfo =>
  Object.assign(deviceOf('videoinput', deviceId), { getCapabilities: () => ({ facingMode: [facing] }) });

/** A track that says it is of the device, and on the side. */
export const ofDevice = (track: MediaStreamTrack, deviceId: string, facingMode?: Facing): MediaStreamTrack => {
  const settings = track.getSettings.bind(track);
  Object.defineProperty(track, 'getSettings', {
    configurable: true,
    value: () => ({ ...settings(), deviceId, ...(facingMode && { facingMode }) }),
  });
  return track;
};

/** Every device of the page, in the test's hands until `restore()`. */
export const stubDevices = () => {
  const requests: Request[] = [];
  const opened: MediaStreamTrack[] = [];
  const stops: (() => unknown)[] = [];
  /** What the browser says when asked; for what is not in it, `prompt`. */
  const permissions = new Map<string, PermissionState>();
  let answer: ((request: Request) => void) | undefined;
  let devices: readonly MediaDeviceInfo[] = [];

  const make = ({ audio, video }: MediaStreamConstraints): MediaStream => {
    const sources = [...(audio ? [createToneTrack()] : []), ...(video ? [createCanvasTrack('teal')] : [])];
    for (const source of sources) stops.push(() => source.stop());
    const tracks = sources.map(({ track }) =>
      ofDevice(track, idOf(track.kind === 'audio' ? audio : video) ?? `default ${track.kind}`),
    );
    opened.push(...tracks);
    return new MediaStream(tracks);
  };
  const { mediaDevices } = navigator;
  const replace = (target: object, name: string, value: unknown) =>
    Object.defineProperty(target, name, { configurable: true, value });
  replace(
    mediaDevices,
    'getUserMedia',
    (constraints: MediaStreamConstraints) =>
      new Promise<MediaStream>((resolve, reject) => {
        const request: Request = {
          constraints,
          allow: (track) => {
            const stream = track ? new MediaStream([track]) : make(constraints);
            resolve(stream);
            return stream;
          },
          refuse: (name, message) => reject(new DOMException(message ?? name, name)),
        };
        requests.push(request);
        answer?.(request);
      }),
  );
  replace(mediaDevices, 'enumerateDevices', () => Promise.resolve([...devices]));
  replace(navigator.permissions, 'query', ({ name }: { name: string }) =>
    Promise.resolve({ state: permissions.get(name) ?? 'prompt' }),
  );
  return {
    requests,
    permissions,
    /** Every track that was given out. */
    opened,
    live: () => opened.filter(({ readyState }) => readyState === 'live'),
    /** Answers each request from now on. */
    answerBy: (how: typeof answer) => {
      answer = how;
    },
    /** What is plugged in from now on, without a word. */
    has: (...now: readonly MediaDeviceInfo[]) => {
      devices = now;
    },
    /** Plugs and unplugs: the browser tells of it. */
    plug: (...now: readonly MediaDeviceInfo[]) => {
      devices = now;
      mediaDevices.dispatchEvent(new Event('devicechange'));
    },
    restore: async () => {
      for (const name of ['getUserMedia', 'enumerateDevices']) Reflect.deleteProperty(mediaDevices, name);
      Reflect.deleteProperty(navigator.permissions, 'query');
      await Promise.all(stops.map((stop) => stop()));
    },
  };
};

export type DeviceStub = ReturnType<typeof stubDevices>;
