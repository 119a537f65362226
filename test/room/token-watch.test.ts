import { expect } from '@open-wc/testing';
import { ExpiryWatch } from '../../src/room/token-watch.js';

const MINUTES = 60_000;

/** As the watch is given one: its end, and how long that is from now. */
const lasting = (ms: number) => [new Date(Date.now() + ms), ms] as const;

describe('the watch over the token', () => {
  const expiring = (expiresAt: Date, left: number) =>
    new Promise<Date>((resolve) => {
      new ExpiryWatch(resolve).watch(expiresAt, left);
    });

  it('tells 5 minutes before the end', async () => {
    const begun = performance.now();
    const near = lasting(4 * MINUTES);
    expect(await expiring(...near), 'at once, when it is nearer than that').to.equal(near[0]);
    const far = lasting(5 * MINUTES + 300);
    expect(await expiring(...far)).to.equal(far[0]);
    expect(performance.now() - begun).to.be.at.least(299);
  });

  it('counts from when it came: a clock that is wrong or jumps by days changes nothing', async () => {
    const { now } = Date;
    try {
      for (const hours of [30, -30]) {
        const [end, left] = lasting(5 * MINUTES + 300);
        const told: Date[] = [];
        new ExpiryWatch((date) => told.push(date)).watch(end, left);
        Date.now = () => now() + hours * 60 * MINUTES;
        // A timer set too far or too near fires at once; those of this task come before the one that is awaited.
        await expiring(new Date(), MINUTES);
        expect(told).to.deep.equal([]);
        while (told.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
        Date.now = now;
      }
    } finally {
      Date.now = now;
    }
  });

  it('tells nothing of a token without an end, or one that lasts for years', async () => {
    const told: Date[] = [];
    const given = [[undefined, undefined] as const, [new Date(0), undefined] as const, lasting(1e11)];
    const watches = given.map(([end, left]) => {
      const watch = new ExpiryWatch((date) => told.push(date));
      watch.watch(end, left);
      return watch;
    });
    await expiring(...lasting(MINUTES));
    expect(told).to.deep.equal([]);
    for (const watch of watches) watch.stop();
  });

  it('tells of the newest token alone, once, and of none once stopped', async () => {
    const told: Date[] = [];
    const watch = new ExpiryWatch((date) => told.push(date));
    watch.watch(...lasting(MINUTES));
    watch.watch(undefined, undefined);
    watch.watch(...lasting(2 * MINUTES));
    watch.stop();
    const same = lasting(3 * MINUTES);
    watch.watch(...same);
    watch.watch(...same);
    await expiring(...lasting(MINUTES));
    watch.watch(...same);
    await expiring(...lasting(MINUTES));
    expect(told).to.deep.equal([same[0]]);
    watch.stop();
  });

  it('tells of a newer one in its turn, and never of one that ends no later than what was told of', async () => {
    const told: Date[] = [];
    const watch = new ExpiryWatch(
      (date) => told.push(date),
      () => 1_000,
      0,
    );
    const first = lasting(1_100);
    watch.watch(...first);
    while (told.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    watch.renew(...first);
    watch.renew(new Date(first[0].getTime() - 1), 2_000);
    const second = new Date(first[0].getTime() + 200);
    watch.renew(second, 1_200);
    while (told.length === 1) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(told).to.deep.equal([first[0], second]);
    watch.stop();
  });

  it('takes a breath before the next one, so that a clock which makes all of them end soon brings no storm', async () => {
    const told: Date[] = [];
    let end = Date.now();
    const watch = new ExpiryWatch(() => {
      end += 1_000;
      told.push(new Date(end));
      watch.renew(new Date(end), 1);
    });
    watch.watch(new Date(end), 1);
    while (told.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    for (let look = 0; look < 10; look += 1) await expiring(...lasting(MINUTES));
    expect(told).to.have.length(1);
    watch.stop();
  });

  it('takes its earliness from how much is left', async () => {
    const begun = performance.now();
    await new Promise<Date>((resolve) => {
      new ExpiryWatch(resolve, (left) => left / 3).watch(...lasting(600));
    });
    expect(performance.now() - begun).to.be.at.least(399);
  });
});
