import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { gridLayout, tilePosition } from '../../../src/elements/stage/grid-layout.js';

const boxes = fc.record({
  count: fc.integer({ min: 1, max: 50 }),
  width: fc.integer({ min: 100, max: 4000 }),
  height: fc.integer({ min: 100, max: 4000 }),
  aspect: fc.double({ min: 0.4, max: 3, noNaN: true }),
  gap: fc.integer({ min: 0, max: 1 }),
});
const LIMITS = { narrowest: 4 / 3, widest: 2.1 };
const CLOSE = 1e-6;

/** Lines of a camera's picture that covers a tile: what a face in it is a part of. */
const linesOf = (width: number, height: number, camera: number): number => Math.max(height, width / camera);

/** The largest face that any whole number of columns, and any shape within the limits, could give. */
const bestFace = (count: number, width: number, height: number, gap: number): number => {
  let best = 0;
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const [across, down] = [(width - gap * (columns - 1)) / columns, (height - gap * (rows - 1)) / rows];
    for (let shape = LIMITS.narrowest; shape <= LIMITS.widest + CLOSE; shape += 0.01) {
      const tile = Math.min(across, down * shape);
      best = Math.max(best, Math.min(tile, tile / shape));
    }
  }
  return best;
};

describe('gridLayout', () => {
  it('makes faces as large as any number of columns and any shape can, in boxes of every size', () => {
    for (let width = 320; width <= 2560; width += 160)
      for (let height = 240; height <= 1440; height += 120)
        for (let count = 1; count <= 12; count++) {
          const shapes = { ...LIMITS, aspect: 16 / 9, gap: 8 };
          const { tileWidth, tileHeight } = gridLayout(count, width, height, shapes);
          const what = `${String(count)} in ${String(width)} × ${String(height)}`;
          expect(Math.min(tileWidth, tileHeight), what).to.be.at.least(0.97 * bestFace(count, width, height, 8) - 1);
        }
  });

  it('cuts a third of a 4:3 picture at most, and a quarter of a 16:9 one', () => {
    fc.assert(
      fc.property(boxes, ({ count, width, height, gap }) => {
        const { tileWidth, tileHeight } = gridLayout(count, width, height, { ...LIMITS, aspect: 16 / 9, gap });
        const seen = (camera: number) => {
          const lines = linesOf(tileWidth, tileHeight, camera);
          return (tileWidth * tileHeight) / (lines * lines * camera);
        };
        expect(seen(4 / 3)).to.be.at.least(0.63);
        expect(seen(16 / 9)).to.be.at.least(0.75 - CLOSE);
      }),
    );
  });

  for (const [count, width, height, columns, ...tile] of [
    [5, 1280, 736, 3, 421, 316],
    [6, 1280, 736, 3, 421, 316],
    [10, 1440, 836, 4, 354, 265],
    [11, 1440, 836, 4, 354, 265],
    [8, 1280, 736, 3, 421, 240],
    [2, 1280, 736, 2, 636, 477],
  ] as const) {
    it(`has ${String(columns)} columns for ${String(count)} in ${String(width)} × ${String(height)}`, () => {
      const layout = gridLayout(count, width, height, { ...LIMITS, aspect: 16 / 9, gap: 8 });
      expect([layout.columns, Math.floor(layout.tileWidth), Math.floor(layout.tileHeight)]).to.deep.equal([
        columns,
        ...tile,
      ]);
    });
  }

  it('gives everyone a place, in the box, over nobody else', () => {
    fc.assert(
      fc.property(boxes, ({ count, width, height, aspect, gap }) => {
        const layout = gridLayout(count, width, height, { ...LIMITS, aspect, gap });
        const places = Array.from({ length: count }, (_, index) =>
          tilePosition(layout, index, count, width, height, gap),
        );
        for (const [index, { left, top }] of places.entries()) {
          expect(left).to.be.at.least(-CLOSE);
          expect(top).to.be.at.least(-CLOSE);
          expect(left + layout.tileWidth).to.be.at.most(width + CLOSE);
          expect(top + layout.tileHeight).to.be.at.most(height + CLOSE);
          for (const other of places.slice(index + 1)) {
            const apart =
              Math.abs(other.left - left) >= layout.tileWidth - CLOSE ||
              Math.abs(other.top - top) >= layout.tileHeight - CLOSE;
            expect(apart).to.equal(true);
          }
        }
      }),
    );
  });

  it('grows tiles into their cells within the limits of their aspect, or that of the page', () => {
    fc.assert(
      fc.property(boxes, ({ count, width, height, aspect, gap }) => {
        const { tileWidth, tileHeight } = gridLayout(count, width, height, { ...LIMITS, aspect, gap });
        const [least, most] = [Math.min(LIMITS.narrowest, aspect), Math.max(LIMITS.widest, aspect)];
        expect(tileWidth / tileHeight).to.be.within(least - CLOSE, most + CLOSE);
      }),
    );
  });

  it('puts the last row in the middle', () => {
    const layout = gridLayout(5, 300, 200, { aspect: 1, narrowest: 1, widest: 1, gap: 0 });
    expect(layout).to.deep.equal({ columns: 3, rows: 2, tileWidth: 100, tileHeight: 100 });
    expect(tilePosition(layout, 3, 5, 300, 200, 0)).to.deep.equal({ left: 50, top: 100 });
  });

  it('gives tiles of no size in a box of no size', () => {
    expect(gridLayout(3, 0, 0, { ...LIMITS, aspect: 16 / 9, gap: 8 }).tileWidth).to.equal(0);
  });
});
