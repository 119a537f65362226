/** A moving picture made in the page. */
export interface CanvasTrack {
  readonly track: MediaStreamTrack;
  /** Ends the track and the drawing. */
  stop(): void;
}

/** A tone made in the page. */
export interface ToneTrack {
  readonly track: MediaStreamTrack;
  /** Ends the track and gives the audio hardware back. */
  stop(): Promise<void>;
}

interface FrameRequester {
  requestFrame(): void;
}
type Source = MediaStream | MediaStreamTrack;
const canRequestFrame = (source: Source): source is Source & FrameRequester => 'requestFrame' in source;

/**
 * A picture of one colour with a square that moves over it, so that no two frames are alike.
 * `color` is any CSS colour, `fps` frames a second, sizes are in pixels. Drawn by a timer, not by animation frames,
 * which stop in a page that is not shown.
 */
export const createCanvasTrack = (color: string, { fps = 15, width = 320, height = 240 } = {}): CanvasTrack => {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d context for the canvas');
  const side = Math.round(height / 6);
  let tick = 0;
  const draw = () => {
    context.fillStyle = color;
    context.fillRect(0, 0, width, height);
    context.fillStyle = tick % 2 ? '#fff' : '#000';
    context.fillRect((tick * 7) % (width - side), height - side, side, side); // along the bottom: the centre keeps the colour
    tick += 1;
  };
  draw();

  // Firefox has `requestFrame` on the stream, Chromium on the track, as specified (mediacapture-fromelement).
  let stream = canvas.captureStream(0);
  const requester = [...stream.getVideoTracks(), stream].find(canRequestFrame);
  if (!requester) stream = canvas.captureStream(fps);
  const [track] = stream.getVideoTracks();
  if (!track) throw new Error('no video track from the canvas');

  const timer = setInterval(() => {
    draw();
    requester?.requestFrame();
  }, 1000 / fps);
  return {
    track,
    stop() {
      clearInterval(timer);
      track.stop();
    },
  };
};

/**
 * A sine of `frequency` Hz. Silent while the browser holds its AudioContext: until a gesture (tests set the autoplay
 * switches), and in Firefox on a machine without a sound device (there tests need `media.cubeb.force_mock_context`).
 */
export const createToneTrack = (frequency = 440): ToneTrack => {
  const context = new AudioContext();
  const oscillator = new OscillatorNode(context, { frequency });
  const destination = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
  oscillator.connect(new GainNode(context, { gain: 0.2 })).connect(destination);
  oscillator.start();
  const [track] = destination.stream.getAudioTracks();
  if (!track) throw new Error('no audio track from the audio context');
  return {
    track,
    async stop() {
      track.stop();
      oscillator.stop();
      await context.close();
    },
  };
};
