import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { backoff } from '../../src/signaling/backoff.js';

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('the wait before another attempt', () => {
  it('lies between nothing and 500 ms doubled each time, 15 s at most', () => {
    fc.assert(
      fc.property(fc.nat({ max: 10_000 }), chance, (attempt, random) => {
        const most = Math.min(15_000, 500 * 2 ** attempt);
        expect(backoff(attempt, () => random)).to.be.within(0, most);
        expect(backoff(attempt, () => random)).to.be.closeTo(random * most, 1e-6);
      }),
    );
  });

  it('differs from one client to the next, from the first attempt on', () => {
    expect(new Set(Array.from({ length: 20 }, () => backoff(0))).size).to.be.greaterThan(10);
  });
});
