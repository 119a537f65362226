/** A real track that gives nothing until it is told to: no frame but a first one, or samples that are all 0. */
export interface QuietTrack {
  readonly track: MediaStreamTrack;
  /** Gives, or falls quiet again. */
  give(on: boolean): void;
  stop(): unknown;
}

export const createQuietCamera = (): QuietTrack => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 160, height: 120 });
  const context = canvas.getContext('2d');
  const [track] = canvas.captureStream().getVideoTracks();
  if (!context || !track) throw new Error('no canvas track');
  let timer: ReturnType<typeof setInterval> | undefined;
  let tick = 0;
  const draw = () => {
    context.fillStyle = (tick += 1) % 2 ? 'teal' : 'navy';
    context.fillRect(0, 0, 160, 120);
  };
  return {
    track,
    give: (on) => {
      clearInterval(timer);
      if (on) timer = setInterval(draw, 100);
    },
    stop: () => {
      clearInterval(timer);
      track.stop();
    },
  };
};

export const createQuietMicrophone = (): QuietTrack => {
  const context = new AudioContext();
  const oscillator = new OscillatorNode(context);
  const gain = new GainNode(context, { gain: 0 });
  const destination = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
  oscillator.connect(gain).connect(destination);
  oscillator.start();
  const [track] = destination.stream.getAudioTracks();
  if (!track) throw new Error('no track from the audio context');
  return {
    track,
    give: (on) => {
      gain.gain.value = on ? 0.2 : 0;
    },
    stop: () => {
      track.stop();
      return context.close();
    },
  };
};
