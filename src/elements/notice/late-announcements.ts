import { atom } from 'nanostores';
import type { Announcements } from './announcements.js';

/** Makes what is read out of what happens in a call. Not there from the beginning: then it begins with who is here. */
export const $announcer = atom<((changed: () => void) => Announcements) | undefined>();
