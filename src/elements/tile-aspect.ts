const DEFAULT_ASPECT = 16 / 9;

/** `--pm-tile-aspect` as a number: `16/9` and `1.78` both. */
export const aspectOf = (element: Element): number => {
  const [width, height = '1'] = getComputedStyle(element).getPropertyValue('--pm-tile-aspect').split('/');
  const aspect = Number.parseFloat(width ?? '') / Number.parseFloat(height);
  return aspect > 0 && Number.isFinite(aspect) ? aspect : DEFAULT_ASPECT;
};
