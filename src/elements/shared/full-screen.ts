import { isRefusal } from '../../protocol/kind.js';

/** A video that only the system's own player shows on the whole screen: on an iPhone. */
interface PlayerVideo extends HTMLVideoElement {
  webkitEnterFullscreen(): void;
}
const hasPlayer = (video: HTMLVideoElement): video is PlayerVideo => 'webkitEnterFullscreen' in video;

/** Whether there is full screen for elements; without, a frame may still be what forbids it where there is. */
const hasElements = (): boolean => 'fullscreenEnabled' in document;

/** Whether something can be shown on the whole screen here: not in a frame that may not, nor in every browser. */
export const canFullScreen = (): boolean =>
  hasElements() ? document.fullscreenEnabled : hasPlayer(document.createElement('video'));

/** Shows `element` on the whole screen, or ends that; where only videos can be shown so, its `video`. */
export const toggleFullScreen = (element: Element, video: HTMLVideoElement | null | undefined): void => {
  if (!hasElements()) {
    if (video && hasPlayer(video) && video.readyState >= HTMLMediaElement.HAVE_METADATA) video.webkitEnterFullscreen();
    return;
  }
  const change = element.matches(':fullscreen') ? element.ownerDocument.exitFullscreen() : element.requestFullscreen();
  // Refused without a gesture, or by the page around a frame: the picture stays as it is.
  change.catch((error: unknown) => {
    if (!isRefusal(error)) reportError(error);
  });
};
