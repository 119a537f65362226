import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FirstStrings } from '../../locales/first/en.js';
import { isRefusal } from '../../protocol/kind.js';
import type { RoomStore } from '../../room/room-store.js';
import { PipWindow } from './pip-window.js';
import type { ViewState } from '../shared/view-state.js';

/** https://wicg.github.io/document-picture-in-picture/ */
interface DocumentPictureInPicture {
  requestWindow(options: { width: number; height: number }): Promise<Window & typeof globalThis>;
}
declare global {
  interface Window {
    readonly documentPictureInPicture?: DocumentPictureInPicture;
  }
}

/** What is shown, and where to find it. */
export interface PipSource {
  readonly store: () => RoomStore | undefined;
  readonly view: () => ViewState;
  readonly words: () => FirstStrings;
  /** Id of who is shown. */
  readonly speaker: () => string | undefined;
  /** The video of somebody's tile. */
  readonly videoOf: (id: string) => HTMLVideoElement | null | undefined;
}

/** CSS pixels. */
const SIZE = { width: 360, height: 260 };

/** Whether the browser lends a small window: for anything, or for a video. */
export const canPictureInPicture = (): boolean => !!lender() || canVideo();

/** Only the page itself is lent a document of its own, not what is in a frame. */
const lender = (): DocumentPictureInPicture | undefined =>
  window === window.top ? window.documentPictureInPicture : undefined;

const canVideo = (): boolean => 'pictureInPictureEnabled' in document && document.pictureInPictureEnabled;

/**
 * The speaker in a small window over all others: with controls where a document can be shown there, else the tile's
 * video alone, which gives way to the next speaker's.
 */
export class PictureInPictureController implements ReactiveController {
  #window: PipWindow | undefined;
  /** The tile's video that is shown by itself. */
  #video: HTMLVideoElement | undefined;
  #asking = false;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly source: PipSource,
  ) {
    host.addController(this);
  }

  /** Id of who is shown there. */
  get shows(): string | undefined {
    return this.#window || this.#video ? this.source.speaker() : undefined;
  }

  hostUpdated(): void {
    this.#tell();
    this.#window?.draw();
    this.#follow();
  }

  hostDisconnected(): void {
    this.#end();
    this.source.view().$pictureInPicture.set(undefined);
  }

  readonly #toggle = (): void => {
    if (this.#asking) return;
    if (this.#window || this.#video) return this.#end();
    this.#asking = true;
    const api = lender();
    const opened = api ? this.#openWindow(api) : this.#openVideo();
    // Refused without a gesture, or by the page around a frame, or overtaken: nothing is shown, and the button says so.
    opened
      .catch((error: unknown) => {
        if (!isRefusal(error)) reportError(error);
      })
      .finally(() => {
        this.#asking = false;
        this.#tell();
      });
  };

  async #openWindow(api: DocumentPictureInPicture): Promise<void> {
    const lent = await api.requestWindow(SIZE);
    if (!this.host.isConnected) {
      lent.close();
      return;
    }
    this.#window = new PipWindow(lent, this.host, this.source);
    lent.addEventListener('pagehide', () => {
      this.#window?.release();
      this.#window = undefined;
      this.#tell();
    });
    this.#window.draw();
  }

  async #openVideo(): Promise<void> {
    const video = this.#speakersVideo;
    if (!video) return;
    await video.requestPictureInPicture();
    this.#showing(video);
  }

  /** Once a video is shown, the next one may take its place without a gesture (Picture-in-Picture, 3.1). */
  #follow(): void {
    const next = this.#speakersVideo;
    if (!this.#video || !next || next === this.#video || next.readyState < HTMLMediaElement.HAVE_METADATA) return;
    this.#showing(next);
    next.requestPictureInPicture().catch((error: unknown) => {
      if (!isRefusal(error)) reportError(error);
    });
  }

  #showing(video: HTMLVideoElement): void {
    this.#video = video;
    const leave = (): void => {
      if (this.#video !== video) return; // another took its place
      this.#video = undefined;
      this.#tell();
    };
    video.addEventListener('leavepictureinpicture', leave, { once: true });
  }

  get #speakersVideo(): HTMLVideoElement | undefined {
    const id = this.source.speaker();
    return (id === undefined ? undefined : this.source.videoOf(id)) ?? undefined;
  }

  #end(): void {
    this.#window?.close();
    if (!this.#video) return;
    this.#video = undefined;
    const { ownerDocument } = this.host;
    if (ownerDocument.pictureInPictureElement) {
      ownerDocument.exitPictureInPicture().catch((error: unknown) => {
        if (!isRefusal(error)) reportError(error);
      });
    }
  }

  /** Offered while somebody is there to be shown. */
  #tell(): void {
    const { $pictureInPicture } = this.source.view();
    const on = !!this.#window || !!this.#video;
    const isOffered = this.host.isConnected && canPictureInPicture() && (on || this.source.speaker() !== undefined);
    const last = $pictureInPicture.get();
    if (isOffered === !!last && on === (last?.on ?? false)) return;
    $pictureInPicture.set(isOffered ? { on, toggle: this.#toggle } : undefined);
  }
}
