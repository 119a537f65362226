import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { BROWSERS, everyoneMeets, type Guest, Stage } from './stage.js';

const story = (page: Page): Promise<string[]> => page.evaluate(() => kit.story());
const count = async (page: Page, entry: string): Promise<number> =>
  (await story(page)).filter((one) => one === entry).length;

const nothingUncaught = async (...pages: readonly Page[]): Promise<void> => {
  for (const page of pages) assert.deepEqual(await page.evaluate(() => witness.rejections), []);
};

/** What the server knows comes a moment after what the page knows, and by no event. */
const eventually = async (isTrue: () => boolean): Promise<void> => {
  const end = Date.now() + 30_000;
  while (!isTrue()) {
    assert.ok(Date.now() < end, 'waited in vain for the server');
    await delay(20);
  }
};

describe('in a page that lives', () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open();
  });
  afterEach(() => stage.clear());
  after(() => stage.close());

  const attributes = async (room: string, username: string, sub?: string): Promise<Record<string, string>> => ({
    room,
    token: await stage.server.issueToken({ username, ...(sub ? { sub } : {}) }),
    server: stage.server.url,
    'ice-servers': '[]',
    autojoin: '',
  });

  const joined = (page: Page): Promise<void> =>
    page.evaluate(() => kit.until('joined', () => kit.meet().state === 'joined'));

  for (const browser of BROWSERS) {
    it(`breaks no rule of a strict content security policy in ${browser}`, async () => {
      const url = stage.site.strictUrl(stage.server.url);
      const ann = await stage.guest('strict', { browser, name: 'Ann', url });
      const bo = await stage.guest('strict', { browser, name: 'Bo', url, hasOwnTracks: false });
      for (const { page } of [ann, bo]) await page.evaluate(() => kit.connectedTo(1));
      await bo.page.evaluate((rgb) => kit.seePicture('Ann', rgb), ann.colour);
      await ann.page.evaluate(() => kit.seeFrames('Bo'));
      await bo.page.evaluate(() => kit.meet().toggleCamera(false));
      await ann.page.evaluate(() => kit.seeInitials('Bo'));
      await bo.page.evaluate(() => kit.meet().setAttribute('room', 'x'.repeat(200)));
      await bo.page.evaluate(() => kit.failsWith('room-invalid'));
      for (const { page } of [ann, bo]) assert.deepEqual(await page.evaluate(() => witness.violations), []);
      await nothingUncaught(ann.page, bo.page);

      // The policy is in force, and what breaks it is noted.
      await ann.page.evaluate(() => {
        document.body.setAttribute('style', 'color: red');
        return kit.until('a violation', () => witness.violations.length > 0);
      });
    });

    it(`is moved in the page without dropping anything, in ${browser}`, async () => {
      const ann = await stage.guest('moved', { browser, name: 'Ann' });
      const bo = await stage.guest('moved', { browser, name: 'Bo' });
      await everyoneMeets([ann, bo]);
      const before = { ann: await story(ann.page), bo: await story(bo.page) };
      await ann.page.evaluate(async () => {
        const one = witness.connections.find(({ connectionState }) => connectionState === 'connected');
        Object.assign(globalThis, { one });
        for (let moves = 0; moves < 3; moves += 1) {
          const box = document.createElement('div');
          document.body.append(box);
          box.append(kit.meet());
          await new Promise((resolve) => setTimeout(resolve)); // a task between, as frameworks do
        }
        const box = document.body.appendChild(document.createElement('div'));
        if ('moveBefore' in box)
          (box as Element & { moveBefore(node: Node, child: null): void }).moveBefore(kit.meet(), null);
      });
      await ann.page.evaluate((rgb) => kit.seePicture('Bo', rgb), bo.colour);
      await ann.page.evaluate(() => kit.hear(1));
      await bo.page.evaluate((rgb) => kit.seePicture('Ann', rgb), ann.colour);
      const isSame = await ann.page.evaluate(
        () =>
          (globalThis as typeof globalThis & { one: RTCPeerConnection }).one.connectionState === 'connected' &&
          witness.connections.filter(({ connectionState }) => connectionState === 'connected').length === 1,
      );
      assert.equal(isSame, true);
      const notable = (entries: readonly string[]) => entries.filter((entry) => entry !== 'pm-peer-change');
      assert.deepEqual(notable(await story(ann.page)), notable(before.ann));
      assert.deepEqual(notable(await story(bo.page)), notable(before.bo));
      await nothingUncaught(ann.page, bo.page);
    });

    it(`releases everything once it is removed, in ${browser}`, async () => {
      const ann = await stage.guest('removed', { browser, name: 'Ann', hasOwnTracks: false });
      const bo = await stage.guest('removed', { browser, name: 'Bo' });
      for (const { page } of [ann, bo]) await page.evaluate(() => kit.connectedTo(1));
      await bo.page.evaluate(() => kit.seeFrames('Ann'));
      const reason = await ann.page.evaluate(() => {
        const element = kit.meet();
        const left = new Promise<string>((resolve) => {
          element.addEventListener('pm-leave', (event) => {
            resolve(event.reason);
          });
        });
        element.remove();
        return left;
      });
      assert.equal(reason, 'removed');
      assert.deepEqual(await ann.page.evaluate(() => kit.open()), { connections: 0, tracks: 0 });
      await bo.page.evaluate(() => kit.connectedTo(0));
      await nothingUncaught(ann.page, bo.page);
    });
  }

  it('stands twice in one page, and neither knows of the other', async () => {
    const page = await stage.page();
    // By ids as long as they get.
    const ids = ['a'.repeat(200), 'b'.repeat(255)];
    const given = [await attributes('twice', 'Ann', ids[0]), await attributes('twice', 'Bo', ids[1])];
    await page.evaluate(async (both) => {
      for (const one of both) {
        const element = document.createElement('private-meet');
        for (const [name, value] of Object.entries(one)) element.setAttribute(name, value);
        document.body.append(element);
      }
      const [ann, bo] = document.querySelectorAll('private-meet');
      for (const element of [ann, bo]) {
        await kit.until('the other', () => element?.peers[0]?.state === 'connected' && element.peers.length === 1);
      }
    }, given);
    const seen = await page.evaluate(async () => {
      const [ann, bo] = document.querySelectorAll('private-meet');
      const others = [ann?.peers[0], bo?.peers[0]].map((peer) => [peer?.name, peer?.id]);
      bo?.remove();
      await kit.until('alone', () => ann?.peers.length === 0);
      return [...others, ann?.state];
    });
    assert.deepEqual(seen, [['Bo', ids[1]], ['Ann', ids[0]], 'joined']);
    await page.evaluate(() => {
      kit.meet().remove();
      return kit.until('nothing open', () => kit.open().connections + kit.open().tracks === 0);
    });
    await nothingUncaught(page);
  });

  it('joins once where a framework mounts it, takes it out and mounts it again', async () => {
    const page = await stage.page();
    await page.evaluate(
      async (given) => {
        const element = document.createElement('private-meet');
        for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
        document.body.append(element);
        element.remove();
        document.body.append(element);
        await Promise.resolve();
        element.remove();
        document.body.append(element);
      },
      await attributes('mounted', 'Ann'),
    );
    await joined(page);
    assert.equal(await count(page, 'pm-join'), 1);
    assert.equal(await count(page, 'pm-leave removed'), 0);

    // Out for good, and in again later: another join, with all that it was given.
    await page.evaluate(async () => {
      const element = kit.meet();
      element.remove();
      await kit.until('the end', () => element.state === 'left');
      await kit.until('nothing open', () => kit.open().connections + kit.open().tracks === 0);
      document.body.append(element);
    });
    await joined(page);
    assert.equal(await count(page, 'pm-join'), 2);
    await nothingUncaught(page);
  });

  it('goes by the last word of a page that changes its mind while it joins', async () => {
    const page = await stage.page();
    const given = await attributes('first-thought', 'Ann');
    await page.evaluate(async (one) => {
      const element = document.createElement('private-meet');
      for (const [name, value] of Object.entries(one)) element.setAttribute(name, value);
      document.body.append(element);
      await kit.until('on its way', () => element.state !== 'idle');
      element.room = 'second-thought';
      await element.updateComplete;
      element.setAttribute('room', 'last-thought');
    }, given);
    await joined(page);
    await page.evaluate(() => kit.until('settled', () => kit.meet().self !== undefined));
    const thoughts = () => stage.server.rooms.names().filter((name) => name.endsWith('-thought'));
    await eventually(() => thoughts().join() === 'last-thought');

    const outcome = await page.evaluate(async () => {
      const element = kit.meet();
      await element.leave();
      const joins = [element.join(), element.join()];
      const verdicts = Promise.allSettled(joins);
      await element.leave();
      const codes = (await verdicts).map((one) =>
        one.status === 'rejected' ? (one.reason as { code: string }).code : 'joined',
      );
      return [...codes, element.state, kit.open().connections, kit.open().tracks];
    });
    assert.deepEqual(outcome, ['aborted', 'aborted', 'left', 0, 0]);

    const again = await page.evaluate(async () => {
      const element = kit.meet();
      await Promise.all([element.join(), element.join()]);
      await element.join();
      return element.state;
    });
    assert.equal(again, 'joined');
    await eventually(() => stage.server.rooms.users('last-thought').length === 1);
    await nothingUncaught(page);
  });

  it('goes to another room when told to, and the others see it go and come', async () => {
    const room = (name: string, of: string): Promise<Guest> => stage.guest(of, { name });
    const [ann, bo, cy] = [await room('Ann', 'here'), await room('Bo', 'here'), await room('Cy', 'there')];
    await ann.page.evaluate(() => kit.connectedTo(1));
    await ann.page.evaluate(() => kit.meet().setAttribute('room', 'there'));
    await everyoneMeets([ann, cy]);
    await bo.page.evaluate(() => kit.connectedTo(0));
    assert.equal(await count(ann.page, 'pm-leave room-changed'), 1);
    assert.equal(await count(ann.page, 'pm-join'), 2);
    await nothingUncaught(ann.page, bo.page, cy.page);
  });
});
