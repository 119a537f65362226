import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { BROWSERS, everyoneMeets, leaves, Stage } from './stage.js';

describe('a meeting', () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open();
  });
  afterEach(() => stage.clear());
  after(() => stage.close());

  for (const browser of BROWSERS) {
    it(`shows and plays two people to each other in ${browser}`, async () => {
      const ann = await stage.guest('two', { browser, name: 'Ann' });
      const bo = await stage.guest('two', { browser, name: 'Bo' });
      await everyoneMeets([ann, bo]);
      for (const { page } of [ann, bo]) assert.deepEqual(await page.evaluate(() => witness.rejections), []);
    });
  }

  it('brings Chromium and Firefox together in one room', async () => {
    const guests = [
      await stage.guest('mixed', { browser: 'chromium', name: 'Ann' }),
      await stage.guest('mixed', { browser: 'firefox', name: 'Bo' }),
      await stage.guest('mixed', { browser: 'chromium', name: 'Cy' }),
    ];
    await everyoneMeets(guests);
  });

  it('of three sends silence; of four nobody does, those neither who met before the fourth came', async () => {
    const come = (name: string, browser: (typeof BROWSERS)[number]) =>
      stage.guest('quiet', { browser, name, attributes: { 'camera-off': '' } });
    const guests = [await come('Ann', 'chromium'), await come('Bo', 'firefox'), await come('Cy', 'chromium')];
    const meet = () =>
      Promise.all(guests.map(({ page }) => page.evaluate((others) => kit.connectedTo(others), guests.length - 1)));
    const agreed = async () => {
      const each = guests.map(({ page }) =>
        page.evaluate(() =>
          witness.connections
            .filter(({ connectionState }) => connectionState === 'connected')
            .map((connection) => (connection.remoteDescription?.sdp ?? '').includes('usedtx=1')),
        ),
      );
      return (await Promise.all(each)).flat();
    };
    await meet();
    assert.deepEqual(await agreed(), Array(6).fill(false));
    guests.push(await come('Di', 'firefox'));
    await meet();
    for (const { page } of guests) {
      await page.evaluate(() =>
        kit.until('silence is not sent', () =>
          witness.connections
            .filter(({ connectionState }) => connectionState === 'connected')
            .every((connection) => (connection.remoteDescription?.sdp ?? '').includes('usedtx=1')),
        ),
      );
    }
    assert.deepEqual(await agreed(), Array(12).fill(true));
  });

  it('leaves nothing open, and the others see it', async () => {
    const ann = await stage.guest('leaving', { name: 'Ann', hasOwnTracks: false });
    const bo = await stage.guest('leaving', { name: 'Bo', hasOwnTracks: false });
    await Promise.all([ann, bo].map(({ page }) => page.evaluate(() => kit.connectedTo(1))));
    await leaves(bo);
    assert.deepEqual(await bo.page.evaluate(() => kit.open()), { connections: 0, tracks: 0 });
    await ann.page.evaluate(() => kit.connectedTo(0));
  });
});
