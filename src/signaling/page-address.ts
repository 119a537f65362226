/** An address that others can open. */
export const isOfWeb = (url: string): boolean => /^https?:/iu.test(url);

/**
 * What `server` is relative to: left out, it is the page's origin; given, it is read as the `src` of an image would be. A
 * frame's `srcdoc` has both from the page around it; `''` where there is none: in a sandbox, in a `data:` document.
 */
export const serverBase = (server: string): string =>
  [server ? document.baseURI : '', location.origin, self.origin].find(isOfWeb) ?? '';

/** The page's own address, if others can open it. */
export const pageUrl = (): string => (isOfWeb(location.href) ? location.href : '');
