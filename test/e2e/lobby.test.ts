import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { BROWSERS, type BrowserName, Stage } from './stage.js';

/** The browser says no to the camera, and notes what it is asked for. */
const noCamera = (): void => {
  const asked: boolean[] = [];
  Object.assign(globalThis, { asked });
  const { mediaDevices } = navigator;
  const open = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = (wanted) => {
    asked.push(!!wanted?.video);
    return wanted?.video ? Promise.reject(new DOMException('Permission denied', 'NotAllowedError')) : open(wanted);
  };
};

const watchPolicy = (): void => {
  const violations: string[] = [];
  Object.assign(globalThis, { violations });
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    if (!blockedURI.endsWith('/favicon.ico')) violations.push(`${violatedDirective} ${blockedURI}`);
  });
};

/** What has the focus, by its kind, its part where it can only be put there, or its words. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    if (!(active instanceof HTMLElement)) return '';
    if (active.tabIndex < 0) return active.part.value;
    return active.dataset['device'] ?? active.dataset['kind'] ?? (active.textContent.trim() || active.localName);
  });

/** Presses Tab until `name` has the focus; the stops on the way. */
const tabTo = async (page: Page, name: RegExp): Promise<string[]> => {
  const stops: string[] = [];
  while (stops.length < 15) {
    await page.keyboard.press('Tab');
    stops.push((await focused(page)).replace(/\s+/gu, ' '));
    if (name.test(stops.at(-1) ?? '')) return stops;
  }
  throw new Error(`Tab never came to ${String(name)}: ${stops.join(', ')}`);
};

const shows = (page: Page, words: string): Promise<void> =>
  page.evaluate((wanted) => kit.until(wanted, () => kit.words().includes(wanted)), words);

describe('the lobby', () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open();
  });
  afterEach(() => stage.clear());
  after(() => stage.close());

  const lobby = async (browser: BrowserName, init: () => void): Promise<Page> => {
    const page = await stage.page(browser, init, stage.site.strictUrl(stage.server.url));
    await page.evaluate((server) => {
      const element = document.createElement('private-meet');
      element.room = 'keys';
      element.server = server;
      element.iceServers = [];
      document.body.append(element);
    }, stage.server.url);
    await shows(page, 'Check camera and microphone');
    return page;
  };

  for (const browser of BROWSERS) {
    it(`is gone through by keyboard alone, up to the call and out of it, under a strict policy, in ${browser}`, async () => {
      const page = await lobby(browser, watchPolicy);
      await tabTo(page, /^Check/u);
      await page.keyboard.press('Enter');
      await shows(page, 'Microphone on · Camera on');
      assert.equal(await focused(page), 'preview'); // what was pressed is gone
      await tabTo(page, /^Microphone, speakers, camera/u);
      await page.keyboard.press('Enter');
      await shows(page, 'Play a test sound'); // the choice is there
      const stops = await tabTo(page, /^Play a test sound$/u);
      assert.deepEqual(stops, ['audioinput', 'videoinput', 'audiooutput', 'Play a test sound']);
      await page.keyboard.press('Enter');
      await shows(page, 'Playing…');
      await shows(page, 'Play a test sound');
      await page.keyboard.down('Shift');
      await tabTo(page, /^input$/u);
      await page.keyboard.up('Shift');
      await page.keyboard.type('Ann');
      await page.keyboard.press('Enter');
      await page.evaluate(() => kit.until('the call', () => kit.meet().state === 'joined'));
      assert.equal(await page.evaluate(() => kit.meet().self?.name), 'Ann');
      await page.evaluate(() => kit.meet().leave());
      await shows(page, 'Rejoin');
      await tabTo(page, /^Rejoin$/u);
      await page.keyboard.press('Enter');
      await page.evaluate(() => kit.until('the call', () => kit.meet().state === 'joined'));
      assert.deepEqual(await page.evaluate(() => Reflect.get(globalThis, 'violations') as string[]), []);
    });

    it(`tells of a refused camera, and joins without asking again, in ${browser}`, async () => {
      const page = await lobby(browser, noCamera);
      await tabTo(page, /^Check/u);
      await page.keyboard.press('Enter');
      await shows(page, 'Join without camera');
      await shows(page, 'Your camera is blocked');
      await shows(page, browser === 'chromium' ? 'Click the icon before the address' : 'Click the crossed-out camera');
      const banners = await page.evaluate(() => kit.deepQuery('[part~="banner"]').length);
      assert.equal(banners, 0);
      const before = await page.evaluate(() => Reflect.get(globalThis, 'asked') as boolean[]);
      assert.ok(before.includes(true));
      await tabTo(page, /^Join without camera$/u);
      await page.keyboard.press('Enter');
      await page.evaluate(() => kit.until('the call', () => kit.meet().state === 'joined'));
      const asked = await page.evaluate(() => Reflect.get(globalThis, 'asked') as boolean[]);
      assert.equal(asked.slice(before.length).includes(true), false);
      assert.deepEqual(await page.evaluate(() => [kit.meet().microphone, kit.meet().camera]), [true, false]);
    });
  }
});
