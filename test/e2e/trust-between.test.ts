import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { Between } from '../rig/between.js';
import { HostileRelay } from '../rig/hostile-relay.js';
import type { Words } from '../rig/mallory.js';
import { each, nothingUncaught } from '../rig/people.js';
import { WATCHED } from '../rig/proofs.js';
import { BROWSERS, type BrowserName, type Guest, Stage } from './stage.js';

describe('somebody between two people, by the server’s doing', () => {
  let stage: Stage;
  let relay: HostileRelay;
  let rooms = 0;
  before(async () => {
    stage = await Stage.open({ fps: 4, seed: 1 });
    relay = new HostileRelay(stage.proxy);
  });
  afterEach(async () => {
    relay.relent();
    await stage.clear();
  });
  after(() => stage.close());

  const meet = async (browser: BrowserName, words: Words, properties: Readonly<Record<string, string>> = {}) => {
    const room = `between-${String((rooms += 1))}`;
    const between = await Between.open(stage, { victims: ['ann', 'bo'], room, words });
    relay.attack(between.attack);
    const guests: Guest[] = [];
    for (const name of ['Ann', 'Bo']) {
      guests.push(
        await stage.guest(room, { browser, name, id: name.toLowerCase(), url: stage.site.url + WATCHED, properties }),
      );
    }
    const [ann, bo] = guests;
    assert(ann && bo);
    await between.page.evaluate(() => kit.mallory?.stands());
    return { between: between.page, ann, bo, guests };
  };

  for (const browser of BROWSERS) {
    it(`sees, hears and reads all where nothing is required, in ${browser}`, async () => {
      const { between, ann, bo, guests } = await meet(browser, 'pass');
      await each(guests, () => kit.connectedTo(1));
      await ann.page.evaluate((rgb) => kit.seePicture('Bo', rgb), bo.colour);
      await bo.page.evaluate((rgb) => kit.seePicture('Ann', rgb), ann.colour);
      await between.evaluate(() => kit.mallory?.overhears());
      await ann.page.evaluate(() => kit.meet().sendMessage('between us'));
      await bo.page.evaluate(() => kit.chat(1));
      await between.evaluate(() =>
        kit.until('the message', () => JSON.stringify(kit.mallory?.overheard).includes('between us')),
      );
      assert.deepEqual(await each(guests, () => witness.everConnected.size), [1, 1]);
      await nothingUncaught(guests);
    });
  }
});
