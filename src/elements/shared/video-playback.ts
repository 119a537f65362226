import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { errorName, isDOMException } from '../../protocol/kind.js';

/** Where a playback's video is, and what it tells. */
export interface PlaybackOptions {
  readonly video: () => HTMLVideoElement | null | undefined;
  /** The browser wants a gesture before it plays sound. */
  readonly blocked?: () => void;
}

/** How a stream is played. */
export interface PlaybackManner {
  /** Never any sound. */
  readonly muted: boolean;
  /** Sound only, while nobody can see the picture; shown unless false. */
  readonly picture?: boolean;
  /** 0…1. */
  readonly volume?: number;
  /** `deviceId` of the speakers; the browser's choice when left out. */
  readonly speakers?: string | undefined;
}

/** Milliseconds after which a video that was paused again is played again at once; sooner, only a sign of life does. */
const BREATH = 1000;

/**
 * Plays a stream in one `<video>` for as long as the host is in the page: again after a move, after the system
 * interrupted it, when tracks came back, and without sound while the browser forbids that. Lets go of the stream
 * after a removal.
 */
export class VideoPlayback implements ReactiveController {
  #stream: MediaStream | undefined;
  /** The stream's tracks without pictures that nobody sees. Once made it stays: another source would cut the sound. */
  #part: MediaStream | undefined;
  #manner: PlaybackManner = { muted: true };
  #blocked = false;
  #speakers = '';
  #replayed = -BREATH;
  #release: ReturnType<typeof setTimeout> | undefined;
  /** Where the host is, or was. */
  #document: Document | undefined;

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

  /** Plays `stream`. Cheap to call when nothing changed. */
  show(stream: MediaStream | undefined, manner: PlaybackManner): void {
    this.#manner = manner;
    if (stream !== this.#stream) {
      this.#listen('removeEventListener');
      this.#stream = stream;
      this.#part = undefined;
      this.#listen('addEventListener');
    }
    this.play();
  }

  /** Plays what should play and doesn't. */
  play(): void {
    const video = this.options.video();
    if (!video || !this.host.isConnected) return;
    const source = this.#source() ?? null;
    if (video.srcObject !== source) video.srcObject = source;
    this.#sound(video);
    if (source && (video.paused || video.ended)) this.#start(video);
  }

  /** Tries sound again: call it in a gesture. */
  unblock(): void {
    if (!this.#blocked) return;
    this.#blocked = false;
    const video = this.options.video();
    if (!video) return;
    this.#sound(video);
    this.#start(video);
  }

  /** For the video's `pause`: nobody pauses a call, so it was the system, for a phone call or a lock screen. */
  readonly handlePause = (): void => {
    const now = performance.now();
    if (this.#document?.visibilityState === 'hidden' || now - this.#replayed < BREATH) return;
    this.#replayed = now;
    this.play();
  };

  hostConnected(): void {
    clearTimeout(this.#release);
    this.#document = this.host.ownerDocument;
    this.#document.addEventListener('visibilitychange', this.#replay);
    this.play(); // a move in the DOM pauses a video
  }

  hostDisconnected(): void {
    this.#document?.removeEventListener('visibilitychange', this.#replay);
    // A move disconnects as a removal does; only a task later they differ.
    this.#release = setTimeout(() => {
      this.#listen('removeEventListener');
      this.#stream = undefined;
      this.#part = undefined;
      const video = this.options.video();
      if (video) video.srcObject = null;
      if (this.host.isConnected) this.host.requestUpdate();
    });
  }

  readonly #replay = (): void => {
    if (this.#document?.visibilityState === 'visible') this.play();
  };

  readonly #handleTracks = (): void => this.play();

  #listen(method: 'addEventListener' | 'removeEventListener'): void {
    this.#stream?.[method]('addtrack', this.#handleTracks);
    this.#stream?.[method]('removetrack', this.#handleTracks);
  }

  #source(): MediaStream | undefined {
    const { picture = true } = this.#manner;
    if (!this.#stream || (picture && !this.#part)) return this.#stream;
    const part = (this.#part ??= new MediaStream());
    const wanted = picture ? this.#stream.getTracks() : this.#stream.getAudioTracks();
    for (const track of part.getTracks()) if (!wanted.includes(track)) part.removeTrack(track);
    for (const track of wanted) part.addTrack(track); // one that is there already is left
    return part;
  }

  #sound(video: HTMLVideoElement): void {
    const { muted, volume = 1, speakers = '' } = this.#manner;
    video.volume = volume;
    // Where a page may not set volume (iOS), none at all is what it can do.
    video.muted = muted || this.#blocked || (volume === 0 && video.volume !== 0);
    if (muted || speakers === this.#speakers || !('setSinkId' in video)) return;
    this.#speakers = speakers;
    video.setSinkId(speakers).catch((error: unknown) => {
      // Unplugged, not allowed, or overtaken by another choice: it sounds where it sounded.
      if (!isDOMException(error)) reportError(error);
    });
  }

  #start(video: HTMLVideoElement): void {
    video.play().catch((error: unknown) => {
      const name = errorName(error);
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
