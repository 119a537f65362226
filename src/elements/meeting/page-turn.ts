/** Calls back once the page's scripts had their turn to set properties: after `DOMContentLoaded`, or a task from now. */
export class PageTurn {
  #abort: AbortController | undefined;

  /** Waits anew; a wait that was on is called off. */
  wait(then: () => void): void {
    this.cancel();
    const abort = new AbortController();
    this.#abort = abort;
    const next = (): void => {
      const timer = setTimeout(then);
      abort.signal.addEventListener('abort', () => clearTimeout(timer));
    };
    if (isParsed()) next();
    else document.addEventListener('DOMContentLoaded', next, { once: true, signal: abort.signal });
  }

  cancel(): void {
    this.#abort?.abort();
  }
}

/** Whether `DOMContentLoaded` is over; `readyState` is `interactive` both before and after it. */
const isParsed = (): boolean => {
  if (document.readyState !== 'interactive') return document.readyState === 'complete';
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return (navigation?.domContentLoadedEventStart ?? 0) > 0;
};
