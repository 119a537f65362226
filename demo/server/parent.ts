/** Milliseconds between looks at the parent. */
const INTERVAL = 250;

/**
 * Calls `stop` when the shell that npm started us in has gone: npm passes a signal to that shell only, which dies of it
 * and tells nobody. Started in any other way, a server outlives whoever started it.
 */
export const stopWithNpm = (stop: () => void): void => {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, INTERVAL);
  timer.unref();
};
