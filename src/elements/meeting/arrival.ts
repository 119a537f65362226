import type { RoomStore } from '../../room/room-store.js';
import { isInCall } from '../shared/device-toggle.js';

/** Milliseconds after which the call is drawn, whoever is still on the way. */
interface Patience {
  /** Without another one connected, for one on the way. */
  readonly one: number;
  /** For each more of them: together they are slower. */
  readonly more: number;
  /** In the room, though one after the other is connected. */
  readonly most: number;
}
const PATIENCE: Patience = { one: 1_000, more: 250, most: 4_000 };

/**
 * The moment between asking to join and being connected. The call is drawn at its end: drawn within it, it would hold
 * up the connections (Firefox, two people: 75 ms against 37 ms with nothing drawn; Chromium, eight who come at once on two
 * cores: 2.6 s where it was drawn after 1 s, 1.8 s with nothing drawn), and would have no faces to show.
 */
export class Arrival {
  #from: 'lobby' | 'starting' | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When the room took us in, ms of `performance.now()`, and how many are connected by now. */
  #joinedAt = 0;
  #there = 0;

  /** `onOver` is told when the time is up. */
  constructor(
    private readonly onOver: () => void,
    private readonly patience = PATIENCE,
  ) {}

  /** What was on show when we set out, and stays until we are there; `undefined` when we are not on our way. */
  get from(): 'lobby' | 'starting' | undefined {
    return this.#from;
  }

  begin(from: 'lobby' | 'starting'): void {
    this.#from = from;
  }

  /** Looks whether it is over: the people whom the room told of together must all be there. */
  check({ $state, $peers }: Pick<RoomStore, '$state' | '$peers'>): void {
    if (!this.#from) return;
    const state = $state.get();
    const peers = [...$peers.get().values()];
    const onTheWay = peers.filter((peer) => peer.state === 'connecting').length;
    if (!isInCall({ $state }) || (state !== 'connecting' && onTheWay === 0)) this.end();
    else if (state === 'joined') this.#wait(onTheWay, peers.length - onTheWay);
  }

  end(): void {
    this.#from = undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #wait(onTheWay: number, there: number): void {
    if (this.#timer !== undefined && there === this.#there) return;
    const { one, more, most } = this.patience;
    const now = performance.now();
    if (this.#timer === undefined) this.#joinedAt = now;
    this.#there = there;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => {
        this.end();
        this.onOver();
      },
      Math.min(one + (onTheWay - 1) * more, this.#joinedAt + most - now),
    );
  }
}
