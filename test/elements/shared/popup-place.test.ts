import { expect } from '@open-wc/testing';
import { placeBeside, placeSheet, zoomOf } from '../../../src/elements/shared/popup-place.js';

const view = { width: 1000, height: 600 };
const box = (left: number, top: number, width: number, height: number) => ({ left, top, width, height });

describe('placeBeside', () => {
  it('puts what floats in the middle over its anchor', () => {
    expect(placeBeside({ width: 200, height: 100 }, box(400, 500, 44, 44), view)).to.deep.equal({
      left: 322,
      top: 392,
    });
  });

  it('keeps it in the window at either side', () => {
    expect(placeBeside({ width: 200, height: 100 }, box(0, 500, 44, 44), view).left).to.equal(8);
    expect(placeBeside({ width: 200, height: 100 }, box(956, 500, 44, 44), view).left).to.equal(792);
  });

  it('goes below where there is no room above', () => {
    expect(placeBeside({ width: 200, height: 100 }, box(400, 20, 44, 44), view).top).to.equal(72);
  });

  it('begins at the top when it is higher than the window, so that it can be scrolled', () => {
    expect(placeBeside({ width: 200, height: 700 }, box(400, 500, 44, 44), view).top).to.equal(8);
  });
});

describe('placeSheet', () => {
  it('lies at the foot of its box, as wide as that', () => {
    expect(placeSheet(200, box(100, 50, 360, 500), view)).to.deep.equal({ left: 100, top: 350, width: 360 });
  });

  it('stays in the window when the box goes on below it', () => {
    expect(placeSheet(200, box(100, 300, 360, 500), view).top).to.equal(400);
  });

  it('is never narrower than its words need, nor wider than the window', () => {
    expect(placeSheet(200, box(0, 0, 120, 320), view)).to.deep.equal({ left: 0, top: 120, width: 240 });
    expect(placeSheet(200, box(0, 0, 120, 320), { width: 200, height: 600 }).width).to.equal(200);
  });
});

describe('zoomOf', () => {
  it('is what CSS enlarges by', () => {
    const outer = document.createElement('div');
    const inner = outer.appendChild(document.createElement('div'));
    document.body.append(outer);
    expect(zoomOf(inner)).to.equal(1);
    outer.style.setProperty('zoom', '2');
    expect(zoomOf(inner)).to.equal(2);
    outer.remove();
  });
});
