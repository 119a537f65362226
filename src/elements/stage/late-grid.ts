import { atom } from 'nanostores';
import type { MovableElement } from '../shared/movable-element.js';
import type { FloatingTile } from './floating-tile.js';
import type { Pages } from './pages.js';
import type { ShownTiles } from './shown-tiles.js';
import type { TileMotion } from './tile-motion.js';
import type { TileMoves } from './tile-moves.js';

/** What a grid can begin without. */
export interface GridParts {
  /** What turns pages; `turn` goes on by some. */
  readonly createPages: (host: MovableElement, turn: (by: number) => void) => Pages;
  /** How tiles glide to their places: those that are there from then on. */
  readonly createMotion: (tiles: Iterable<HTMLElement>) => TileMotion;
  /** How a person moves the self view. */
  readonly createMoves: (float: FloatingTile) => TileMoves;
  /** What tells how high each picture is shown; `smallWindow`: id of who is in a window beside the page. */
  readonly createShown: (host: MovableElement, smallWindow: () => string | undefined) => ShownTiles;
}

/** Not there from the beginning: until then tiles jump to their places, the self view stays in its corner, and nobody is told what is shown. */
export const $gridParts = atom<GridParts | undefined>();
