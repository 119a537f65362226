import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Where a playback's video is, and what it tells. */
export interface PlaybackOptions {
  readonly video: () => HTMLVideoElement | null | undefined;
  /** The browser wants a gesture before it plays sound. */
  readonly blocked?: () => void;
}

/**
 * Plays a stream in one `<video>` for as long as the host is in the page: again after a move,
 * when tracks came back, and without sound while the browser forbids that. Lets go of the stream after a removal.
 */
export class VideoPlayback implements ReactiveController {
  #stream: MediaStream | undefined;
  #muted = true;
  #blocked = false;
  #release: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & Element,
    private readonly options: PlaybackOptions,
  ) {
    host.addController(this);
  }

  /** Whether there is a picture to look at. */
  get hasPicture(): boolean {
    return (this.options.video()?.videoWidth ?? 0) > 0;
  }

  /** Whether the picture is higher than wide. */
  get isPortrait(): boolean {
    const video = this.options.video();
    return !!video && video.videoHeight > video.videoWidth;
  }

  /** Plays `stream`; with `muted` never its sound. Cheap to call when nothing changed. */
  show(stream: MediaStream | undefined, muted: boolean): void {
    this.#muted = muted;
    if (stream !== this.#stream) {
      this.#listen('removeEventListener');
      this.#stream = stream;
      this.#listen('addEventListener');
    }
    this.play();
  }

  /** Plays what should play and doesn't. */
  play(): void {
    const video = this.options.video();
    if (!video || !this.host.isConnected) return;
    if (video.srcObject !== (this.#stream ?? null)) video.srcObject = this.#stream ?? null;
    video.muted = this.#muted || this.#blocked;
    if (this.#stream && (video.paused || video.ended)) this.#start(video);
  }

  /** Tries sound again: call it in a gesture. */
  unblock(): void {
    if (!this.#blocked) return;
    this.#blocked = false;
    const video = this.options.video();
    if (!video) return;
    video.muted = this.#muted;
    this.#start(video);
  }

  hostConnected(): void {
    clearTimeout(this.#release);
    this.play(); // a move in the DOM pauses a video
  }

  hostDisconnected(): void {
    // A move disconnects as a removal does; only a task later they differ.
    this.#release = setTimeout(() => {
      this.#listen('removeEventListener');
      this.#stream = undefined;
      const video = this.options.video();
      if (video) video.srcObject = null;
      if (this.host.isConnected) this.host.requestUpdate();
    });
  }

  readonly #replay = (): void => this.play();

  #listen(method: 'addEventListener' | 'removeEventListener'): void {
    this.#stream?.[method]('addtrack', this.#replay);
    this.#stream?.[method]('removetrack', this.#replay);
  }

  #start(video: HTMLVideoElement): void {
    video.play().catch((error: unknown) => {
      const name = error instanceof DOMException ? error.name : '';
      if (name === 'AbortError') return; // a newer stream or the removal overtook this play()
      if (name !== 'NotAllowedError') reportError(error);
      else if (!video.muted) this.#playWithoutSound();
    });
  }

  #playWithoutSound(): void {
    this.#blocked = true;
    this.options.blocked?.();
    this.play();
  }
}
