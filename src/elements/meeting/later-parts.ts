import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { LaterFetch } from '../../room/later-fetch.js';
import { loadLater } from './load-later.js';
import type { RoomRequest } from '../shared/request-event.js';
import type { ViewState } from '../shared/view-state.js';

/** What nobody gets who has not got the later parts. */
const WANTS: ReadonlySet<RoomRequest> = new Set(['open-menu', 'show-panel', 'show-shortcuts', 'want-parts']);

/** Fetches what a call can begin without: once it goes on, when the page is at rest, or as soon as somebody wants it. */
export class LaterParts implements ReactiveController {
  #isWanted = false;
  #isInCall = false;
  readonly #fetch: LaterFetch;

  constructor(host: ReactiveControllerHost & HTMLElement, view: ViewState) {
    // Nobody is told who did not want them yet, nor of a single failure in a call: the next try may do.
    this.#fetch = new LaterFetch(loadLater, (isHere, _, tries = 0) => {
      view.$laterMissing.set(!isHere && (this.#isWanted || (this.#isInCall && tries > 1)));
    });
    host.addController(this);
    host.addEventListener('pm-request', ({ request }) => {
      if (!WANTS.has(request) || this.#fetch.isHere) return;
      this.#isWanted = true;
      view.$laterMissing.set(false); // said anew when it fails again
      this.#fetch.ask();
    });
  }

  /** A move took the next try away. */
  hostConnected(): void {
    if (this.#isInCall || this.#isWanted) this.#fetch.ask();
  }

  hostDisconnected(): void {
    this.#fetch.stop();
  }

  /** Somebody needs them now, and is not told when they do not come. */
  ask(): void {
    this.#fetch.ask();
  }

  /** The call goes on; `isConnected`: with somebody. */
  atRest(isConnected: boolean): void {
    this.#isInCall = true;
    this.#fetch.atRest(isConnected);
  }
}
