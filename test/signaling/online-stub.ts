/** What `navigator.onLine` says until it is restored. */
export const stubOnline = (isOnline: boolean): (() => void) => {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => isOnline });
  return () => {
    Reflect.deleteProperty(navigator, 'onLine');
  };
};
