import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { BROWSERS, everyoneMeets, type Guest, Stage } from './stage.js';

const inState = (page: Page, state: 'waiting' | 'failed' | 'left'): Promise<number> =>
  page.evaluate((wanted) => kit.inState(wanted), state);

/** Resolves to the id of who knocks by this name, once the element says so. */
const knockOf = (page: Page, name: string): Promise<string> =>
  page.evaluate(async (wanted) => {
    const meet = document.querySelector('private-meet')!;
    await kit.until(`a knock of ${wanted}`, () => meet.knocks.some((each) => each.name === wanted));
    return meet.knocks.find((each) => each.name === wanted)!.id;
  }, name);

const press = (page: Page, label: string): Promise<void> =>
  page.evaluate(async (wanted) => {
    await kit.until(`a button ${wanted}`, () =>
      kit.deepQuery('button').some((each) => each.textContent.trim() === wanted),
    );
    kit
      .deepQuery('button')
      .find((each) => each.textContent.trim() === wanted)
      ?.click();
  }, label);

const seesAlone = (page: Page): Promise<void> =>
  page.evaluate(() => kit.until('an empty room', () => document.querySelector('private-meet')!.peers.length === 0));

const codeOf = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.querySelector('private-meet')!.error?.code);

describe('a meeting with a host', () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open({ waitingRoom: 'guests' });
  });
  afterEach(() => stage.clear());
  after(() => stage.close());

  for (const browser of BROWSERS) {
    it(`lets in whom the host admits, turns away whom not, and puts out for good, in ${browser}`, async () => {
      const room = `host-${browser}`;
      const visitor = (name: string) => stage.guest(room, { browser, name, signsIn: true });
      const bo = await visitor('Bo');
      await inState(bo.page, 'waiting');
      const ann = await stage.guest(room, { browser, name: 'Ann', role: 'host' });
      await knockOf(ann.page, 'Bo');
      await seesAlone(ann.page);
      await press(ann.page, 'Admit');
      await everyoneMeets([ann, bo]);

      const cy = await visitor('Cy');
      const id = await knockOf(ann.page, 'Cy');
      await ann.page.evaluate((who) => document.querySelector('private-meet')!.deny(who), id);
      await inState(cy.page, 'failed');
      assert.equal(await codeOf(cy.page), 'not-admitted');

      const boId = await ann.page.evaluate(() => document.querySelector('private-meet')!.peers[0]!.id);
      const reason = bo.page.evaluate(
        () =>
          new Promise<string>((resolve) => {
            document.querySelector('private-meet')!.addEventListener('pm-leave', (event) => resolve(event.reason));
          }),
      );
      await ann.page.evaluate((who) => document.querySelector('private-meet')!.removePeer(who), boId);
      assert.equal(await reason, 'removed-by-host');
      await seesAlone(ann.page);
      await bo.page.evaluate(async () => {
        await document
          .querySelector('private-meet')!
          .join()
          .catch(() => undefined); // What became of it is looked at below.
      });
      assert.equal(await codeOf(bo.page), 'not-admitted');
    });
  }

  it('is muted, locked and ended by the host alone', async () => {
    const member = (name: string, role?: 'host'): Promise<Guest> =>
      stage.guest('host-rules', { name, ...(role ? { role } : {}) });
    const [ann, bo] = await Promise.all([member('Ann', 'host'), member('Bo')]);
    await everyoneMeets([ann, bo]);
    const refused = await bo.page.evaluate(() =>
      document
        .querySelector('private-meet')!
        .endForAll()
        .then(
          () => undefined,
          (error: unknown) => (error as { code: string }).code,
        ),
    );
    assert.equal(refused, 'protocol');
    await ann.page.evaluate(() => {
      const meet = document.querySelector('private-meet')!;
      return meet.askToMute(meet.peers[0]!.id);
    });
    await bo.page.evaluate(() =>
      kit.until('a muted microphone', () => !document.querySelector('private-meet')!.microphone),
    );
    await ann.page.evaluate(() => document.querySelector('private-meet')!.lock(true));
    const cy = await member('Cy');
    await inState(cy.page, 'failed');
    assert.equal(await codeOf(cy.page), 'room-locked');
    await ann.page.evaluate(() => document.querySelector('private-meet')!.endForAll());
    await Promise.all([inState(ann.page, 'left'), inState(bo.page, 'left')]);
  });
});
