import { atom } from 'nanostores';
import type { TileMotion } from './tile-motion.js';

/** Lets tiles glide, those that are there from then on. Not there from the beginning: until then they jump. */
export const $tileMotion = atom<((tiles: Iterable<HTMLElement>) => TileMotion) | undefined>();
