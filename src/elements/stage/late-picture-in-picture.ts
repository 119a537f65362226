import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { atom } from 'nanostores';
import type { PipSource } from './picture-in-picture.js';

type Host = ReactiveControllerHost & HTMLElement;

/** Gives an element its small window. Not there from the beginning. */
export const $pictureInPicture = atom<((host: Host, source: PipSource) => void) | undefined>();

/** Gives an element its small window as soon as that part is there. */
export class LatePictureInPicture implements ReactiveController {
  #isMade = false;
  #unsubscribe: (() => void) | undefined;

  constructor(
    private readonly host: Host,
    private readonly source: PipSource,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#unsubscribe = $pictureInPicture.subscribe((give) => {
      if (!give || this.#isMade) return;
      this.#isMade = true;
      give(this.host, this.source);
      this.host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
  }
}
