/** What is below `root`, its own shadow root and every further one included. */
export const deepQuery = (root: Element | ShadowRoot, selector: string): HTMLElement[] => {
  const found = [...root.querySelectorAll<HTMLElement>(selector)];
  if ('shadowRoot' in root && root.shadowRoot) found.push(...deepQuery(root.shadowRoot, selector));
  for (const element of root.querySelectorAll('*')) {
    if (element.shadowRoot) found.push(...deepQuery(element.shadowRoot, selector));
  }
  return found;
};
