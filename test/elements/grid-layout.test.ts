import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { gridLayout, stretchTiles, tilePosition } from '../../src/elements/grid-layout.js';

const boxes = fc.record({
  count: fc.integer({ min: 1, max: 50 }),
  width: fc.integer({ min: 100, max: 4000 }),
  height: fc.integer({ min: 100, max: 4000 }),
  aspect: fc.double({ min: 0.4, max: 3, noNaN: true }),
  gap: fc.integer({ min: 0, max: 1 }),
});
const CLOSE = 1e-6;

describe('gridLayout', () => {
  it('makes faces as large as any number of columns can', () => {
    fc.assert(
      fc.property(boxes, ({ count, width, height, aspect, gap }) => {
        const layout = gridLayout(count, width, height, aspect, gap);
        for (let columns = 1; columns <= count; columns++) {
          const rows = Math.ceil(count / columns);
          const byWidth = (width - gap * (columns - 1)) / columns;
          const byHeight = ((height - gap * (rows - 1)) / rows) * aspect;
          expect(layout.tileWidth).to.be.at.least(Math.min(byWidth, byHeight) - CLOSE);
        }
      }),
    );
  });

  it('gives everyone a place, in the box, over nobody else', () => {
    fc.assert(
      fc.property(boxes, ({ count, width, height, aspect, gap }) => {
        const layout = gridLayout(count, width, height, aspect, gap);
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

  it('grows tiles into their cells within the limits of their aspect, never out of the box', () => {
    fc.assert(
      fc.property(boxes, ({ count, width, height, gap }) => {
        const fitted = gridLayout(count, width, height, 16 / 9, gap);
        const grown = stretchTiles(fitted, width, height, gap, 4 / 3, 2);
        expect(grown.tileWidth).to.be.at.least(fitted.tileWidth);
        expect(grown.tileHeight).to.be.at.least(fitted.tileHeight);
        expect(grown.tileWidth * grown.columns + gap * (grown.columns - 1)).to.be.at.most(width + CLOSE);
        expect(grown.tileHeight * grown.rows + gap * (grown.rows - 1)).to.be.at.most(height + CLOSE);
        expect(grown.tileWidth / grown.tileHeight).to.be.within(4 / 3 - CLOSE, 2 + CLOSE);
      }),
    );
  });

  it('puts the last row in the middle', () => {
    const layout = gridLayout(5, 300, 200, 1, 0);
    expect(layout).to.deep.equal({ columns: 3, rows: 2, tileWidth: 100, tileHeight: 100 });
    expect(tilePosition(layout, 3, 5, 300, 200, 0)).to.deep.equal({ left: 50, top: 100 });
  });

  it('gives tiles of no size in a box of no size', () => {
    expect(gridLayout(3, 0, 0, 16 / 9, 8).tileWidth).to.equal(0);
  });
});
