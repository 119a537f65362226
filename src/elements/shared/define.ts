/** Registers an element, unless a page has loaded the script twice; does nothing on a server. */
export const define = (tagName: string, element: CustomElementConstructor): void => {
  if (typeof window === 'undefined' || typeof customElements === 'undefined') return;
  if (!customElements.get(tagName)) customElements.define(tagName, element);
};
