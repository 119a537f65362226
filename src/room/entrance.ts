import type { Time } from '../signaling/time.js';
import { Knock } from './knock.js';

/** Milliseconds that a line may have been quiet, waited on, to be trusted without a doubt. */
const FRESH = 10_000;

export interface EntranceHandlers {
  /** On a new line, or from the door: all that was known of the room begins anew. */
  readonly begin: () => void;
  /** Sends `chat.join`. */
  readonly join: () => void;
  readonly sayHello: () => void;
  /** The line may have died while we waited: what was asked must be answered soon. */
  readonly suspect: () => void;
  readonly isSlow: () => boolean;
  /** How long a frame there and back took last, ms. */
  readonly trip: () => number;
}

/** The way from an open line into the room: at once, or once the person says so who waits at the door. */
export class Entrance {
  readonly #knock: Knock;
  #isWanted = false;
  /** Since when the line is up, ms of the clock. */
  #upSince: number | undefined;

  constructor(
    private readonly handlers: EntranceHandlers,
    private readonly time: Time,
  ) {
    const { isSlow, trip } = handlers;
    const ask = (isNews: boolean) => {
      handlers.join();
      if (isNews) handlers.sayHello();
    };
    this.#knock = new Knock({ ask, isSlow, trip }, time);
  }

  /** Whether we want to be in the room, and do not just wait at its door. */
  get isWanted(): boolean {
    return this.#isWanted;
  }

  /** Enters, now or as soon as the line is up. */
  enter(): void {
    this.#isWanted = true;
    if (this.#upSince === undefined) return;
    const isOld = this.time.now() - this.#upSince > FRESH;
    this.#begin();
    if (isOld) this.handlers.suspect();
  }

  /** The line is up. */
  handleUp(): void {
    this.#upSince = this.time.now();
    if (this.#isWanted) this.#begin();
  }

  handleDown(): void {
    this.#upSince = undefined;
    this.#knock.stop();
  }

  /** Asks for the list; with `isNews` the room may have lost us. */
  ask(isNews: boolean): void {
    this.#knock.ask(isNews);
  }

  /** The list came. */
  answered(): void {
    this.#knock.answered();
  }

  #begin(): void {
    this.handlers.begin();
    this.#knock.stop();
    this.#knock.ask(true);
  }
}
