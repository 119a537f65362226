import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ReadableAtom } from 'nanostores';
import type { RoomStore } from '../room/room-store.js';
import { roomContext } from './room-context.js';

/** Finds the room around an element and draws the element again when one of the picked atoms changes. */
export class RoomController implements ReactiveController {
  store: RoomStore | undefined;
  #unsubscribe: (() => void)[] = [];

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly pick: (store: RoomStore) => readonly ReadableAtom[],
    /** Told of every picked atom's change at once, before the element draws. */
    private readonly changed?: () => void,
  ) {
    host.addController(this);
    new ContextConsumer(host, { context: roomContext, subscribe: true, callback: (store) => this.#follow(store) });
  }

  hostDisconnected(): void {
    this.#release();
  }

  // A provider that is not connected yet has no store to give, whatever its type says.
  #follow(store: RoomStore | undefined): void {
    this.#release();
    this.store = store;
    if (store) this.#unsubscribe = this.pick(store).map((atom) => atom.listen(() => this.#notify()));
    this.#notify();
  }

  #notify(): void {
    this.changed?.();
    this.host.requestUpdate();
  }

  #release(): void {
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
    this.#unsubscribe = [];
  }
}
