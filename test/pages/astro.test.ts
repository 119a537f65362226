import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { Stage } from '../e2e/stage.js';
import { waitInPage } from '../rig/wait-in-page.js';
import { App, enter, type Visit, visit } from './apps.js';
import { calls, live, ONE_CALL, press } from './life.js';

const app = new App('astro');

describe('A site of Astro 5', () => {
  let stage: Stage;
  let site: Awaited<ReturnType<App['serve']>>;
  before(async () => {
    await app.install();
    await app.run(['npm', 'run', 'build'], { ASTRO_TELEMETRY_DISABLED: '1' });
    stage = await Stage.open();
    site = await app.serve(stage, 'dist');
  });
  afterEach(() => stage.clear());
  after(async () => {
    await site.close();
    await stage.close();
  });

  it("gives an island of Preact's attributes, hears it, moves it in a call, takes it away and brings it back", () =>
    live(stage, site.url));

  it('takes a meeting along from page to page', async () => {
    const turn = async (visitor: Visit, to: string, headline: string): Promise<void> => {
      await press(visitor, to);
      await waitInPage(visitor.page, (wanted) => document.querySelector('h1')?.textContent === wanted, headline);
    };
    const ann = await visit(stage, 'chromium', `${site.url}meeting/`);
    const bo = await visit(stage, 'chromium', `${site.url}meeting/`);
    await enter(ann, 'Ann');
    await enter(bo, 'Bo');
    for (const { page } of [ann, bo]) await page.evaluate(() => kit.connectedTo(1));
    for (const [count, [to, headline]] of [
      ['notes', 'Notes'],
      ['meeting', 'Meeting'],
    ].entries()) {
      await turn(ann, to!, headline!);
      await ann.page.evaluate((text) => kit.meet().sendMessage(text), `At ${to!}`);
      assert.equal((await bo.page.evaluate((wanted) => kit.chat(wanted), count + 1)).at(-1), `Ann received: At ${to!}`);
      for (const each of [ann, bo]) assert.deepEqual(await calls(each), ONE_CALL);
    }
    await turn(ann, 'island', 'Island');
    await bo.page.evaluate(() => kit.connectedTo(0));
    assert.deepEqual([...ann.said, ...bo.said], []);
  });
});
