import type { Time } from '../signaling/time.js';
import { Knock } from './knock.js';

/** Milliseconds in which a server says something on a line that was waited on, else that is given up. */
const ANSWER = 5_000;

export interface EntranceHandlers {
  /** On a new line, or from the door: all that was known of the room begins anew. */
  readonly begin: () => void;
  /** Sends `chat.join`. */
  readonly join: () => void;
  readonly sayHello: () => void;
  /** The line may have died while we waited: what was asked must be answered soon. */
  readonly suspect: () => void;
  /** When the last frame came, ms of the clock. */
  readonly heardAt: () => number;
  readonly isSlow: () => boolean;
  /** How long a frame there and back took last, ms. */
  readonly trip: () => number;
}

/** The way from an open line into the room: at once, or once the person says so who waits at the door. */
export class Entrance {
  readonly #knock: Knock;
  #isWanted = false;
  #isUp = false;
  /** Whether somebody has to let us in first: then nobody would hear what we say. */
  isWaiting = false;

  constructor(
    private readonly handlers: EntranceHandlers,
    private readonly time: Time,
  ) {
    const { isSlow, trip } = handlers;
    const ask = (isNews: boolean) => {
      handlers.join();
      if (isNews && !this.isWaiting) handlers.sayHello();
    };
    this.#knock = new Knock({ ask, isSlow, trip }, time);
  }

  /** Whether we want to be in the room, and do not just wait at its door. */
  get isWanted(): boolean {
    return this.#isWanted;
  }

  /** Enters, now or as soon as the line is up. `onSilence`, of one that was waited on: nothing was heard on it for a while. */
  enter(onSilence?: () => void): void {
    this.#isWanted = true;
    if (this.#isUp) this.#begin();
    if (onSilence) this.#doubt(onSilence);
  }

  /** The line is up. */
  handleUp(): void {
    this.#isUp = true;
    if (this.#isWanted) this.#begin();
  }

  handleDown(): void {
    this.#isUp = false;
    this.#knock.stop();
  }

  /** Asks for the list; with `isNews` the room may have lost us. */
  ask(isNews: boolean): void {
    this.#knock.ask(isNews);
  }

  /** The list came. */
  answered(): void {
    this.#knock.answered();
    if (!this.isWaiting) return;
    this.isWaiting = false;
    this.handlers.sayHello();
  }

  /** The room has us wait until somebody lets us in. */
  wait(): void {
    this.#knock.answered();
    this.isWaiting = true;
  }

  #doubt(onSilence: () => void): void {
    const from = this.time.now();
    if (this.#isUp) this.handlers.suspect();
    this.time.after(ANSWER, () => {
      if (this.handlers.heardAt() < from) onSilence();
    });
  }

  #begin(): void {
    this.isWaiting = false;
    this.handlers.begin();
    this.#knock.stop();
    this.#knock.ask(true);
  }
}
