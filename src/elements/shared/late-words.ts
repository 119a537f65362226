import { atom } from 'nanostores';
import { first, type FirstStrings } from '../../locales/first/en.js';

/** The English words: from the beginning those that a call begins with, all of them once they have come. */
export const $english = atom<FirstStrings>(first);
