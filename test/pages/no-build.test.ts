import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { BROWSERS, Stage } from '../e2e/stage.js';
import { waitInPage } from '../rig/wait-in-page.js';
import { App, enter, type Visit, visit } from './apps.js';
import { calls, ONE_CALL, press, says } from './life.js';

const app = new App('no-build');

/** Resolves once the page shows a headline. */
const shows = ({ page }: Visit, headline: string): Promise<unknown> =>
  waitInPage(page, (wanted) => document.querySelector('main h2')?.textContent === wanted, headline);

describe('A page that nobody builds', () => {
  let stage: Stage;
  let site: Awaited<ReturnType<App['serve']>>;
  before(async () => {
    await app.install();
    stage = await Stage.open();
    site = await app.serve(stage, '.');
  });
  afterEach(() => stage.clear());
  after(async () => {
    await site.close();
    await stage.close();
  });

  /** Ann and Bo in a call, each in the page. */
  const meet = async (path: string, browser = BROWSERS[0]!): Promise<[ann: Visit, bo: Visit]> => {
    const ann = await visit(stage, browser, site.url + path);
    const bo = await visit(stage, browser, site.url + path);
    await enter(ann, 'Ann');
    await enter(bo, 'Bo');
    for (const { page } of [ann, bo]) await page.evaluate(() => kit.connectedTo(1));
    return [ann, bo];
  };
  const stillTalk = async (ann: Visit, bo: Visit, count: number): Promise<void> => {
    await ann.page.evaluate((text) => kit.meet().sendMessage(text), `Still here ${count}`);
    const heard = await bo.page.evaluate((wanted) => kit.chat(wanted), count);
    assert.equal(heard.at(-1), `Ann received: Still here ${count}`);
    for (const each of [ann, bo]) assert.deepEqual(await calls(each), ONE_CALL);
  };

  for (const browser of BROWSERS) {
    it(`of htmx swaps what is around a meeting, which goes on, and ends one that it swaps away, in ${browser}`, async () => {
      const [ann, bo] = await meet('htmx.html', browser);
      await says(ann, 'Welcome, Ann!');
      await press(ann, 'notes');
      await shows(ann, 'Notes');
      await stillTalk(ann, bo, 1);
      await press(ann, 'back');
      await shows(ann, 'Meeting');
      await stillTalk(ann, bo, 2);

      await press(ann, 'hide');
      await shows(ann, 'Over');
      await bo.page.evaluate(() => kit.connectedTo(0));
      await waitInPage(ann.page, () => Object.values(kit.open()).every((count) => count === 0));
      await press(ann, 'back');
      await waitInPage(ann.page, () => !!document.querySelector('private-meet')?.shadowRoot);
      await enter(ann, 'Ann');
      for (const { page } of [ann, bo]) await page.evaluate(() => kit.connectedTo(1));
      assert.deepEqual([...ann.said, ...bo.said], []);
    });

    it(`of Turbo takes a meeting along from page to page, and leaves it with one that has none, in ${browser}`, async () => {
      const [ann, bo] = await meet('turbo.html', browser);
      await press(ann, 'next');
      await shows(ann, 'Notes');
      await stillTalk(ann, bo, 1);
      await press(ann, 'next');
      await shows(ann, 'Meeting');
      await stillTalk(ann, bo, 2);
      await ann.page.evaluate(() => history.back());
      await shows(ann, 'Notes');
      await stillTalk(ann, bo, 3);

      await press(ann, 'away');
      await shows(ann, 'Over');
      await bo.page.evaluate(() => kit.connectedTo(0));
      await waitInPage(ann.page, () => Object.values(kit.open()).every((count) => count === 0));
      assert.deepEqual([...ann.said, ...bo.said], []);
    });

    it(`finds the package by an import map, in ${browser}`, async () => {
      const { page, said } = await visit(stage, browser, `${site.url}import-map.html`);
      await waitInPage(page, () => document.querySelector('#word')?.textContent === 'idle, room-missing');
      await waitInPage(page, () => kit.deepQuery('input').some((field) => field.checkVisibility()));
      assert.deepEqual(said, []);
    });
  }
});
