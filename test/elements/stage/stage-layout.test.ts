import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  hasFreeCell,
  layoutStage,
  mirrored,
  PAGER,
  type Place,
  type StageBox,
} from '../../../src/elements/stage/stage-layout.js';
import type { StagePlan } from '../../../src/elements/stage/stage-plan.js';

const planOf = (stage: string | undefined, count: number, speaker?: string): StagePlan => ({
  stage,
  others: Array.from({ length: count }, (_, index) => `c:${index}`),
  floats: false,
  pinned: undefined,
  speaker,
});
const boxOf = (width: number, height: number): StageBox => ({
  width,
  height,
  gap: width < 600 ? 4 : 8,
  aspect: 16 / 9,
  isSmall: width < 600,
});
const CLOSE = 1e-6;
const isApart = (a: Place, b: Place): boolean =>
  a.left >= b.left + b.width - CLOSE ||
  b.left >= a.left + a.width - CLOSE ||
  a.top >= b.top + b.height - CLOSE ||
  b.top >= a.top + a.height - CLOSE;

describe('hasFreeCell', () => {
  it('is so where one more makes nobody smaller', () => {
    expect(hasFreeCell(3, boxOf(312, 412))).to.equal(true); // two and one
    expect(hasFreeCell(3, boxOf(352, 568))).to.equal(false); // three below each other
    expect(hasFreeCell(4, boxOf(312, 412))).to.equal(false);
  });
});

describe('layoutStage', () => {
  it('shows everybody on some page once, in the box, over nobody, nor over what turns pages', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(undefined, 'c:stage', 's:stage'),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 320, max: 2000 }),
        fc.integer({ min: 180, max: 1200 }),
        (stage, count, width, height) => {
          const plan = planOf(stage, count);
          const box = boxOf(width, height);
          const seen = new Map<string, number>();
          let pages = 1;
          for (let page = 0; page < pages; page++) {
            const layout = layoutStage(plan, box, page);
            ({ pages } = layout);
            expect(layout.page).to.equal(page);
            expect(layout.pager !== undefined).to.equal(pages > 1);
            const places = [...layout.places.values(), ...(layout.pager ? [layout.pager] : [])];
            places.forEach((place, index) => {
              expect(place.left).to.be.at.least(-CLOSE);
              expect(place.top).to.be.at.least(-CLOSE);
              expect(place.left + place.width).to.be.at.most(width + CLOSE);
              expect(place.top + place.height).to.be.at.most(height + CLOSE);
              for (const other of places.slice(index + 1)) expect(isApart(place, other)).to.equal(true);
            });
            for (const key of layout.places.keys()) seen.set(key, (seen.get(key) ?? 0) + 1);
          }
          if (stage) expect(seen.get(stage)).to.equal(pages);
          for (const key of plan.others) expect(seen.get(key)).to.equal(1);
        },
      ),
    );
  });

  const SIZES: readonly [what: string, width: number, height: number][] = [
    ['a phone', 360, 560],
    ['a small phone', 320, 480],
    ['an article', 760, 428],
    ['a page', 1200, 640],
    ['a wide screen', 1600, 840],
  ];
  for (const [what, width, height] of SIZES) {
    it(`keeps twelve people large enough to be known in ${what}`, () => {
      for (const stage of [undefined, 'c:stage', 's:stage']) {
        const layout = layoutStage(planOf(stage, stage ? 11 : 12), boxOf(width, height), 0);
        for (const [key, place] of layout.places) {
          expect(place.width, key).to.be.at.least(width < 600 ? 96 : 112);
          expect(place.height, key).to.be.at.least(64);
        }
        expect(layout.pages).to.be.at.most(width < 600 ? 4 : 3);
      }
    });
  }

  it('needs no pages for twelve in a box of 1200 px', () => {
    for (const stage of [undefined, 'c:stage', 's:stage']) {
      expect(layoutStage(planOf(stage, 11), boxOf(1200, 640), 0).pages).to.equal(1);
    }
  });

  it('lays the strip beside in a wide box and below in an upright one', () => {
    const places = (width: number, height: number): Place[] => [
      ...layoutStage(planOf('c:stage', 3), boxOf(width, height), 0).places.values(),
    ];
    const [wideStage, ...wide] = places(1200, 640);
    for (const place of wide) expect(place.left).to.be.above((wideStage?.left ?? 0) + (wideStage?.width ?? 0));
    const [highStage, ...high] = places(360, 560);
    for (const place of high) expect(place.top).to.be.above((highStage?.top ?? 0) + (highStage?.height ?? 0));
  });

  it('gives a screen the whole stage, and the people the rest of an upright box', () => {
    const { places } = layoutStage(planOf('s:stage', 5), boxOf(360, 560), 0);
    const screen = places.get('s:stage');
    expect(screen?.width).to.equal(360);
    expect(screen?.height).to.be.within(360 / (16 / 9) - 1, 240);
  });

  it('brings who speaks onto the first page, and moves nobody else but one', () => {
    const box = boxOf(320, 300);
    const quiet = [...layoutStage(planOf(undefined, 20), box, 0).places.keys()];
    const loud = [...layoutStage(planOf(undefined, 20, 'c:19'), box, 0).places.keys()];
    expect(loud).to.deep.equal([...quiet.slice(0, -1), 'c:19']);
    expect([...layoutStage(planOf(undefined, 20, 'c:0'), box, 0).places.keys()]).to.deep.equal(quiet);
  });

  it('goes back to the last page there is when people left', () => {
    const box = boxOf(320, 300);
    const { pages } = layoutStage(planOf(undefined, 20), box, 0);
    expect(pages).to.be.above(1);
    expect(layoutStage(planOf(undefined, 20), box, 99).page).to.equal(pages - 1);
    expect(layoutStage(planOf(undefined, 2), box, 99).page).to.equal(0);
  });
});

describe('mirrored', () => {
  it('turns everything round once', () => {
    const layout = layoutStage(planOf('c:stage', 30), boxOf(760, 300), 0);
    const turned = mirrored(layout, 760);
    expect(turned.places.get('c:stage')?.left).to.be.above(turned.places.get('c:0')?.left ?? Infinity);
    expect(turned.pager?.height).to.equal(PAGER);
    expect(mirrored(turned, 760).pager).to.deep.equal(layout.pager);
    for (const [key, { left }] of mirrored(turned, 760).places) {
      expect(left).to.be.closeTo(layout.places.get(key)?.left ?? NaN, CLOSE);
    }
  });
});
