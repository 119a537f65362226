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

  it('leaves nothing open, and the others see it', async () => {
    const ann = await stage.guest('leaving', { name: 'Ann', hasOwnTracks: false });
    const bo = await stage.guest('leaving', { name: 'Bo', hasOwnTracks: false });
    await Promise.all([ann, bo].map(({ page }) => page.evaluate(() => kit.connectedTo(1))));
    await leaves(bo);
    assert.deepEqual(await bo.page.evaluate(() => kit.open()), { connections: 0, tracks: 0 });
    await ann.page.evaluate(() => kit.connectedTo(0));
  });
});
