import { expect } from '@open-wc/testing';
import { Quota } from '../../src/mesh/quota.js';

describe('how many connections a pair may have', () => {
  it('is ten in three minutes, whoever asks', () => {
    const quota = new Quota();
    const made: number[] = [];
    for (let now = 0; now <= 400_000; now += 1_000) {
      if (!quota.admits(now)) continue;
      quota.note(now);
      made.push(now);
    }
    for (const [index, at] of made.entries()) expect((made[index + 10] ?? Infinity) - at).to.be.at.least(180_000);
    expect(made[6]).to.equal(6_000);
    // One that is wanted is never far off.
    for (const [index, at] of made.entries()) expect(at - (made[index - 1] ?? 0)).to.be.at.most(60_000);
  });

  it('begins anew once a pair does well', () => {
    const quota = new Quota();
    for (let made = 0; made < 10; made += 1) quota.note(0); // more than are admitted: nobody owes for them
    expect(quota.admits(1)).to.equal(false);
    quota.forget();
    expect(quota.admits(1)).to.equal(true);
  });
});
