import { MeetError } from '../errors.js';
import { isDOMException } from '../protocol/kind.js';

/** Whether this browser can share a screen at all: those of phones can't. */
export const canShareScreen = (): boolean =>
  'mediaDevices' in navigator && typeof navigator.mediaDevices.getDisplayMedia === 'function';

/** What browsers know beyond the types: not the meeting's own tab, and another tab's or the system's sound. */
interface WantedScreen extends DisplayMediaStreamOptions {
  readonly selfBrowserSurface: 'exclude' | 'include';
  readonly surfaceSwitching: 'exclude' | 'include';
  readonly systemAudio: 'exclude' | 'include';
}

/** Letters need sharpness, not motion: 15 frames a second are enough for scrolling. */
const WANTED: WantedScreen = {
  video: { frameRate: { ideal: 15, max: 30 } },
  audio: true,
  selfBrowserSurface: 'exclude',
  surfaceSwitching: 'include',
  systemAudio: 'include',
};

interface PolicyDocument {
  readonly permissionsPolicy?: { allowsFeature(name: string): boolean };
  readonly featurePolicy?: { allowsFeature(name: string): boolean };
}

/** Closing the picker has the same name as a refusal by the system or by the page's policy, which are worth a word. */
const isCancel = (cause: unknown): boolean => {
  if (!isDOMException(cause) || cause.name !== 'NotAllowedError') return false;
  const { permissionsPolicy, featurePolicy } = document as Document & PolicyDocument;
  const isAllowed = (permissionsPolicy ?? featurePolicy)?.allowsFeature('display-capture') ?? true;
  return isAllowed && !/system/i.test(cause.message); // Chromium: "Permission denied by system".
};

export interface ScreenShareHandlers {
  /** It began or ended. */
  readonly onChange: () => void;
  readonly onError: (error: MeetError) => void;
}

/** Our screen, window or tab, with its sound where the browser gives it. */
export class ScreenShare {
  #stream: MediaStream | undefined;
  #opening: Promise<void> | undefined;
  /** Grows with every wish, so that a screen that is picked after the wish changed is let go. */
  #wish = 0;

  constructor(private readonly handlers: ScreenShareHandlers) {}

  get isOn(): boolean {
    return this.#stream !== undefined;
  }
  get stream(): MediaStream | undefined {
    return this.#stream;
  }
  get video(): MediaStreamTrack | null {
    return this.#stream?.getVideoTracks()[0] ?? null;
  }
  get audio(): MediaStreamTrack | null {
    return this.#stream?.getAudioTracks()[0] ?? null;
  }

  /** Asks at once, in the gesture that browsers want. Resolves when it is shared, called off, or failed (told by `onError`). */
  start(): Promise<void> {
    if (this.#stream) return Promise.resolve();
    this.#opening ??= this.#open();
    return this.#opening;
  }

  stop(): void {
    this.#wish += 1;
    this.#opening = undefined;
    if (!this.#stream) return;
    for (const track of this.#stream.getTracks()) {
      track.removeEventListener('ended', this.#handleEnded);
      track.stop();
    }
    this.#stream = undefined;
    this.handlers.onChange();
  }

  async #open(): Promise<void> {
    const wish = this.#wish;
    try {
      if (!canShareScreen()) throw new DOMException('this browser has no getDisplayMedia', 'NotSupportedError');
      const stream = await navigator.mediaDevices.getDisplayMedia(WANTED);
      if (wish === this.#wish) this.#adopt(stream);
      else for (const track of stream.getTracks()) track.stop();
    } catch (cause) {
      if (wish !== this.#wish || isCancel(cause)) return;
      this.handlers.onError(new MeetError('screen-share-failed', 'the screen could not be shared', { cause }));
    } finally {
      if (wish === this.#wish) this.#opening = undefined;
    }
  }

  #adopt(stream: MediaStream): void {
    const [video] = stream.getVideoTracks();
    if (!video) throw new DOMException('no picture in the stream', 'NotFoundError');
    video.contentHint = 'detail';
    video.addEventListener('ended', this.#handleEnded);
    this.#stream = stream;
    this.handlers.onChange();
  }

  // The person stopped it in the browser's own bar, or closed the window that was shared.
  readonly #handleEnded = (): void => {
    this.stop();
  };
}
