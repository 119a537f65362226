import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { atom } from 'nanostores';
import type { PictureInPictureController, PipSource } from './picture-in-picture.js';

type Host = ReactiveControllerHost & HTMLElement;

/** Gives an element its small window. Not there from the beginning. */
export const $pictureInPicture = atom<
  ((host: Host, source: PipSource) => Pick<PictureInPictureController, 'shows'>) | undefined
>();

/** Gives an element its small window as soon as that part is there. */
export class LatePictureInPicture implements ReactiveController {
  #window: Pick<PictureInPictureController, 'shows'> | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(
    private readonly host: Host,
    private readonly source: PipSource,
  ) {
    host.addController(this);
  }

  /** Id of who is shown there. */
  get shows(): string | undefined {
    return this.#window?.shows;
  }

  hostConnected(): void {
    this.#unsubscribe = $pictureInPicture.subscribe((give) => {
      if (!give || this.#window) return;
      this.#window = give(this.host, this.source);
      this.host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
  }
}
