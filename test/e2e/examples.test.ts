import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { waitInPage } from '../rig/wait-in-page.js';
import { type DevSite, startDevSite } from './dev-site.js';
import { Stage } from './stage.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PAGES = ['/', '/docs/', '/docs/reference.html', '/docs/troubleshooting.html'].concat(
  ['classroom', 'waiting-room', 'watch-party', 'shop', 'headless', 'playground'].map(
    (name) => `/demo/examples/${name}.html`,
  ),
);

describe('The docs and the examples', () => {
  let site: DevSite;
  let stage: Stage;

  before(async () => {
    stage = await Stage.open();
    site = await startDevSite();
  });
  after(async () => {
    site.stop();
    await stage.close();
  });

  const open = async (path: string): Promise<Page> => {
    const page = await stage.window('chromium');
    await page.goto(`${site.origin}${path}`);
    return page;
  };

  it('fit a phone, under their policy, with nothing for axe to find, in the light or the dark', async () => {
    const page = await stage.window('chromium');
    await page.setBypassCSP(true); // for axe alone
    await page.setViewport({ width: 360, height: 740 });
    for (const [at, path] of PAGES.entries()) {
      // They share their colours: one page in the light, the next in the dark.
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: at % 2 === 0 ? 'light' : 'dark' }]);
      await page.goto(`${site.origin}${path}`);
      await page.evaluate(AXE);
      const found = await page.evaluate(
        'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + nodes[0].html))',
      );
      assert.deepEqual(found, [], path);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, path);
    }
    await stage.clear();
  });

  it('are searched by keyboard', async () => {
    const page = await open('/docs/');
    await page.keyboard.press('/');
    await page.keyboard.type('origin-refused');
    await waitInPage(page, () => document.querySelectorAll('#results li').length > 0);
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    assert.match(page.url(), /troubleshooting\.html#origin-refused$/);
    await stage.clear();
  });

  it('have a meeting of plain DOM in which two people see each other', async () => {
    const [ann, bo] = [
      await open('/demo/examples/headless.html?room=plain&name=Ann'),
      await open('/demo/examples/headless.html?room=plain&name=Bo'),
    ];
    for (const page of [ann, bo]) {
      await waitInPage(page, () => !!document.querySelector('#meeting button'));
      await page.click('#meeting button');
    }
    for (const page of [ann, bo])
      await waitInPage(page, () => {
        const videos = [...document.querySelectorAll<HTMLVideoElement>('#meeting video')];
        return videos.length === 2 && videos.every(({ videoWidth }) => videoWidth > 0);
      });
    await stage.clear();
  });

  it('have a playground that writes what was turned', async () => {
    const page = await open('/demo/examples/playground.html');
    await waitInPage(page, () => document.querySelector('#css')?.textContent.includes('private-meet') === true);
    await page.focus('[name="--pm-radius"]');
    await page.keyboard.press('ArrowRight');
    await waitInPage(page, () => document.querySelector('#css')?.textContent.includes('--pm-radius: 13px') === true);
    await stage.clear();
  });
});
