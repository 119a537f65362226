import { elementUpdated, expect, html, nextFrame } from '@open-wc/testing';
import type { PmVideoGridElement } from '../../../src/elements/stage/pm-video-grid.js';
import type { PmVideoTileElement } from '../../../src/elements/stage/pm-video-tile.js';
import { partOf, peerOf, peersOf, roomFixture, type RoomFixture, until } from '../../helpers/fixtures.js';

const SIZES = { wide: [960, 540], small: [320, 480] } as const;

const gridFixture = async (size: keyof typeof SIZES, ...ids: string[]): Promise<RoomFixture<PmVideoGridElement>> => {
  const [width, height] = SIZES[size];
  const room = await roomFixture<PmVideoGridElement>(
    html`<pm-video-grid style=${`width: ${width}px; height: ${height}px`}></pm-video-grid>`,
    (store) => {
      store.$state.set('joined');
      store.$peers.set(peersOf(...ids.map((id) => peerOf({ id }))));
    },
  );
  await measured(room.element);
  return room;
};

/** Resolves once the grid has seen its size: observers are told in the order they began. */
const measured = async (grid: Element): Promise<void> => {
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

const tilesOf = (grid: Element): PmVideoTileElement[] => [
  ...(grid.shadowRoot?.querySelectorAll('pm-video-tile') ?? []),
];
const idsOf = (grid: Element): string[] => tilesOf(grid).map(({ self, peer }) => (self ? 'self' : (peer?.id ?? '')));

/** The box that all tiles together take, once they stand still. */
const boundsOf = (grid: Element): DOMRect => {
  const rects = tilesOf(grid).map((tile) => tile.getBoundingClientRect());
  const left = Math.min(...rects.map((rect) => rect.left));
  const top = Math.min(...rects.map((rect) => rect.top));
  const right = Math.max(...rects.map((rect) => rect.right));
  const bottom = Math.max(...rects.map((rect) => rect.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
};
const still = async (grid: Element): Promise<void> => {
  await elementUpdated(grid);
  await Promise.all(tilesOf(grid).flatMap((tile) => tile.getAnimations().map(({ finished }) => finished)));
};

describe('<pm-video-grid>', () => {
  it('shows everyone in the order of joining, oneself last', async () => {
    const { element } = await gridFixture('wide', 'Cy', 'Ann', 'Bo');
    expect(idsOf(element)).to.deep.equal(['Cy', 'Ann', 'Bo', 'self']);
  });

  it('has no tile for who is lost', async () => {
    const { element, store } = await gridFixture('wide', 'Ann', 'Bo');
    store.$peers.set(peersOf(peerOf({ id: 'Ann', state: 'lost' }), peerOf({ id: 'Bo' })));
    await elementUpdated(element);
    expect(idsOf(element)).to.deep.equal(['Bo', 'self']);
  });

  it('never makes a video anew because somebody came, went or changed', async () => {
    const { element, store } = await gridFixture('wide', 'Ann', 'Bo', 'Cy');
    const videoOf = (id: string) => {
      const tile = tilesOf(element)[idsOf(element).indexOf(id)];
      return tile && partOf(tile, 'video', HTMLVideoElement);
    };
    await until(() => tilesOf(element).every(({ hasUpdated }) => hasUpdated));
    const before = { Bo: videoOf('Bo'), self: videoOf('self') };
    const stays = { Bo: peerOf({ id: 'Bo', microphone: false }) };
    for (const peers of [
      [peerOf({ id: 'Ann' }), stays.Bo, peerOf({ id: 'Cy' }), peerOf({ id: 'Di' })],
      [stays.Bo, peerOf({ id: 'Di' })],
      [stays.Bo],
      [peerOf({ id: 'Eve' }), stays.Bo],
    ]) {
      store.$peers.set(peersOf(...peers));
      await elementUpdated(element);
      expect(videoOf('Bo')).to.equal(before.Bo);
      expect(videoOf('self')).to.equal(before.self);
      expect(before.Bo?.isConnected).to.equal(true);
    }
  });

  it('lays all tiles inside its box, over nobody, for any number of people', async () => {
    const { element, store } = await gridFixture('wide', 'Ann', 'Bo');
    for (const count of [2, 3, 5, 8, 12, 25]) {
      store.$peers.set(peersOf(...Array.from({ length: count }, (_, index) => peerOf({ id: `p${index}` }))));
      await still(element);
      const box = element.getBoundingClientRect();
      const rects = tilesOf(element).map((tile) => tile.getBoundingClientRect());
      rects.forEach((rect, index) => {
        expect(rect.left).to.be.at.least(box.left);
        expect(rect.top).to.be.at.least(box.top);
        expect(rect.right).to.be.at.most(box.right);
        expect(rect.bottom).to.be.at.most(box.bottom);
        for (const other of rects.slice(index + 1)) {
          const apart =
            other.left >= rect.right ||
            other.right <= rect.left ||
            other.top >= rect.bottom ||
            other.bottom <= rect.top;
          expect(apart, `${count} people, tile ${index}`).to.equal(true);
        }
      });
    }
  });

  it('uses its own box, whatever the window is', async () => {
    const { element } = await gridFixture('wide', 'Ann', 'Bo', 'Cy');
    expect(boundsOf(element).width).to.be.within(900, 960);
    element.style.setProperty('width', '640px');
    element.style.setProperty('height', '900px');
    await measured(element);
    expect(boundsOf(element).width).to.be.below(640);
    expect(boundsOf(element).height).to.be.within(600, 900);
  });

  it('keeps tiles to the page’s aspect where it is given', async () => {
    const { element, store } = await gridFixture('wide', 'Ann', 'Bo', 'Cy');
    element.style.setProperty('--pm-tile-aspect', '1 / 1');
    store.$peers.set(peersOf(...['Ann', 'Bo', 'Cy', 'Di'].map((id) => peerOf({ id }))));
    await still(element);
    const { width, height } = tilesOf(element)[0]?.getBoundingClientRect() ?? new DOMRect();
    expect(width / height).to.be.within(0.98, 2.1);
  });

  it('floats the self view for two people and in a small box, and not from three on in a large one', async () => {
    const movable = (grid: Element) => tilesOf(grid).at(-1)?.movable;
    const two = await gridFixture('wide', 'Ann');
    expect(movable(two.element)).to.equal(true);
    expect(movable((await gridFixture('wide', 'Ann', 'Bo')).element)).to.equal(false);
    expect(movable((await gridFixture('small', 'Ann', 'Bo')).element)).to.equal(true);
    expect(movable((await gridFixture('wide')).element)).to.equal(false);
    const [peer, self] = tilesOf(two.element).map((tile) => tile.getBoundingClientRect());
    expect((self?.width ?? Infinity) * 3).to.be.below(peer?.width ?? 0);
  });

  it('moves the self view by keyboard, by pressing it, and by dragging', async () => {
    const { element } = await gridFixture('wide', 'Ann');
    await still(element);
    const tile = tilesOf(element).at(-1);
    const handle = tile?.shadowRoot?.querySelector<HTMLButtonElement>('.move');
    if (!tile || !handle) throw new Error('nothing to move the self view by');
    const box = element.getBoundingClientRect();
    const corner = async (): Promise<string> => {
      await still(element);
      const { x, y, width, height } = tile.getBoundingClientRect();
      const vertical = y + height / 2 < box.y + box.height / 2 ? 'top' : 'bottom';
      return `${vertical} ${x + width / 2 < box.x + box.width / 2 ? 'left' : 'right'}`;
    };
    expect(await corner()).to.equal('bottom right');
    const press = (key: string) =>
      handle.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
    press('ArrowUp');
    expect(await corner()).to.equal('top right');
    press('ArrowLeft');
    expect(await corner()).to.equal('top left');
    handle.click();
    expect(await corner()).to.equal('top right');

    // Synthetic pointers can't be captured: what capture would deliver is dispatched by hand.
    tile.setPointerCapture = () => undefined;
    const at = { bubbles: true, composed: true, pointerId: 1, button: 0 };
    handle.dispatchEvent(new PointerEvent('pointerdown', { ...at, clientX: box.right - 50, clientY: box.top + 50 }));
    tile.dispatchEvent(new PointerEvent('pointermove', { ...at, clientX: box.left + 60, clientY: box.bottom - 60 }));
    tile.dispatchEvent(new PointerEvent('lostpointercapture', at));
    expect(await corner()).to.equal('bottom left');
  });

  it('is accessible', async () => {
    const { element } = await gridFixture('wide', 'Ann', 'Bo');
    await still(element);
    await expect(element).to.be.accessible();
    const small = await gridFixture('small', 'Ann', 'Bo');
    await still(small.element);
    await expect(small.element).to.be.accessible();
  });

  it('keeps tiles through a move in the document, and listens to nothing after its removal', async () => {
    const { element, box, store } = await gridFixture('wide', 'Ann');
    const tiles = tilesOf(element);
    const other = document.createElement('div');
    box.append(other);
    other.append(element);
    await elementUpdated(element);
    expect(tilesOf(element)).to.deep.equal(tiles);
    element.remove();
    expect(store.$peers.lc).to.equal(0);
    expect(store.$audioBlocked.lc).to.equal(0);
  });
});
