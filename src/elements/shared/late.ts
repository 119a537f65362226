import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ReadableAtom } from 'nanostores';

/** A part of an element that is not there from the beginning: the element is drawn again once it can be made. */
export class Late<Maker, Part> implements ReactiveController {
  #part: Part | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly $maker: ReadableAtom<Maker | undefined>,
    private readonly make: (maker: Maker) => Part,
  ) {
    host.addController(this);
  }

  /** The part, made when it is asked for first. */
  get part(): Part | undefined {
    const maker = this.$maker.get();
    if (maker) this.#part ??= this.make(maker);
    return this.#part;
  }

  /** Makes it as soon as it can be made, and not when it is asked for; whether it is there. */
  prepare(): boolean {
    return this.part !== undefined;
  }

  hostConnected(): void {
    this.#unsubscribe ??= this.$maker.listen(() => this.host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }
}
