import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { backoff, nextAttempt, type Refusal } from '../../src/signaling/backoff.js';

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('the wait before another attempt', () => {
  it('lies between nothing and 250 ms doubled each time, 2 s at most for sixteen attempts, then 15 s', () => {
    fc.assert(
      fc.property(fc.nat({ max: 10_000 }), chance, (attempt, random) => {
        const most = Math.min(attempt < 16 ? 2_000 : 15_000, 250 * 2 ** attempt);
        expect(backoff(attempt, () => random)).to.be.within(0, most);
        expect(backoff(attempt, () => random)).to.be.closeTo(random * most, 1e-6);
      }),
    );
  });

  it('differs from one client to the next, from the first attempt on', () => {
    expect(new Set(Array.from({ length: 20 }, () => backoff(0))).size).to.be.greaterThan(10);
  });
});

describe('the wait before the next attempt', () => {
  const wait = (refusal: Refusal | undefined, hasFreshTokens = true, random = 0) =>
    nextAttempt(3, refusal, hasFreshTokens, () => random);

  it('is the backoff where another attempt may do better', () => {
    for (const refusal of [undefined, { code: 'server-unreachable' }, { code: 'token-rejected' }] as const) {
      expect(wait(refusal, true, 0.5)).to.equal(1_000);
    }
    expect(wait({ code: 'server-unreachable' }, false, 0.5)).to.equal(1_000);
  });

  it('is long where it will not, or the server asked for it', () => {
    expect(wait({ code: 'token-rejected' }, false)).to.equal(30_000);
    expect(wait({ code: 'token-expired' }, false, 0.9)).to.be.closeTo(32_700, 1e-6);
    expect(wait({ code: 'origin-refused' })).to.equal(30_000);
    expect(wait({ code: 'rate-limited' })).to.equal(30_000);
    expect(wait({ code: 'rate-limited', retryAfter: 120 })).to.equal(120_000);
  });

  it('is 30 s at most offline, for a browser may be wrong about that', () => {
    expect(wait({ code: 'offline' }, true, 0)).to.equal(27_000);
    expect(wait({ code: 'offline' }, true, 0.999)).to.be.at.most(30_000);
  });
});
