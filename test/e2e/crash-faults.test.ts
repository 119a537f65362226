import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { each, nothingUncaught } from '../rig/people.js';
import { BROWSERS, type Guest, Stage } from './stage.js';

/** Ends the page's process at once: nothing of the page runs any more. Chromium only. */
const crash = async ({ page }: Guest): Promise<void> => {
  const crashed = new Promise((resolve) => page.once('error', resolve));
  // The navigation never ends: there is nobody left to end it.
  page.goto('chrome://crash').catch(() => undefined);
  await crashed;
};

describe('a tab that crashes', () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open({ fps: 4, seed: 1 });
  });
  afterEach(async () => {
    stage.proxy.heal();
    await stage.clear();
  });
  after(() => stage.close());

  it('leaves no frozen face behind, in Chromium and in Firefox, whether or not the server noticed', async () => {
    const watchers: Guest[] = [];
    for (const browser of BROWSERS) watchers.push(await stage.guest('crash', { browser, name: `In ${browser}` }));
    const doomed = await stage.guest('crash', { name: 'Doomed' });
    const unseen = await stage.guest('crash', { name: 'Unseen' });
    await each([...watchers, doomed, unseen], () => kit.connectedTo(3));
    await each(watchers, () => kit.flowing(3));

    // One without a FIN to the server: it stays in the list for up to a minute.
    stage.proxy.halfOpen(unseen.id);
    await Promise.all([crash(doomed), crash(unseen)]);
    await each(watchers, async () => {
      for (const name of ['Doomed', 'Unseen']) {
        await kit.until(`no tile of ${name}`, () => kit.tileOf(name) === undefined);
      }
    });
    assert.ok(stage.server.rooms.users('crash').some(({ userID }) => userID === unseen.id));
    await each(watchers, () => kit.flowing(1));
    await nothingUncaught(watchers);
  });

  for (const browser of BROWSERS) {
    it(`takes somebody back who comes again under the same id, in ${browser}`, async () => {
      const ann = await stage.guest('again', { browser, name: 'Ann', id: 'ann' });
      const bo = await stage.guest('again', { name: 'Bo', id: 'bo' });
      await each([ann, bo], () => kit.connectedTo(1));
      stage.proxy.halfOpen('bo');
      await crash(bo);
      const again = await stage.guest('again', { name: 'Bo', id: 'bo' });
      await each([ann, again], () => kit.connectedTo(1));
      await each([ann, again], () => kit.flowing(1));
      await ann.page.evaluate(() => kit.until('one tile', () => kit.meet().peers.length === 1));
      await nothingUncaught([ann, again]);
    });

    it(`settles on one connection when both sides offer at once, twenty times in a row, in ${browser}`, async () => {
      const guests: Guest[] = [];
      for (const id of ['ann', 'bo']) guests.push(await stage.guest('glare', { browser, id, name: id }));
      await each(guests, () => kit.connectedTo(1));
      await each(guests, () => kit.flowing(1));
      for (let round = 0; round < 20; round += 1) {
        await each(guests, () => kit.watchOffers());
        await each(guests, () => kit.offerNow());
        await each(guests, () => kit.negotiated());
      }
      await each(guests, () => kit.flowing(1));
      await each(guests, () =>
        kit.until('one connection', () => {
          const open = witness.connections.filter(({ connectionState }) => connectionState === 'connected');
          return open.length === 1;
        }),
      );
      for (const story of await each(guests, () => kit.story())) assert.equal(story.includes('pm-peer-leave'), false);
      await nothingUncaught(guests);
    });
  }
});
