import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { waitInPage } from '../rig/wait-in-page.js';
import { type DevSite, startDevSite } from './dev-site.js';
import { Stage } from './stage.js';

describe('What each example is there to show', () => {
  let site: DevSite;
  let stage: Stage;

  before(async () => {
    stage = await Stage.open();
    site = await startDevSite();
  });
  afterEach(() => stage.clear());
  after(async () => {
    site.stop();
    await stage.close();
  });

  /** An example in a window, by its query. */
  const open = async (name: string, query: string): Promise<Page> => {
    const page = await stage.window('chromium');
    await page.goto(`${site.origin}/demo/examples/${name}.html?${query}`);
    return page;
  };

  /** Presses Join in the lobby, with the pointer. */
  const pressJoin = async (page: Page): Promise<void> => {
    await waitInPage(page, () => {
      const lobby = document.querySelector('private-meet')?.shadowRoot?.querySelector('pm-lobby');
      return !!lobby?.shadowRoot?.querySelector('[part~="join"]:enabled');
    });
    await page.click('private-meet >>> pm-lobby >>> [part~="join"]:enabled');
  };

  const joinTogether = async (...pages: Page[]): Promise<void> => {
    for (const page of pages) await pressJoin(page);
    for (const page of pages)
      await waitInPage(page, () => document.querySelector('private-meet')?.peers[0]?.state === 'connected');
  };

  it('a class: the teacher sees a hand go up, and puts who raised it on everybody’s stage', async () => {
    const [teacher, student] = [
      await open('classroom', 'room=class&role=teacher&name=Teacher'),
      await open('classroom', 'room=class&name=Bo'),
    ];
    await joinTogether(teacher, student);
    await student.evaluate(() => document.querySelector('private-meet')?.raiseHand(true));
    await waitInPage(teacher, () => document.querySelector('#students li span')?.textContent === '✋ Bo');
    await teacher.click('#students button');
    await waitInPage(student, () => document.querySelector('#hint')?.textContent === 'You are on everybody’s stage.');
    await teacher.click('#students button');
    await waitInPage(student, () => document.querySelector('#hint')?.textContent === 'Teacher teaches.');
  });

  it('a waiting room: a patient is told to wait, and is in the call once the doctor calls', async () => {
    const [doctor, patient] = [
      await open('waiting-room', 'room=practice&role=doctor&name=Doctor'),
      await open('waiting-room', 'room=practice&appointment=2&name=Bo'),
    ];
    await pressJoin(patient);
    await waitInPage(doctor, () =>
      document.querySelector('#waiting li:nth-child(2) span')?.textContent.endsWith('· Bo'),
    );
    assert.notEqual(await patient.evaluate(() => document.querySelector('private-meet')?.state), 'joined');
    await doctor.click('#waiting li:nth-child(2) button');
    for (const page of [doctor, patient])
      await waitInPage(page, () => document.querySelector('private-meet')?.peers[0]?.state === 'connected');
  });

  it('a watch party: what one plays, stops and winds, the other does', async () => {
    const [ann, bo] = [await open('watch-party', 'room=film&name=Ann'), await open('watch-party', 'room=film&name=Bo')];
    await joinTogether(ann, bo);
    await ann.click('#play');
    await waitInPage(bo, () => document.querySelector('#play')?.textContent === 'Pause');
    await bo.click('#play');
    await waitInPage(ann, () => document.querySelector('#play')?.textContent === 'Play');
    const before = await ann.evaluate(() => Number(document.querySelector<HTMLInputElement>('#position')?.value));
    await ann.focus('#position');
    await ann.keyboard.press('PageUp'); // a tenth of it
    await waitInPage(bo, (at) => Number(document.querySelector<HTMLInputElement>('#position')?.value) > at + 6, before);
  });

  it('a shop: a call is opened by its button, by sound alone, and is gone when the corner is closed', async () => {
    const agent = await open('shop', 'room=shop&role=agent&name=Kim');
    const customer = await open('shop', 'room=shop');
    assert.equal(await customer.evaluate(() => document.querySelector('private-meet') === null), true);
    await customer.click('#help');
    await joinTogether(agent, customer);
    assert.equal(await agent.evaluate(() => document.querySelector('private-meet')?.peers[0]?.camera), false);
    await customer.click('#close');
    await waitInPage(agent, () => document.querySelector('private-meet')?.peers.length === 0);
    assert.equal(await customer.evaluate(() => document.activeElement?.id), 'help');
  });
});
