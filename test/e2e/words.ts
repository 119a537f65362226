/** Every element below `root`, through all shadow roots, `root` first. */
export const deepElements = (root: Element): Element[] => {
  const children = [...(root.shadowRoot?.children ?? []), ...root.children];
  return [root, ...children.flatMap(deepElements)];
};

const isSeen = (element: Element): boolean => {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 2 && height > 2; // smaller is for screen readers only
};

/** The words that a person can read in an element. */
export const visibleWords = (root: Element): string =>
  deepElements(root)
    .filter((element) => !['STYLE', 'SCRIPT'].includes(element.tagName) && isSeen(element))
    .flatMap((element) => [...element.childNodes].filter((node) => node instanceof Text))
    .map((node) => node.data.trim())
    .filter(Boolean)
    .join(' ');

const flatten = (value: unknown, seen: Set<unknown>): string => {
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? value : '';
  if (seen.has(value) || value instanceof Node || value instanceof Window) return '';
  seen.add(value);
  const own = Object.getOwnPropertyNames(value).map((name) => flatten(Reflect.get(value, name), seen));
  return [value instanceof Error ? `${value.message} ${value.stack ?? ''}` : '', ...own].join(' ');
};

/** Where a secret shows: in an event (errors and their causes included), an attribute that the page did not write, or a text. */
export const leaks = (secret: string, root: Element, events: readonly Event[]): string[] => {
  const found = events.filter((event) => flatten(event, new Set()).includes(secret)).map(({ type }) => type);
  for (const element of deepElements(root)) {
    for (const { name, value } of element.attributes) {
      if (value.includes(secret) && !(element === root && name === 'token')) found.push(`${element.tagName} ${name}`);
    }
    for (const node of element.childNodes) {
      if (node instanceof Text && node.data.includes(secret)) found.push(`text in ${element.tagName}`);
    }
  }
  return found;
};
