import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { type Guest, leaves, Stage } from './stage.js';

const FULL = 8;

const meets = async (guests: readonly Guest[]): Promise<void> => {
  await Promise.all(guests.map(({ page }) => page.evaluate((others) => kit.connectedTo(others), guests.length - 1)));
};

describe('a full room', () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open({ fps: 2 });
  });
  afterEach(() => stage.clear());
  after(() => stage.close());

  it('takes a third and an eighth, and lets each go until nothing is open', async () => {
    const guests: Guest[] = [];
    // 56 voices keep two cores busy, and one camera is enough: the first speaks, the eighth speaks and is seen.
    const heard = ['Guest 0', 'Guest 7'];
    const come = async (name: string): Promise<Guest> => {
      const attributes = {
        ...(heard.includes(name) ? {} : { 'microphone-off': '' }),
        ...(name === 'Guest 7' ? {} : { 'camera-off': '' }),
      };
      const guest = await stage.guest('eight', { name, attributes });
      guests.push(guest);
      return guest;
    };
    for (const name of ['Guest 0', 'Guest 1', 'Guest 2']) {
      await come(name);
      if (guests.length !== 2) await meets(guests);
    }
    await Promise.all(['Guest 3', 'Guest 4', 'Guest 5', 'Guest 6'].map(come));
    await meets(guests);
    const eighth = await come('Guest 7');
    await meets(guests);
    assert.equal(guests.length, FULL);
    for (const guest of guests) {
      const voices = heard.filter((name) => name !== guest.name).length;
      await guest.page.evaluate((others) => kit.hear(others), voices);
      if (guest !== eighth) {
        await guest.page.evaluate((name, rgb) => kit.seePicture(name, rgb), eighth.name, eighth.colour);
      }
    }

    const present = [...guests];
    // The eighth first, then in the order of coming: the rest must not notice more than that.
    for (const guest of [eighth, ...guests.slice(0, FULL - 1)]) {
      present.splice(present.indexOf(guest), 1);
      await leaves(guest);
      assert.deepEqual(await guest.page.evaluate(() => kit.open().connections), 0);
      await meets(present);
      for (const { page } of present) {
        await page.evaluate((name) => kit.until('no tile', () => kit.tileOf(name) === undefined), guest.name);
      }
    }
    for (const { page } of guests) {
      // Nobody lost the call, flooded the server or was told off by it.
      const story = await page.evaluate(() => kit.story());
      assert.deepEqual(
        story.filter((entry) => /pm-(?:error|join|leave)/u.test(entry)),
        ['pm-join', 'pm-leave user'],
      );
      assert.equal(story.filter((entry) => entry === 'pm-state-change').length, 3); // connecting, joined, left
      assert.deepEqual(await page.evaluate(() => witness.rejections), []);
      // Who lags is put out of the room without a word (protocol.md), is told so at the next, and comes back.
      const complaints = (await page.evaluate(() => witness.serverErrors)).filter(
        (text) => !text.includes("can't send"),
      );
      assert.deepEqual(complaints, []);
    }
  });

  it('lets in eight guests who open the page in the same second, and says why some wait', async () => {
    const pages = [];
    for (let opened = 0; opened < FULL; opened += 1) pages.push(await stage.page());
    await Promise.all(
      pages.map((page, index) =>
        page.evaluate(
          (server, name) => {
            const element = document.createElement('private-meet');
            const given = { server, room: 'office', 'display-name': name, 'ice-servers': '[]', autojoin: '' };
            for (const [key, value] of Object.entries(given)) element.setAttribute(key, value);
            for (const key of ['camera-off', 'microphone-off']) element.setAttribute(key, '');
            document.body.append(element);
          },
          stage.server.url,
          `Guest ${String(index)}`,
        ),
      ),
    );
    // Five may sign in at once (protocol.md, HTTP); the others see words and how long, until it is their turn.
    const outcomes = await Promise.all(
      pages.map((page) =>
        page.evaluate(async () => {
          let hasWaited = false;
          await kit.until('in, or told to wait', () => {
            hasWaited = /asked us to wait.*Next try in \d+ second/u.test(kit.words());
            return hasWaited || kit.meet().state === 'joined';
          });
          return hasWaited;
        }),
      ),
    );
    const waiting = outcomes.filter((hasWaited) => hasWaited).length;
    assert.ok(waiting >= 1 && waiting <= 3, `${String(waiting)} had to wait`);
    await Promise.all(pages.map((page) => page.evaluate(() => kit.connectedTo(7))));
    for (const page of pages) {
      assert.deepEqual(await page.evaluate(() => witness.rejections), []);
      assert.equal(await page.evaluate(() => kit.words().includes('asked us to wait')), false);
    }
  });
});
