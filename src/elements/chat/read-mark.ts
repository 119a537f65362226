import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Tells that what came in was seen: whenever the chat is drawn while the page is in sight. */
export class ReadMark implements ReactiveController {
  #document: Document | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly isUnread: () => boolean,
    private readonly tell: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#document = this.host.ownerDocument;
    this.#document.addEventListener('visibilitychange', this.#look);
  }

  hostDisconnected(): void {
    this.#document?.removeEventListener('visibilitychange', this.#look);
  }

  hostUpdated(): void {
    this.#look();
  }

  readonly #look = (): void => {
    const isSeen = this.host.ownerDocument.visibilityState === 'visible' && this.host.checkVisibility();
    if (this.host.isConnected && isSeen && this.isUnread()) this.tell();
  };
}
