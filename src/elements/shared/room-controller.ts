import type { ReactiveControllerHost } from 'lit';
import type { ReadableAtom } from 'nanostores';
import type { RoomStore } from '../../room/room-store.js';
import { AtomsController } from './atoms-controller.js';
import { roomContext } from './room-context.js';

/** Finds the room around an element and draws the element again when one of the picked atoms changes. */
export class RoomController extends AtomsController<RoomStore> {
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    pick: (store: RoomStore) => readonly ReadableAtom[],
    /** Told of every picked atom's change at once, before the element draws. */
    changed?: () => void,
  ) {
    super(host, roomContext, pick, changed);
  }

  get store(): RoomStore | undefined {
    return this.atoms;
  }
}
