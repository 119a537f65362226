import type { Words } from '../say.js';

/** Of the server's reasons that there are words for; any other one is a refusal. */
export const notAdmitted =
  (by: { readonly denied: Words; readonly removed: Words; readonly ended: Words }): Words =>
  (error) =>
    (error.reason === 'removed' || error.reason === 'ended' ? by[error.reason] : by.denied)(error);
