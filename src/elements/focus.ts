import { hostOf, isElement } from './around.js';

/** The element that has the focus, in whatever shadow tree it is; `null` where there is none but the page's body. */
export const focused = (): Element | null => {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active === document.body || active === document.documentElement ? null : active;
};

/** What has the focus and all that is around it within `element`, innermost first; nothing when it is elsewhere. */
export const focusPath = (element: Element): readonly Element[] => {
  const path: Element[] = [];
  for (let node: Node | null = focused(); node; node = parentOf(node)) {
    if (node === element) return path;
    if (isElement(node)) path.push(node);
  }
  return [];
};

/** Whether `element` has the focus, or something below it, in whatever shadow tree or slot. */
export const holdsFocus = (element: Element): boolean => focused() === element || focusPath(element).length > 0;

/** Moves the focus to `element`; whether it took it. */
export const moveFocus = (element: Element | null | undefined): boolean => {
  if (!element?.isConnected) return false;
  (element as Partial<HTMLElement>).focus?.({ preventScroll: true });
  return holdsFocus(element);
};

const parentOf = (node: Node): Node | null => {
  return hostOf(node) ?? (isElement(node) ? node.assignedSlot : null) ?? node.parentNode;
};
