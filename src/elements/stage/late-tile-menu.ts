import { atom } from 'nanostores';
import type { MovableElement } from '../shared/movable-element.js';
import type { OpenTileMenu } from './open-tile-menu.js';
import type { TileMenu } from './tile-menu.js';

/** Gives a tile its menu. Not there from the beginning. */
export const $openTileMenu = atom<((host: MovableElement, door: TileMenu) => OpenTileMenu) | undefined>();
