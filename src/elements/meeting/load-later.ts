import { oncePerPage } from '../../room/later-fetch.js';

/** In the package's modules: what a call can begin without is a module. The bundles have load-later-beside.ts or load-later-inside.ts in its place. */
export const loadLater = oncePerPage(async () => {
  (await import('./later.js')).defineLater();
});
