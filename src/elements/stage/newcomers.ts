import type { Peer } from '../../room/types.js';

/** Milliseconds that a newcomer's tile waits for the connection: most are up by then, and gliding would hold them up. */
const ARRIVAL = 1000;
/** Milliseconds from a connection to its first picture: the tile comes with a face, not with initials that give way to it. */
const FIRST_PICTURE = 250;

/** Holds tiles back until those on their way in can be seen. */
export class Newcomers {
  #wake: (() => void) | undefined;
  /** Ids of those who have a tile. */
  #shown: ReadonlySet<string> = new Set();

  /** `peers`: those who should have a tile. */
  constructor(private readonly peers: () => readonly Peer[]) {}

  /** To be called when anything about the people changed. */
  readonly look = (): void => this.#wake?.();

  /** To be called when everybody has a tile. */
  greeted(): void {
    this.#shown = new Set(this.peers().map(({ id }) => id));
  }

  /** Resolves once those who have no tile yet are there, or have been waited for. */
  async here(): Promise<void> {
    if (this.#coming.length === 0) return;
    const end = performance.now() + ARRIVAL;
    while (this.#coming.length > 0 && performance.now() < end) await this.#change(end - performance.now());
    if (this.#coming.length === 0) await new Promise((resolve) => setTimeout(resolve, FIRST_PICTURE));
  }

  get #coming(): Peer[] {
    return this.peers().filter(({ id, state }) => state === 'connecting' && !this.#shown.has(id));
  }

  /** Resolves when the people in the room, or something about them, changed; after `ms` at the latest. */
  #change(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
