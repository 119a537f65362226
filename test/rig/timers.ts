/** What a page has alive beside connections and tracks. */
export interface LeftOver {
  readonly timers: number;
  /** On window and document. */
  readonly listeners: number;
  /** URLs of objects. */
  readonly urls: number;
}

const countTimers = (alive: Set<unknown>): void => {
  const later = window.setTimeout.bind(window);
  const often = window.setInterval.bind(window);
  const end = window.clearTimeout.bind(window);
  window.setTimeout = ((callback: TimerHandler, ms?: number, ...args: unknown[]) => {
    const id = later(() => {
      alive.delete(id);
      if (typeof callback === 'function') (callback as (...given: unknown[]) => void)(...args);
    }, ms);
    alive.add(id);
    return id;
  }) as typeof window.setTimeout;
  window.setInterval = ((callback: TimerHandler, ms?: number, ...args: unknown[]) => {
    const id = often(callback, ms, ...args);
    alive.add(id);
    return id;
  }) as typeof window.setInterval;
  // Either ends both kinds (HTML, timers).
  window.clearTimeout = window.clearInterval = (id) => {
    alive.delete(id);
    end(id);
  };
};

const countUrls = (alive: Set<string>): void => {
  const create = URL.createObjectURL.bind(URL);
  const revoke = URL.revokeObjectURL.bind(URL);
  URL.createObjectURL = (object) => {
    const url = create(object);
    alive.add(url);
    return url;
  };
  URL.revokeObjectURL = (url) => {
    alive.delete(url);
    revoke(url);
  };
};

const countListeners = (target: EventTarget): (() => number) => {
  const alive: { readonly type: string; readonly listener: unknown }[] = [];
  const indexOf = (type: string, listener: unknown) =>
    alive.findIndex((each) => each.type === type && each.listener === listener);
  const forget = (type: string, listener: unknown) => {
    const index = indexOf(type, listener);
    if (index >= 0) alive.splice(index, 1);
  };
  const add = target.addEventListener.bind(target);
  const remove = target.removeEventListener.bind(target);
  target.addEventListener = (type, listener, options) => {
    if (listener && indexOf(type, listener) < 0) alive.push({ type, listener });
    if (typeof options === 'object') {
      options.signal?.addEventListener('abort', () => {
        forget(type, listener);
      });
    }
    add(type, listener, options);
  };
  target.removeEventListener = (type, listener, options) => {
    forget(type, listener);
    remove(type, listener, options);
  };
  return () => alive.length;
};

/** Begins to count, in a page of which nothing has run yet; gives what is alive whenever it is called. */
export const countLeftOver = (): (() => LeftOver) => {
  const timers = new Set<unknown>();
  const urls = new Set<string>();
  countTimers(timers);
  countUrls(urls);
  const listeners = [countListeners(window), countListeners(document)];
  return () => ({
    timers: timers.size,
    urls: urls.size,
    listeners: listeners.reduce((sum, count) => sum + count(), 0),
  });
};
