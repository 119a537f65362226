/** Milliseconds that a page may be busy, until it is disturbed all the same. */
const REST = 1_000;
/** Milliseconds until nobody's connection is waited for: what mends one acts after 3 s at the earliest. */
const ALONE = 1_500;
/** Milliseconds until the next try after the first one failed; each next waits twice as long, up to the last. */
const AGAIN = { first: 2_000, last: 60_000 };
/** Milliseconds until a file that does not come is asked for anew. */
const LIMIT = 15_000;

/** Rejects where they do not come in time. */
const inTime = (load: () => Promise<void>): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error('no answer in time'));
    }, LIMIT);
    load()
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer);
      });
  });

/** Loads what comes later once for a page, whoever asks; a try that failed is told, and forgotten. */
export const oncePerPage = (load: () => Promise<void>): (() => Promise<void>) => {
  let coming: Promise<void> | undefined;
  return () =>
    (coming ??= inTime(load).catch((error: unknown) => {
      coming = undefined;
      console.warn('<private-meet> could not load its later parts and tries again', error); // eslint-disable-line no-console -- a page's author has to know which file is not there
      throw error;
    }));
};

/** Asks for what comes later again and again, until it has come or nobody is there any more who wants it. */
export class LaterFetch {
  #isHere = false;
  #isAsking = false;
  #isResting = false;
  #isStopped = false;
  #wait = AGAIN.first;
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #alone: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly load: () => Promise<void>,
    /** It has come, or a try has failed; `failure`: why, `tries` how many in a row. */
    private readonly onEnd?: (isHere: boolean, failure?: unknown, tries?: number) => void,
  ) {}

  get isHere(): boolean {
    return this.#isHere;
  }

  /** The call goes on: they may come when nothing else is to be done, once somebody is connected or a while has passed. */
  atRest(isConnected: boolean): void {
    if (this.#isHere || this.#isResting) return;
    if (!isConnected) {
      this.#alone ??= setTimeout(() => {
        this.atRest(true);
      }, ALONE);
      return;
    }
    this.#isResting = true;
    clearTimeout(this.#alone);
    // Safari has no such word.
    if ('requestIdleCallback' in window) requestIdleCallback(this.#askAtRest, { timeout: REST });
    else setTimeout(this.#askAtRest, REST);
  }

  /** Asks now. */
  readonly ask = (): void => {
    this.#isStopped = false;
    if (this.#isHere || this.#isAsking) return;
    this.#isAsking = true;
    this.#unwait();
    this.load()
      .then(
        () => this.#handleEnd(true),
        (failure: unknown) => this.#handleEnd(false, failure),
      )
      .finally(() => (this.#isAsking = false));
  };

  /** Nobody may be there any more who wanted it. */
  readonly #askAtRest = (): void => {
    if (this.#isResting) this.ask();
  };

  /** No further try for now. */
  stop(): void {
    this.#isStopped = true;
    this.#tries = 0;
    this.#wait = AGAIN.first;
    this.#isResting = false;
    clearTimeout(this.#alone);
    this.#alone = undefined;
    this.#unwait();
  }

  #handleEnd(isHere: boolean, failure?: unknown): void {
    this.#isHere = isHere;
    this.onEnd?.(isHere, failure, isHere ? 0 : (this.#tries += 1));
    if (isHere || this.#isStopped) return;
    this.#timer = setTimeout(this.ask, this.#wait);
    this.#wait = Math.min(this.#wait * 2, AGAIN.last);
    window.addEventListener('online', this.ask);
  }

  #unwait(): void {
    clearTimeout(this.#timer);
    window.removeEventListener('online', this.ask);
  }
}
