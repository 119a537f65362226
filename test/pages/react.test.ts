import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { BROWSERS, Stage } from '../e2e/stage.js';
import { waitInPage } from '../rig/wait-in-page.js';
import { App, enter, iceServers, visit } from './apps.js';
import { calls, live, meet, ONE_CALL, press } from './life.js';

const app = new App('react');

/** React says what it thinks of a server's markup in its build for developers only; people get the other. */
const BUILDS = ['development', 'production'] as const;

describe("The docs' component in React 19, rendered on a server", () => {
  let stage: Stage;
  before(async () => {
    await app.install();
    await app.run(['npm', 'run', 'build']);
    stage = await Stage.open();
  });
  after(() => stage.close());

  for (const build of BUILDS) {
    describe(`hydrated by the ${build} build`, () => {
      let site: Awaited<ReturnType<App['serve']>>;
      before(async () => {
        await app.run(['npx', 'vite', 'build'], { NODE_ENV: build });
        site = await app.serve(stage, 'dist/client');
      });
      afterEach(() => stage.clear());
      after(() => site.close());

      for (const browser of BROWSERS) {
        it(`asks for no microphone, uses the page's own ICE servers and goes back after the call, in ${browser}`, async () => {
          const ann = await visit(stage, browser, site.url);
          const bo = await visit(stage, browser, site.url);
          await enter(ann, 'Ann');
          await enter(bo, 'Bo');
          for (const { page } of [ann, bo]) await page.evaluate(() => kit.connectedTo(1));

          const devices = await ann.page.evaluate(() => onlooker.asked.map(({ audio, video }) => [!!audio, !!video]));
          assert.ok(devices.length > 0);
          for (const each of devices) assert.deepEqual(each, [false, true]);
          const servers = await iceServers(ann);
          assert.ok(servers.length > 0);
          for (const each of servers) assert.equal(each, 'stun:stun.example.com');

          // What the server wrote is still there, and alive: its effect has run.
          assert.equal(await ann.page.evaluate(() => onlooker.first === document.querySelector('private-meet')), true);
          await ann.page.evaluate(() => {
            history.pushState(null, '', '#call');
            return kit.meet().leave();
          });
          await waitInPage(ann.page, () => location.hash === '');
          await bo.page.evaluate(() => kit.connectedTo(0));
          assert.deepEqual([...ann.said, ...bo.said], []);
        });
      }

      it('gives attributes and properties in StrictMode, hears events, moves by key in a call, takes away and brings back', () =>
        live(stage, `${site.url}office.html`));

      it('goes on while React hides it, for a part of the page that is still to come', async () => {
        const [ann, bo] = await meet(stage, `${site.url}office.html`);
        await ann.page.evaluate(() => {
          const seen: string[] = [];
          Object.assign(globalThis, { seen });
          new MutationObserver(() => {
            if (document.querySelector('#waiting') && !kit.meet().checkVisibility()) seen.push('hidden');
          }).observe(document.body, { childList: true, subtree: true, attributes: true });
        });
        await press(ann, 'agenda');
        await waitInPage(ann.page, () => document.querySelector('#agenda-text')?.checkVisibility());
        assert.ok((await ann.page.evaluate(() => Reflect.get(globalThis, 'seen') as string[])).length > 0);
        await ann.page.evaluate(() => kit.meet().sendMessage('Still here'));
        assert.deepEqual(await bo.page.evaluate(() => kit.chat(1)), ['Ann received: Still here']);
        for (const each of [ann, bo]) assert.deepEqual(await calls(each), ONE_CALL);
        assert.deepEqual([...ann.said, ...bo.said], []);
      });

      it('joins once by an effect, however often React runs it', async () => {
        const ann = await visit(stage, 'chromium', `${site.url}office.html?name=Ann`);
        const bo = await visit(stage, 'chromium', `${site.url}office.html?name=Bo`);
        for (const { page } of [ann, bo]) await page.evaluate(() => kit.connectedTo(1));
        for (const each of [ann, bo]) assert.deepEqual(await calls(each), ONE_CALL);
        assert.deepEqual([...ann.said, ...bo.said], []);
      });
    });
  }
});
