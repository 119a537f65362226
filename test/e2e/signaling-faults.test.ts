import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { each, nothingUncaught, pair, presence, settled } from '../rig/people.js';
import { BROWSERS, type BrowserName, type Guest, Stage } from './stage.js';

const ROOMS: readonly (readonly [string, readonly BrowserName[]])[] = [
  ...BROWSERS.map((browser) => [browser, [browser, browser]] as const),
];

describe('signaling that breaks in the middle of a call', () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open({ fps: 4, seed: 1 });
  });
  afterEach(async () => {
    stage.proxy.heal();
    await stage.clear();
  });
  after(() => stage.close());

  for (const [title, browsers] of ROOMS) {
    it(`goes on when every socket dies: media flows all the while on the same connections, in ${title}`, async () => {
      const guests = await pair(stage, 'killed', browsers);
      await each(guests, () => {
        const asked: string[] = [];
        const { token } = kit.meet();
        Object.assign(globalThis, { asked });
        kit.meet().tokenProvider = ({ reason }) => {
          asked.push(reason);
          return Promise.resolve(token);
        };
      });
      const before = await settled(guests);
      stage.proxy.refuse(503);
      stage.proxy.kill();
      await each(guests, () => kit.inState('reconnecting'));
      await each(guests, () => kit.flowing(1));
      assert.deepEqual(await each(guests, () => kit.meet().state), ['reconnecting', 'reconnecting']);
      stage.proxy.heal();
      await each(guests, () => kit.inState('joined'));
      await presence(stage, 'killed', guests);
      await each(guests, () => kit.flowing(1));
      assert.deepEqual(await settled(guests), before);
      for (const asked of await each(guests, () => (globalThis as unknown as { asked: string[] }).asked)) {
        assert.ok(asked.includes('reconnect'), `the provider was asked for ${asked.join(', ')}`);
      }
      await nothingUncaught(guests);
    });

    it(`completes the mesh while a third of all frames is lost, in ${title}`, async () => {
      const lossy = { drop: 1 / 3 };
      stage.proxy.setFaults({ up: lossy, down: lossy });
      const guests = await pair(stage, 'lossy', browsers);
      await each(guests, () => kit.flowing(1));
      await nothingUncaught(guests);
    });

    it(`is not confused by frames that come twice, late and out of order, in ${title}`, async () => {
      const mixed = { duplicate: 0.3, reorder: 0.3, delay: [0, 3000] } as const;
      stage.proxy.setFaults({ up: mixed, down: mixed });
      const guests = await pair(stage, 'mixed', browsers);
      await each(guests, () => kit.flowing(1));
      stage.proxy.heal();
      const before = await settled(guests);
      await each(guests, () => kit.flowing(1));
      assert.deepEqual(await settled(guests), before);
      await nothingUncaught(guests);
    });
  }

  it('finds a half-open line, and an eviction that nobody told it of, by itself', async () => {
    const half = await pair(stage, 'half-open', BROWSERS);
    const evicted = await pair(stage, 'evicted', BROWSERS);
    const before = [await settled(half), await settled(evicted)];

    const since = Date.now();
    for (const { id } of half) stage.proxy.halfOpen(id);
    // The server is there: it may take no longer than a look at it.
    const told = Promise.all(half.map(({ page }) => page.evaluate((at) => kit.passed('reconnecting', at), since)));
    const [ann, bo] = evicted as [Guest, Guest];
    stage.server.rooms.evict('evicted', ann.id);
    await presence(stage, 'evicted', evicted);
    stage.server.rooms.evict('evicted', bo.id);
    await presence(stage, 'evicted', evicted);
    await told;
    await each(half, () => kit.flowing(1));
    await each(half, () => kit.inState('joined'));
    await presence(stage, 'half-open', half);

    await each([...half, ...evicted], () => kit.flowing(1));
    assert.deepEqual([await settled(half), await settled(evicted)], before);
    await nothingUncaught([...half, ...evicted]);
  });

  it('restarts the server under four people, Chromium and Firefox, and nobody’s tile goes', async () => {
    const guests = await pair(stage, 'restart', [...BROWSERS, ...BROWSERS], { 'camera-off': '' });
    const before = await settled(guests);
    await stage.restartServer(async () => {
      await each(guests, () => kit.inState('reconnecting'));
      await each(guests, () => kit.flowing(3, ['audio']));
    });
    await each(guests, () => kit.inState('joined'));
    await presence(stage, 'restart', guests);
    await each(guests, () => kit.flowing(3, ['audio']));
    assert.deepEqual(await settled(guests), before);
    await nothingUncaught(guests);
  });

  it('comes back at once when the browser says that it is online', async () => {
    const guests = await pair(stage, 'online', BROWSERS);
    const before = await settled(guests);
    stage.proxy.refuse('silence');
    stage.proxy.kill();
    await each(guests, () => kit.inState('reconnecting'));
    stage.proxy.heal();
    await each(guests, () => {
      dispatchEvent(new Event('offline'));
      dispatchEvent(new Event('online'));
    });
    await each(guests, () => kit.inState('joined'));
    await presence(stage, 'online', guests);
    assert.deepEqual(await settled(guests), before);
  });

  it('waits where a server has too much to do, says so, and comes back', async () => {
    const guests = await pair(stage, 'busy', BROWSERS);
    const before = await settled(guests);
    stage.proxy.refuse(429);
    stage.proxy.kill();
    await each(guests, () => kit.inState('reconnecting'));
    await each(guests, () => kit.flowing(1));
    stage.proxy.heal();
    await each(guests, () => kit.inState('joined'));
    assert.deepEqual(await settled(guests), before);
    await nothingUncaught(guests);
  });
});
