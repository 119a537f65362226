import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { BROWSERS, type Guest } from '../e2e/stage.js';
import { Network } from '../rig/network.js';
import { each, nothingUncaught } from '../rig/people.js';

const say = ({ page }: Guest, text: string): Promise<void> =>
  page.evaluate(async (words) => {
    await kit.meet().sendMessage(words);
  }, text);

/** What a page has of somebody's messages, and how it stands with each. */
const saidBy = (all: readonly string[], name: string): string[] => all.filter((line) => line.startsWith(`${name} `));

describe('the chat over a link that is cut', () => {
  let network: Network;
  before(async () => {
    network = await Network.open();
  });
  afterEach(() => network.clear());
  after(() => network.close());

  for (const browser of BROWSERS) {
    it(`brings what was said meanwhile once and in order when the link is back, in ${browser}`, async () => {
      const guests = await network.call(browser);
      const [ann, bo] = guests;
      await say(ann, 'before');
      await each(guests, () => kit.chat(1));
      network.separate();
      await say(ann, 'at the cut'); // on a connection that nobody knows to be dead yet
      await each(guests, () => kit.standstill());
      await each(guests, () => kit.until('a word on it', () => kit.meet().peers[0]?.state !== 'connected'));
      for (const text of ['one', 'two', 'three']) {
        await say(ann, text);
        await say(bo, text);
      }
      const [waiting] = await each(guests, () => kit.meet().messages.map(({ state }) => state));
      assert.equal(waiting?.includes('sent'), true, 'what was said before');
      assert.equal(waiting.filter((state) => state !== 'sent').length, 4, 'and what waits');
      network.links.heal();
      const [anns = [], bos = []] = await each(guests, () => kit.chat(8));
      const texts = ['before', 'at the cut', 'one', 'two', 'three'];
      assert.deepEqual(
        saidBy(anns, 'Ann'),
        texts.map((text) => `Ann sent: ${text}`),
      );
      assert.deepEqual(
        saidBy(bos, 'Ann'),
        texts.map((text) => `Ann received: ${text}`),
      );
      assert.deepEqual(
        saidBy(bos, 'Bo'),
        texts.slice(2).map((text) => `Bo sent: ${text}`),
      );
      assert.deepEqual(
        saidBy(anns, 'Bo'),
        texts.slice(2).map((text) => `Bo received: ${text}`),
      );
      await nothingUncaught(guests);
    });
  }
});
