import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BanLimiter } from '../../demo/server/rate-limit.js';

describe('Who asked too often', () => {
  it('waits no longer than was said where the clock is set back', () => {
    let now = Date.UTC(2026, 0, 1);
    const limiter = new BanLimiter(
      { perSecond: 1, burst: 1, banSeconds: 30 },
      { now: () => now, after: () => () => {} },
    );
    assert.deepEqual([limiter.retryAfter('ann'), limiter.retryAfter('ann')], [0, 30]);
    now -= 3_600_000;
    assert.equal(limiter.retryAfter('ann'), 30);
    now += 30_000;
    assert.equal(limiter.retryAfter('ann'), 0);
  });
});
