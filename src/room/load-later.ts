import { oncePerPage } from './later-fetch.js';

/** What a call can begin without, where it has a view of the page's own. The bundles have their own way in its place. */
export const loadLater = oncePerPage(async () => {
  (await import('./later.js')).bringLater();
});
