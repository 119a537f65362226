import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ReadableAtom } from 'nanostores';

/** Something of an element that is not there from the beginning: it is drawn again once that has come. */
export class Late<T> implements ReactiveController {
  #unsubscribe: (() => void) | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly $come: ReadableAtom<T | undefined>,
  ) {
    host.addController(this);
  }

  get part(): T | undefined {
    return this.$come.get();
  }

  hostConnected(): void {
    this.#unsubscribe ??= this.$come.listen(() => this.host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }
}
