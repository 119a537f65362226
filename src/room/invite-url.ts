import { isOfWeb, pageUrl } from '../signaling/page-address.js';

/** A link that can be opened by whoever gets it; the page's own where the page gave none, or none of the web; else `''`. */
export const inviteUrl = (value: string): string => {
  if (typeof location === 'undefined') return value; // On a server: nobody is invited from there.
  const base = isOfWeb(document.baseURI) ? document.baseURI : undefined;
  let url = '';
  try {
    if (value !== '') url = new URL(value, base).href;
  } catch {
    // Not a URL. `URL.canParse()` is not in every browser that gets here, to be told that it is too old.
  }
  return isOfWeb(url) ? url : pageUrl();
};
