import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { Stage } from '../e2e/stage.js';
import { App, visit } from './apps.js';
import { live } from './life.js';

const app = new App('vue');

describe('A page of Vue 3, rendered on a server', () => {
  let stage: Stage;
  let site: Awaited<ReturnType<App['serve']>>;
  before(async () => {
    await app.install();
    await app.run(['npm', 'run', 'build']);
    stage = await Stage.open();
    site = await app.serve(stage, 'dist/client');
  });
  afterEach(() => stage.clear());
  after(async () => {
    await site.close();
    await stage.close();
  });

  it('gives the element attributes and properties, hears it, moves it in a call, takes it away and brings it back', () =>
    live(stage, site.url));

  it('brings to life what the server wrote, with its properties', async () => {
    const source = await (await fetch(site.url)).text();
    assert.match(source, /<private-meet [^>]*room="standup"/);
    const { page, said } = await visit(stage, 'chromium', site.url);
    await page.evaluate(() => kit.inState('lobby'));
    assert.deepEqual(await page.evaluate(() => [onlooker.first === kit.meet(), kit.meet().iceServers]), [
      true,
      [{ urls: 'stun:stun.example.com' }],
    ]);
    assert.deepEqual(said, []);
  });
});
