import { oncePerPage } from '../../room/later-fetch.js';
import { defineLater } from './later.js';

/** In `private-meet.all.js` and `private-meet.iife.js`: what a call can begin without is there already. */
export const loadLater = oncePerPage(() => {
  defineLater();
  return Promise.resolve();
});
