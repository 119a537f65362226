import { atom } from 'nanostores';
import type { MovableElement } from '../shared/movable-element.js';
import type { Pages } from './pages.js';

/** Gives a grid what turns its pages. Not there from the beginning. */
export const $pages = atom<((host: MovableElement, turn: (by: number) => void) => Pages) | undefined>();
