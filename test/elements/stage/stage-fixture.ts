import { elementUpdated, html, nextFrame } from '@open-wc/testing';
import type { PmVideoGridElement } from '../../../src/elements/stage/pm-video-grid.js';
import type { PmVideoTileElement } from '../../../src/elements/stage/pm-video-tile.js';
import type { RoomStore } from '../../../src/room/room-store.js';
import { peerOf, peersOf, roomFixture, type RoomFixture } from '../../helpers/fixtures.js';

/** A grid of a size in CSS pixels, with people in the room and `me` as oneself. */
export const stageFixture = async (
  [width, height]: readonly [number, number],
  ids: string,
  set?: (store: RoomStore) => void,
): Promise<RoomFixture<PmVideoGridElement>> => {
  const room = await roomFixture<PmVideoGridElement>(
    html`<pm-video-grid style=${`width: ${width}px; height: ${height}px`}></pm-video-grid>`,
    (store) => {
      store.$state.set('joined');
      store.$self.set({ id: 'me', name: 'Me' });
      store.$peers.set(peersOf(...[...ids].map((id) => peerOf({ id }))));
      set?.(store);
    },
  );
  await measured(room.element);
  return room;
};

/** Resolves once the grid has seen its size (observers are told in the order they began) and stands still. */
export const measured = async (grid: Element): Promise<void> => {
  await new Promise<void>((resolve) => {
    const observer = new ResizeObserver(() => {
      observer.disconnect();
      resolve();
    });
    observer.observe(grid);
  });
  await nextFrame(); // a resize while observers are told would be an error of the test's own
  await still(grid);
};

/** Resolves once the grid has drawn all that is to be drawn, and its tiles have stopped gliding. */
export const still = async (grid: Element): Promise<void> => {
  // An update may find that another page is there, and draw again.
  for (let turn = 0; turn < 3; turn++) await elementUpdated(grid);
  for (const tile of tilesOf(grid)) await elementUpdated(tile);
  await Promise.all(tilesOf(grid).flatMap((tile) => tile.getAnimations().map(({ finished }) => finished)));
};

export const tilesOf = (grid: Element): PmVideoTileElement[] => [
  ...(grid.shadowRoot?.querySelectorAll('pm-video-tile') ?? []),
];

/** A tile by what it stands for: `a` for a person's camera, `a's` for the screen, `me` for oneself. */
export const nameOf = ({ self, screen, peer }: PmVideoTileElement): string =>
  self ? 'me' : `${peer?.id ?? ''}${screen ? '’s' : ''}`;

export const tileOf = (grid: Element, name: string): PmVideoTileElement => {
  const tile = tilesOf(grid).find((each) => nameOf(each) === name);
  if (!tile) throw new Error(`no tile ${name}`);
  return tile;
};

/** Whose tiles are in sight, the largest first. */
export const seenIn = (grid: Element): string[] => {
  const area = (tile: Element): number => {
    const { width, height } = tile.getBoundingClientRect();
    return width * height;
  };
  const seen = tilesOf(grid).filter(({ off }) => !off);
  return seen.sort((a, b) => area(b) - area(a)).map(nameOf);
};
