import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { videoBudget } from '../../src/mesh/budget.js';
import { NO_CEILING, type PeerBudget, type Receiver, shareUplink, UPLINK, uplinkTotal } from '../../src/mesh/uplink.js';
import { type Height, HEIGHTS, type Shown } from '../../src/protocol/shown.js';

/** A voice and its headers. */
const soundOf = (peers: number): number => (peers > 5 ? 44_000 : 52_000);
const height = fc.constantFrom<Height>(0, ...HEIGHTS);
const shown: fc.Arbitrary<Shown> = fc.record({ camera: height, screen: height });
const receiver: fc.Arbitrary<Receiver> = fc.record({
  shown: fc.option(shown, { nil: undefined, freq: 4 }),
  narrowed: fc.nat({ max: 4 }),
});
const room = fc.array(receiver, { minLength: 1, maxLength: 40 });
const byId = (receivers: readonly Receiver[]) => new Map(receivers.map((each, index) => [String(index), each]));
const pictures = ({ camera, screen }: PeerBudget, sharesScreen: boolean): number =>
  (camera?.maxBitrate ?? 0) + (sharesScreen ? (screen?.maxBitrate ?? 0) : 0);
const total = (budgets: ReadonlyMap<string, PeerBudget>, sharesScreen = false): number =>
  [...budgets.values()].reduce((sum, budget) => sum + soundOf(budgets.size) + pictures(budget, sharesScreen), 0);

const all = (peers: number, camera: Height, screen: Height = 0) =>
  byId(Array.from({ length: peers }, () => ({ shown: { camera, screen }, narrowed: 0 })));
const first = (budgets: ReadonlyMap<string, PeerBudget>): PeerBudget | undefined => budgets.get('0');

describe('the uplink, shared out by what the others show', () => {
  it('is never more than 3 Mbit/s, whoever is there, says what, and shares a screen', () => {
    fc.assert(
      fc.property(room, fc.boolean(), (receivers, sharesScreen) => {
        return total(shareUplink(byId(receivers), sharesScreen), sharesScreen) <= UPLINK;
      }),
      { numRuns: 500 },
    );
  });

  it('is, among ours, never more than what a call of that size has', () => {
    fc.assert(
      fc.property(fc.array(shown, { minLength: 1, maxLength: 40 }), (told) => {
        const receivers = byId(told.map((each) => ({ shown: each, narrowed: 0 })));
        return total(shareUplink(receivers, false)) <= uplinkTotal(told.length);
      }),
      { numRuns: 500 },
    );
    for (const camera of HEIGHTS) expect(total(shareUplink(all(11, camera), false))).to.be.below(1_000_000);
  });

  it('gives nobody less who shows a larger picture, and takes no encoder for one that nobody sees', () => {
    fc.assert(
      fc.property(room, height, height, fc.boolean(), ([, ...others], one, other, sharesScreen) => {
        const [small, large] = one < other ? [one, other] : [other, one];
        const of = (camera: Height) => {
          const me: Receiver = { shown: { camera, screen: 0 }, narrowed: 0 };
          return first(shareUplink(byId([me, ...others]), sharesScreen))?.camera;
        };
        const [less, more] = [of(small), of(large)];
        if (small === 0) expect(less).to.equal(undefined);
        if (!less) return;
        expect(more?.height).to.be.at.least(less.height);
        expect(more?.maxBitrate).to.be.at.least(less.maxBitrate);
        expect(more?.maxFramerate).to.be.at.least(less.maxFramerate);
      }),
      { numRuns: 500 },
    );
  });

  it('says the same again for the same: it has no memory to flap with', () => {
    fc.assert(
      fc.property(room, fc.boolean(), (receivers, sharesScreen) => {
        const once = shareUplink(byId(receivers), sharesScreen);
        expect(shareUplink(byId(receivers), sharesScreen)).to.deep.equal(once);
      }),
    );
  });

  it('never sends larger pictures than are shown, or than the machine can make', () => {
    fc.assert(
      fc.property(room, fc.constantFrom(...HEIGHTS), (receivers, most) => {
        const budgets = shareUplink(byId(receivers), false, { height: most, maxFramerate: 15 });
        return [...budgets].every(([id, { camera }]) => {
          const wanted = receivers[Number(id)]?.shown?.camera;
          if (!wanted || !camera) return true;
          return camera.height <= Math.min(wanted, most) && camera.maxFramerate <= 15;
        });
      }),
    );
  });

  it('gives who does not say what a call of that size has for each', () => {
    const silent: Receiver = { shown: undefined, narrowed: 0 };
    for (const peers of [1, 3, 5, 8]) {
      const receivers = [silent, ...Array.from({ length: peers - 1 }, () => silent)];
      const budget = first(shareUplink(byId(receivers), false, { height: 180, maxFramerate: 5 }));
      expect(budget?.camera).to.equal(videoBudget(peers));
      expect(budget?.microphone).to.equal(undefined);
    }
  });

  it('gives what small tiles leave over to whom a face fills the stage', () => {
    const stage: Receiver = { shown: { camera: 720, screen: 0 }, narrowed: 0 };
    const strip: Receiver = { shown: { camera: 120, screen: 0 }, narrowed: 0 };
    const onStage = first(shareUplink(byId([stage, ...Array.from({ length: 6 }, () => strip)]), false));
    expect(onStage?.camera?.height).to.be.at.least(540);
    expect(first(shareUplink(all(7, 720), false))?.camera?.height).to.equal(270);
  });

  it('keeps a screen sharp whatever there is for it, and lets it come more slowly', () => {
    const [few, many] = [first(shareUplink(all(2, 180, 1080), true)), first(shareUplink(all(11, 180, 1080), true))];
    for (const budget of [few, many]) expect(budget?.screen?.height).to.equal(Infinity);
    expect(few?.screen?.maxFramerate).to.equal(15);
    expect(few?.screen?.maxBitrate).to.be.at.least(700_000);
    expect(many?.screen?.maxFramerate).to.be.below(15);
    expect(many?.screen?.maxBitrate).to.be.at.least(150_000);
  });

  it('lets faces give way to a screen, and takes less of a path that turned out narrow', () => {
    const of = (sharesScreen: boolean, narrowed = 0) => {
      const receivers = byId(
        Array.from({ length: 5 }, () => ({ shown: { camera: 360, screen: 1080 }, narrowed }) as const),
      );
      return first(shareUplink(receivers, sharesScreen, NO_CEILING))?.camera?.maxBitrate ?? 0;
    };
    expect(of(true)).to.be.below(of(false));
    expect(of(false, 2)).to.be.below(of(false) / 2);
  });
});
