import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { hostOf } from './around.js';

/** Hears the keys that are pressed anywhere in the meeting that an element stands in. */
export class KeysAround implements ReactiveController {
  /** What is around: the host of the shadow tree, else the parent. */
  around: Element | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & Element,
    private readonly onKey: (event: KeyboardEvent) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.around = hostOf(this.host.getRootNode()) ?? this.host.parentElement ?? undefined;
    this.around?.addEventListener('keydown', this.#handleKeyDown);
  }

  hostDisconnected(): void {
    this.around?.removeEventListener('keydown', this.#handleKeyDown);
  }

  readonly #handleKeyDown = (event: Event): void => this.onKey(event as KeyboardEvent);
}
