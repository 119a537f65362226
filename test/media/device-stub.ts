import { createCanvasTrack, createToneTrack } from '../helpers/tracks.js';

interface Request {
  readonly constraints: MediaStreamConstraints;
  /** Opens what was asked for: real tracks, of a canvas and a tone, or the one that is given. */
  readonly allow: (track?: MediaStreamTrack) => MediaStream;
  readonly refuse: (name: string, message?: string) => void;
}

/** Every device of the page, in the test's hands until `restore()`. */
export const stubDevices = () => {
  const requests: Request[] = [];
  const opened: MediaStreamTrack[] = [];
  const stops: (() => unknown)[] = [];
  let answer: ((request: Request) => void) | undefined;

  const make = ({ audio, video }: MediaStreamConstraints): MediaStream => {
    const sources = [...(audio ? [createToneTrack()] : []), ...(video ? [createCanvasTrack('teal')] : [])];
    for (const source of sources) stops.push(() => source.stop());
    const tracks = sources.map(({ track }) => track);
    opened.push(...tracks);
    return new MediaStream(tracks);
  };
  Object.defineProperty(navigator.mediaDevices, 'getUserMedia', {
    configurable: true,
    value: (constraints: MediaStreamConstraints) =>
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
  });
  return {
    requests,
    /** Every track that was given out. */
    opened,
    live: () => opened.filter(({ readyState }) => readyState === 'live'),
    /** Answers each request from now on. */
    answerBy: (how: typeof answer) => {
      answer = how;
    },
    restore: async () => {
      Reflect.deleteProperty(navigator.mediaDevices, 'getUserMedia');
      await Promise.all(stops.map((stop) => stop()));
    },
  };
};

export type DeviceStub = ReturnType<typeof stubDevices>;
