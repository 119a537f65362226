/**
 * A picture of nothing, for deployed clients: with no picture at all they keep the last frame.
 * Small, and one frame a second keeps it alive.
 */
export const createBlackTrack = (): { readonly track: MediaStreamTrack; readonly stop: () => void } => {
  const canvas = document.createElement('canvas');
  canvas.width = 16;
  canvas.height = 16;
  const context = canvas.getContext('2d');
  const draw = () => context?.fillRect(0, 0, 16, 16);
  draw();
  const [track] = canvas.captureStream(1).getVideoTracks();
  if (!track) throw new DOMException('a canvas gave no track', 'NotSupportedError');
  const timer = setInterval(draw, 1000);
  return {
    track,
    stop: () => {
      clearInterval(timer);
      track.stop();
    },
  };
};
