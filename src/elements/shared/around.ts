/** The `<private-meet>` around an element, across shadow trees; `undefined` where it stands alone. */
export const meetingAround = (element: Element): HTMLElement | undefined => {
  for (let node: Element | undefined = element; node; node = hostOf(node.getRootNode())) {
    const found = node.closest<HTMLElement>('private-meet');
    if (found) return found;
  }
  return undefined;
};

/** Whether it is an element, of whatever document. */
export const isElement = (target: EventTarget | null | undefined): target is Element =>
  (target as Partial<Node> | null | undefined)?.nodeType === Node.ELEMENT_NODE;

/** The window that a node is in; one that is in none is given ours. */
export const windowOf = (node: Node): Window & typeof globalThis => node.ownerDocument?.defaultView ?? window;

/** The window that draws a node: `undefined` for one that is taken out, or left in a frame or window that is gone. */
export const drawingWindow = (node: Node): (Window & typeof globalThis) | undefined =>
  (node.isConnected ? node.ownerDocument?.defaultView : undefined) ?? undefined;

/** The element that a shadow root belongs to; of any other node `undefined`. */
export const hostOf = (root: Node): Element | undefined =>
  root.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? (root as ShadowRoot).host : undefined;
