/** The `<private-meet>` around an element, across shadow trees; `undefined` where it stands alone. */
export const meetingAround = (element: Element): HTMLElement | undefined => {
  for (let node: Element | undefined = element; node; node = hostOf(node)) {
    const found = node.closest<HTMLElement>('private-meet');
    if (found) return found;
  }
  return undefined;
};

const hostOf = (element: Element): Element | undefined => {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
};
