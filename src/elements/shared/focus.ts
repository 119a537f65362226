import { hostOf, isElement } from './around.js';

/** The element that has the focus in the document of `near`, in whatever shadow tree it is; `null` where there is none but the page's body. */
export const focused = (near: Element = document.documentElement): Element | null => {
  const { activeElement, body, documentElement } = near.ownerDocument;
  let active = activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active === body || active === documentElement ? null : active;
};

/** What has the focus and all that is around it within `element`, innermost first; nothing when it is elsewhere. */
export const focusPath = (element: Element): readonly Element[] => {
  const path: Element[] = [];
  for (let node: Node | null = focused(element); node; node = parentOf(node)) {
    if (node === element) return path;
    if (isElement(node)) path.push(node);
  }
  return [];
};

/** Whether `element` has the focus, or something below it, in whatever shadow tree or slot. */
export const holdsFocus = (element: Element): boolean => focused(element) === element || focusPath(element).length > 0;

/** Moves the focus to `element`; whether it took it. */
export const moveFocus = (element: Element | null | undefined): boolean => {
  if (!element?.isConnected) return false;
  (element as Partial<HTMLElement>).focus?.({ preventScroll: true });
  return holdsFocus(element);
};

const parentOf = (node: Node): Node | null => {
  return hostOf(node) ?? (isElement(node) ? node.assignedSlot : null) ?? node.parentNode;
};
