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

  it('tells of a newer one in its turn, and never of one that ends no later than what was told of', async () => {
    const told: Date[] = [];
    const watch = new ExpiryWatch(
      (date) => told.push(date),
      () => 1_000,
    );
    const first = new Date(Date.now() + 1_100);
    watch.watch(first);
    while (told.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    watch.renew(first);
    watch.renew(new Date(first.getTime() - 1));
    const second = new Date(first.getTime() + 200);
    watch.renew(second);
    while (told.length === 1) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(told).to.deep.equal([first, second]);
    watch.stop();
  });

  it('takes its earliness from how much is left', async () => {
    const expiresAt = new Date(Date.now() + 600);
    const at = await new Promise<number>((resolve) => {
      new ExpiryWatch(
        () => resolve(Date.now()),
        (left) => left / 3,
      ).watch(expiresAt);
    });
    expect(at).to.be.at.least(expiresAt.getTime() - 250);
  });
});
