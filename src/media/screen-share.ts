import { MeetError, type MeetErrorDetails } from '../errors.js';
import { isDOMException } from '../protocol/kind.js';
import { canShareScreen } from './can-share-screen.js';
import { allowedByPolicy } from './policy.js';

/** What browsers know beyond the types: not the meeting's own tab, and another tab's or the system's sound. */
interface WantedScreen extends DisplayMediaStreamOptions {
  readonly selfBrowserSurface: 'exclude';
  readonly surfaceSwitching: 'include';
  readonly systemAudio: 'exclude' | 'include';
}

interface WantedSound extends MediaTrackConstraints {
  readonly restrictOwnAudio?: boolean;
  readonly suppressLocalAudioPlayback?: boolean;
}

/** Letters need sharpness, not motion: 15 frames a second are enough for scrolling. */
const wanted = (withSound: boolean): WantedScreen => {
  const known: object = navigator.mediaDevices.getSupportedConstraints();
  // The system's sound has the others' voices in it: without this they would hear themselves.
  const isRestricted = 'restrictOwnAudio' in known;
  const sound: WantedSound = {
    ...(isRestricted && { restrictOwnAudio: true }),
    ...('suppressLocalAudioPlayback' in known && { suppressLocalAudioPlayback: false }), // who shares a tab goes on hearing it
  };
  return {
    video: { frameRate: { ideal: 15, max: 30 } },
    audio: withSound && (Object.keys(sound).length > 0 ? sound : true),
    selfBrowserSurface: 'exclude',
    surfaceSwitching: 'include',
    systemAudio: isRestricted ? 'include' : 'exclude',
  };
};

/** Milliseconds in which nobody can close a picker: what is refused faster was refused by no person. */
const TOO_FAST = 500;

/** Who refused; `user`: closing the picker has the same name as a refusal by the system or by the page's policy. */
const refusedBy = (cause: unknown, after: number): MeetError['by'] => {
  if (!isDOMException(cause) || cause.name !== 'NotAllowedError') return undefined;
  const isAllowed = allowedByPolicy('display-capture');
  // Firefox tells neither of a policy nor by whom.
  const isFrames = isAllowed === undefined && window !== window.parent && after < TOO_FAST;
  if (isAllowed === false || isFrames) return 'policy';
  return /system/i.test(cause.message) ? 'system' : 'user'; // Chromium: "Permission denied by system".
};

/** Chromium: "Could not start audio source". */
const isOfSound = (cause: unknown): boolean =>
  isDOMException(cause) && cause.name === 'NotReadableError' && /audio/i.test(cause.message);

export interface ScreenShareHandlers {
  /** It began or ended. */
  readonly onChange: () => void;
  readonly onError: (error: MeetError) => void;
}

/** Our screen, window or tab, with its sound where the browser gives it. */
export class ScreenShare {
  #stream: MediaStream | undefined;
  #opening: Promise<void> | undefined;
  /** Why there is no sound to be had, once that was found out. */
  #mute: unknown;
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
    const begun = performance.now();
    const fail = (message: string, cause: unknown, details: MeetErrorDetails) => {
      this.handlers.onError(new MeetError('screen-share-failed', message, { cause, ...details }));
    };
    try {
      if (!canShareScreen()) throw new DOMException('this browser has no getDisplayMedia', 'NotSupportedError');
      const stream = await this.#pick();
      if (wish !== this.#wish) for (const track of stream.getTracks()) track.stop();
      else {
        this.#adopt(stream);
        if (this.#mute) fail('the screen is shared without its sound', this.#mute, { kept: true });
        this.#mute = undefined;
      }
    } catch (cause) {
      const by = refusedBy(cause, performance.now() - begun);
      if (wish === this.#wish && by !== 'user') fail('the screen could not be shared', cause, by ? { by } : {});
    } finally {
      if (wish === this.#wish) this.#opening = undefined;
    }
  }

  /** Where its sound can't be had, the screen is asked for again without; in a browser that wants a gesture for that, by the next. */
  async #pick(): Promise<MediaStream> {
    const { mediaDevices } = navigator;
    if (this.#mute) return mediaDevices.getDisplayMedia(wanted(false));
    try {
      return await mediaDevices.getDisplayMedia(wanted(true));
    } catch (cause) {
      if (!isOfSound(cause)) throw cause;
      this.#mute = cause;
      return mediaDevices.getDisplayMedia(wanted(false));
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
