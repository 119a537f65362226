import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { heightFor, HEIGHTS, readShown } from '../../src/protocol/shown.js';

describe('how high a picture is shown', () => {
  it('is told in steps, the next one that will do: a face may be drawn a third larger than it came', () => {
    expect([0, 1, 90, 160, 240, 360, 480, 720, 960, 4000].map((pixels) => heightFor(pixels))).to.deep.equal([
      0, 120, 120, 120, 180, 270, 360, 540, 720, 1080,
    ]);
    expect(heightFor(Number.NaN)).to.equal(0);
    expect(heightFor(-1)).to.equal(0);
  });

  it('stays what it was while a box grows and shrinks a little', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.double({ min: 0.97, max: 1.03, noNaN: true }),
        (pixels, factor) => {
          const first = heightFor(pixels);
          const second = heightFor(pixels * factor, first);
          return second === first && heightFor(pixels, second) === first;
        },
      ),
    );
  });

  it('grows with the box', () => {
    fc.assert(
      fc.property(fc.integer({ max: 3000 }), fc.integer({ max: 3000 }), (one, other) => {
        return heightFor(Math.min(one, other)) <= heightFor(Math.max(one, other));
      }),
    );
  });

  it('is bounded, whatever the wire says', () => {
    expect(readShown({ camera: 200, screen: 1e9 })).to.deep.equal({ camera: 270, screen: 1080 });
    for (const hostile of [
      undefined,
      null,
      [],
      'all',
      { camera: 1 },
      { camera: -1, screen: 0 },
      { camera: '9', screen: 0 },
    ]) {
      expect(readShown(hostile)).to.equal(undefined);
    }
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (camera, screen) => {
        const shown = readShown({ camera, screen });
        return !shown || [shown.camera, shown.screen].every((each) => each === 0 || HEIGHTS.includes(each));
      }),
    );
  });
});
