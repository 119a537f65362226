import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { loadLater } from './load-later.js';
import type { RoomRequest } from '../shared/request-event.js';
import type { ViewState } from '../shared/view-state.js';

/** What nobody gets who has not got the later parts. */
const WANTS: ReadonlySet<RoomRequest> = new Set(['open-menu', 'show-panel', 'show-shortcuts', 'want-parts']);

/** Milliseconds that a page may be busy after the join, until it is disturbed all the same. */
const REST = 3_000;
/** Milliseconds until the next try after the first one failed; each next waits twice as long, up to the last. */
const AGAIN = { first: 2_000, last: 60_000 };

/** Milliseconds until a file that does not come is asked for anew. */
const LIMIT = 15_000;

/** Rejects where they do not come in time. */
const loadInTime = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error('no answer in time'));
    }, LIMIT);
    loadLater()
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer);
      });
  });

let coming: Promise<unknown> | undefined;

/** Once for a page; a try that failed is forgotten. */
const fetchLater = (): Promise<unknown> =>
  (coming ??= loadInTime().catch((error: unknown) => {
    coming = undefined;
    throw error;
  }));

/** Fetches what a call can begin without: once joined, when the page is at rest, or as soon as somebody wants it. */
export class LaterParts implements ReactiveController {
  #isHere = false;
  #isWanted = false;
  #isAsking = false;
  #wait = AGAIN.first;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isResting = false;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly view: ViewState,
  ) {
    host.addController(this);
    host.addEventListener('pm-request', ({ request }) => {
      if (WANTS.has(request)) this.#want();
    });
  }

  /** A move took the next try away. */
  hostConnected(): void {
    if (this.#isResting || this.#isWanted) this.#fetch();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    window.removeEventListener('online', this.#fetch);
  }

  /** The call goes on: they may come when nothing else is to be done. */
  fetchAtRest(): void {
    if (this.#isHere || this.#isResting) return;
    this.#isResting = true;
    // Safari has no such word.
    if ('requestIdleCallback' in window) requestIdleCallback(this.#fetch, { timeout: REST });
    else setTimeout(this.#fetch, REST);
  }

  #want(): void {
    if (this.#isHere) return;
    this.#isWanted = true;
    this.view.$laterMissing.set(false); // said anew when it fails again
    this.#fetch();
  }

  readonly #fetch = (): void => {
    if (this.#isHere || this.#isAsking) return;
    this.#isAsking = true;
    clearTimeout(this.#timer);
    window.removeEventListener('online', this.#fetch);
    fetchLater()
      .then(() => this.#handleHere(), this.#handleMissing)
      .finally(() => (this.#isAsking = false));
  };

  #handleHere(): void {
    this.#isHere = true;
    this.view.$laterMissing.set(false);
  }

  /** Nobody is told who did not want them yet. */
  readonly #handleMissing = (error: unknown): void => {
    console.warn('<private-meet> could not load its later parts and tries again', error); // eslint-disable-line no-console -- a page's author has to know which file is not there
    if (this.#isWanted) this.view.$laterMissing.set(true);
    if (!this.host.isConnected) return;
    this.#timer = setTimeout(this.#fetch, this.#wait);
    this.#wait = Math.min(this.#wait * 2, AGAIN.last);
    window.addEventListener('online', this.#fetch);
  };
}
