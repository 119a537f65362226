import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { BROWSERS, type Guest } from '../e2e/stage.js';
import { Network } from '../rig/network.js';
import { each, nothingUncaught, selectedPorts, settled } from '../rig/people.js';

/** How long a link is broken, ms: less than ICE waits until it gives up, and more. */
const SHORT = 5_000;
const LONG = 20_000;

describe('a link that breaks in the middle of a call', () => {
  let network: Network;
  before(async () => {
    network = await Network.open();
  });
  afterEach(() => network.clear());
  after(() => network.close());

  const neverLeft = async (guests: readonly Guest[]) => {
    for (const story of await each(guests, () => kit.story())) {
      assert.equal(story.includes('pm-peer-leave'), false, story.join(', '));
    }
  };

  for (const browser of BROWSERS) {
    it(`goes on after 5 s without a link, and after 20 s in which every packet was lost, in ${browser}`, async () => {
      const guests = await network.call(browser);
      const { links, here } = network;
      links.down(here);
      await each(guests, () => kit.standstill());
      await delay(SHORT);
      links.up(here);
      await each(guests, () => kit.flowing(1));
      await neverLeft(guests);

      network.isolate();
      await each(guests, () => kit.standstill());
      await each(guests, () => kit.until('a tile that says so', () => kit.meet().peers[0]?.state !== 'connected'));
      await delay(LONG);
      links.heal();
      await each(guests, () => kit.inState('joined'));
      await each(guests, () => kit.connectedTo(1));
      await each(guests, () => kit.flowing(1));
      await nothingUncaught(guests);
    });

    it(`finds media that goes one way only, and mends it, in ${browser}`, async () => {
      const guests = await network.call(browser);
      const [ann, bo] = guests;
      const { links, here, there } = network;
      const ports = await selectedPorts(ann);
      links.lose({ from: here, to: there, what: 'media', ports });
      await bo.page.evaluate(() => kit.standstill());
      await ann.page.evaluate(() => kit.flowing(1));
      await bo.page.evaluate(() => kit.flowing(1));
      await ann.page.evaluate(() => kit.flowing(1));
      await neverLeft(guests);
    });
  }

  it('is back soon after the path between two was away for 40 s, and the server was not', async () => {
    const guests = await network.call('chromium');
    network.separate();
    await each(guests, () => kit.standstill());
    await delay(2 * LONG);
    network.links.heal();
    await each(guests, () => kit.flowing(1)); // within its ceiling: a pair that had used up its connections was not
    await each(guests, () => kit.connectedTo(1));
    await nothingUncaught(guests);
  });

  it('goes on over a narrow link that loses every tenth packet, on the same connections', async () => {
    const guests = await network.call('chromium');
    const before = await settled(guests);
    const { links, here, there } = network;
    links.narrow(here, 300_000);
    links.lose({ from: there, to: here, what: 'udp', every: 10 }, { from: here, to: there, what: 'udp', every: 10 });
    for (let look = 0; look < 3; look += 1) await each(guests, () => kit.flowing(1));
    assert.deepEqual(await settled(guests), before);
    links.widen(here);
  });
});
