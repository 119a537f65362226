import { expect } from '@open-wc/testing';
import { ExpiryWatch } from '../../src/room/token-watch.js';

const MINUTES = 60_000;

describe('the watch over the token', () => {
  const expiring = (expiresAt: Date) =>
    new Promise<Date>((resolve) => {
      new ExpiryWatch(resolve).watch(expiresAt);
    });

  it('tells 5 minutes before the end', async () => {
    const expiresAt = new Date(Date.now() + 5 * MINUTES + 300);
    const early = new Date(Date.now() + 4 * MINUTES);
    expect(await expiring(early), 'at once, when it is nearer than that').to.equal(early);
    expect(await expiring(expiresAt)).to.equal(expiresAt);
    expect(expiresAt.getTime() - Date.now()).to.be.at.most(5 * MINUTES);
  });

  it('tells nothing of a token without an end, one that lasts for years, or one that ended by a wrong clock', async () => {
    const told: Date[] = [];
    const watches = [undefined, new Date(Date.now() + 1e11), new Date(0)].map((expiresAt) => {
      const watch = new ExpiryWatch((date) => told.push(date));
      watch.watch(expiresAt);
      return watch;
    });
    // A timer set too far fires at once; those of this task come before the one that is awaited.
    await expiring(new Date(Date.now() + MINUTES));
    expect(told).to.deep.equal([]);
    for (const watch of watches) watch.stop();
  });

  it('tells of the newest token alone, and of none once stopped', async () => {
    const told: Date[] = [];
    const watch = new ExpiryWatch((date) => told.push(date));
    watch.watch(new Date(Date.now() + MINUTES));
    watch.watch(undefined);
    watch.watch(new Date(Date.now() + 2 * MINUTES));
    watch.stop();
    await expiring(new Date(Date.now() + MINUTES));
    expect(told).to.deep.equal([]);
  });
});
