import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { BROWSERS, type BrowserName, type Guest, Stage } from '../e2e/stage.js';
import { HOST, Links } from '../rig/links.js';
import { each, nothingUncaught, selectedPorts, settled } from '../rig/people.js';

/** How long a link is broken, ms: less than ICE waits until it gives up, and more. */
const SHORT = 5_000;
const LONG = 20_000;

describe('a link that breaks in the middle of a call', () => {
  let links: Links;
  let stage: Stage;
  before(async () => {
    links = Links.open(2);
    stage = await Stage.open({ host: HOST, fps: 4 });
  });
  afterEach(async () => {
    links.heal();
    await stage.clear();
  });
  after(async () => {
    await stage.close();
    links.close();
  });

  /** Two people on two machines; sorted by id, so the first is the one who offers. */
  const call = async (browser: BrowserName): Promise<[Guest, Guest]> => {
    const [here, there] = links.places;
    const ann = await stage.guest('link', { browser, id: 'ann', name: 'Ann', place: here! });
    const bo = await stage.guest('link', { browser, id: 'bo', name: 'Bo', place: there! });
    await each([ann, bo], () => kit.connectedTo(1));
    await each([ann, bo], () => kit.flowing(1));
    return [ann, bo];
  };
  const neverLeft = async (guests: readonly Guest[]) => {
    for (const story of await each(guests, () => kit.story())) {
      assert.equal(story.includes('pm-peer-leave'), false, story.join(', '));
    }
  };

  for (const browser of BROWSERS) {
    it(`goes on after 5 s without a link, and after 20 s in which every packet was lost, in ${browser}`, async () => {
      const guests = await call(browser);
      const [place] = links.places;
      links.down(place!);
      await each(guests, () => kit.standstill());
      await delay(SHORT);
      links.up(place!);
      await each(guests, () => kit.flowing(1));
      await neverLeft(guests);

      links.lose({ from: place! }, { to: place! });
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
      const guests = await call(browser);
      const [ann, bo] = guests;
      const [here, there] = links.places;
      const ports = await selectedPorts(ann);
      links.lose({ from: here!, to: there!, what: 'media', ports });
      await bo.page.evaluate(() => kit.standstill());
      await ann.page.evaluate(() => kit.flowing(1));
      await bo.page.evaluate(() => kit.flowing(1));
      await ann.page.evaluate(() => kit.flowing(1));
      await neverLeft(guests);
    });
  }

  it('goes on over a narrow link that loses every tenth packet, on the same connections', async () => {
    const guests = await call('chromium');
    const before = await settled(guests);
    const [place, other] = links.places;
    links.narrow(place!, 300_000);
    links.lose(
      { from: other!, to: place!, what: 'udp', every: 10 },
      { from: place!, to: other!, what: 'udp', every: 10 },
    );
    for (let look = 0; look < 3; look += 1) await each(guests, () => kit.flowing(1));
    assert.deepEqual(await settled(guests), before);
    links.widen(place!);
  });
});
