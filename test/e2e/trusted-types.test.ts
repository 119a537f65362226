import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { waitInPage } from '../rig/wait-in-page.js';
import { BROWSERS, Stage } from './stage.js';

describe('a page that lists its Trusted Types policies', () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open();
  });
  afterEach(() => stage.clear());
  after(() => stage.close());

  for (const browser of BROWSERS) {
    it(`is told in ${browser} which name its list lacks, in its console and where the meeting would be`, async (t) => {
      const page = await stage.window(browser);
      const told: string[] = [];
      page.on('pageerror', (error) => told.push(error instanceof Error ? error.message : String(error)));
      await page.goto(stage.site.strictUrl(stage.server.url, 'another'));
      if (!(await page.evaluate(() => 'trustedTypes' in globalThis))) {
        t.diagnostic(`${browser} has no Trusted Types here`);
        await waitInPage(page, () => customElements.get('private-meet') !== undefined);
        return;
      }
      await page.evaluate(() => {
        document.body.append(document.createElement('private-meet'));
      });
      await waitInPage(page, () => document.querySelector('private-meet')?.textContent !== '');
      const words = await page.evaluate(() => document.querySelector('private-meet')?.textContent ?? '');
      assert.match(words, /Add "private-meet" to its trusted-types/);
      assert.equal(told.filter((one) => one.includes(words)).length, 1, told.join());
    });

    it(`has a meeting in ${browser} once its list has our name`, async () => {
      const url = stage.site.strictUrl(stage.server.url, 'private-meet');
      const { page } = await stage.guest('listed', { browser, url });
      await page.evaluate(() => kit.inState('joined'));
      assert.deepEqual(await page.evaluate(() => witness.violations), []);
    });
  }
});
