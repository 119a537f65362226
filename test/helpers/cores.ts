/** The machine seems to have so many cores; with `undefined`, those that it has. */
export const putCores = (count: number | undefined): void => {
  if (count === undefined) Reflect.deleteProperty(navigator, 'hardwareConcurrency');
  else Object.defineProperty(navigator, 'hardwareConcurrency', { configurable: true, value: count });
};
