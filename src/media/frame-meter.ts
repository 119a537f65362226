/** Milliseconds from a look that saw no frame to the next, and from one that did: each has the browser make a frame of the page. */
const QUIET = 500;
const WELL = 1_000;

/** Whether a camera's frames come, told time and again by a video that nobody sees: nothing is drawn for it. */
export class FrameMeter {
  #video: HTMLVideoElement | undefined;
  #track: MediaStreamTrack | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #hasFrame = false;
  /** The frame of the page that was asked for and has not come. */
  #drawing: number | undefined;

  /** `onLook`: whether a frame came since the last look. */
  constructor(private readonly onLook: (hasFrame: boolean) => void) {}

  /** Looks at `track` from now on; `undefined` ends it. */
  measure(track: MediaStreamTrack | undefined): void {
    if (track === this.#track) return;
    this.#track = track;
    clearTimeout(this.#timer);
    cancelAnimationFrame(this.#drawing ?? 0);
    this.#drawing = undefined;
    if (this.#video) this.#video.srcObject = null;
    this.#video = undefined;
    // Firefox counts frames from 132 on; before that nothing is known.
    if (!track || !('requestVideoFrameCallback' in HTMLVideoElement.prototype)) return;
    const video = document.createElement('video');
    Object.assign(video, { muted: true, playsInline: true, autoplay: true, srcObject: new MediaStream([track]) });
    video.play().catch(() => undefined); // Where it may not play it is not looked at.
    this.#video = video;
    this.#hasFrame = false;
    this.#await(video);
    this.#awaitDrawing();
    this.#timer = setTimeout(this.#look, QUIET);
  }

  #await(video: HTMLVideoElement): void {
    video.requestVideoFrameCallback(() => {
      this.#hasFrame = true;
    });
  }

  #awaitDrawing(): void {
    this.#drawing ??= requestAnimationFrame(() => {
      this.#drawing = undefined;
    });
  }

  readonly #look = (): void => {
    this.#timer = setTimeout(this.#look, this.#hasFrame ? WELL : QUIET); // before it is told, which may end it
    const video = this.#video;
    // A page that is not drawn is shown no frames: one that is hidden, or a frame that is scrolled out of sight.
    const wasDrawn = this.#drawing === undefined;
    this.#awaitDrawing();
    // Chromium mutes a camera that gives none; elsewhere it was the person or the system.
    const isMuted = this.#track?.muted && !('MediaStreamTrackProcessor' in globalThis);
    if (!video || video.paused || !wasDrawn || isMuted) return;
    this.onLook(this.#hasFrame);
    if (!this.#hasFrame) return;
    this.#hasFrame = false;
    this.#await(video);
  };
}
