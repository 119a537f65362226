/** Resolves after `ms` milliseconds; rejects with the signal's reason when it is aborted first. */
export const delay = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const done = () => {
      signal.removeEventListener('abort', stop);
      resolve();
    };
    const timer = setTimeout(done, ms);
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', stop, { once: true });
  });

/** Milliseconds that anything is waited for which the page or the network is asked. */
export const PATIENCE = 15_000;

/** Ends with `signal`, or after `ms` milliseconds. */
export const limited = (signal: AbortSignal, ms = PATIENCE): AbortSignal =>
  AbortSignal.any([signal, AbortSignal.timeout(ms)]);

/**
 * What a function of the page's gives, at once or later, by a promise of whatever make; rejects with what it throws, or with
 * the reason of the signal that it is given: that of `outer`, or a `TimeoutError` after 15 s, for it may never settle.
 */
export const asked = async (give: (signal: AbortSignal) => unknown, outer: AbortSignal): Promise<unknown> => {
  const signal = limited(outer);
  signal.throwIfAborted();
  const given = give(signal);
  return new Promise((resolve, reject) => {
    const stop = () => {
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    void Promise.resolve(given)
      .then(resolve, reject)
      .finally(() => {
        signal.removeEventListener('abort', stop);
      });
  });
};
