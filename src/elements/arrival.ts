import type { RoomStore } from '../room/room-store.js';
import { isInCall } from './device-toggle.js';

/** Milliseconds in the room after which the call is drawn, whoever is still on the way. */
const PATIENCE = 1000;

/**
 * The moment between asking to join and being connected. The call is drawn at its end: drawn within it, it would hold
 * up the connections (Firefox, two people: 75 ms against 37 ms with nothing drawn), and would have no faces to show.
 */
export class Arrival {
  #from: 'lobby' | 'starting' | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `onOver` is told once it is over. */
  constructor(private readonly onOver: () => void) {}

  /** What was on show when we set out, and stays until we are there; `undefined` when we are not on our way. */
  get from(): 'lobby' | 'starting' | undefined {
    return this.#from;
  }

  begin(from: 'lobby' | 'starting'): void {
    this.#from = from;
  }

  /** Looks whether it is over: the people whom the room told of together must all be there. */
  check({ $state, $peers }: RoomStore): void {
    if (!this.#from) return;
    const state = $state.get();
    const isOnTheWay = state === 'connecting' || [...$peers.get().values()].some((peer) => peer.state === 'connecting');
    if (!isInCall({ $state }) || !isOnTheWay) this.end();
    else if (state === 'joined') {
      this.#timer ??= setTimeout(() => {
        this.end();
        this.onOver();
      }, PATIENCE);
    }
  }

  end(): void {
    this.#from = undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
