import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { startServer, type StartedServer } from '../../demo/server/start.js';
import { waitInPage } from '../rig/wait-in-page.js';
import { BROWSERS, type BrowserName, Stage } from './stage.js';

const withoutWebRtc = (): void => {
  Reflect.deleteProperty(globalThis, 'RTCPeerConnection');
};

/** Older browsers, by what they lack. */
const OLDER: Readonly<Record<string, () => void>> = {
  'AbortSignal.any': () => {
    Reflect.deleteProperty(AbortSignal, 'any');
  },
  'URL.canParse': () => {
    Reflect.deleteProperty(URL, 'canParse');
  },
  'Intl.Segmenter': () => {
    Reflect.deleteProperty(Intl, 'Segmenter');
  },
  showPopover: () => {
    Reflect.deleteProperty(HTMLElement.prototype, 'showPopover');
  },
  checkVisibility: () => {
    Reflect.deleteProperty(Element.prototype, 'checkVisibility');
  },
};

const denied = (): void => {
  navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('Permission denied', 'NotAllowedError'));
};

describe('bad use gets words', () => {
  let stage: Stage;
  /** Another deployment: what it signs is forged here. */
  let other: StartedServer;
  before(async () => {
    [stage, other] = await Promise.all([Stage.open(), startServer()]);
  });
  afterEach(() => stage.clear());
  after(async () => {
    await stage.close();
    await other.close();
  });

  const good = async (room: string): Promise<Record<string, string>> => ({
    room,
    token: await stage.server.issueToken({ username: 'Ann' }),
    server: stage.server.url,
    'ice-servers': '[]',
    'microphone-off': '',
    'camera-off': '',
    autojoin: '',
  });

  /** Puts the element into the page; an attribute that is `null` is left out. */
  const paste = (page: Page, attributes: Readonly<Record<string, string | null>>): Promise<void> =>
    page.evaluate((given) => {
      const element = document.createElement('private-meet');
      for (const [name, value] of Object.entries(given)) if (value !== null) element.setAttribute(name, value);
      document.body.append(element);
    }, attributes);

  const setRight = (page: Page, attributes: Readonly<Record<string, string>>): Promise<void> =>
    page.evaluate((given) => {
      for (const [name, value] of Object.entries(given)) kit.meet().setAttribute(name, value);
    }, attributes);

  /** The code came as an event, the words stand there, the meeting is over, and no secret shows. */
  const says = async (page: Page, code: string, words: RegExp): Promise<void> => {
    await page.evaluate((wanted) => kit.failsWith(wanted), code);
    await page.evaluate((wanted) => kit.until('words', () => RegExp(wanted, 'u').test(kit.words())), words.source);
    assert.deepEqual(await page.evaluate(() => [kit.meet().state, kit.meet().error?.fatal]), ['failed', true]);
    // The code is in the details for whoever must fix it, not among the words.
    assert.doesNotMatch(await page.evaluate(() => kit.words()), new RegExp(code, 'u'));
    assert.deepEqual(await page.evaluate(() => kit.open()), { connections: 0, tracks: 0 });
    assert.deepEqual(await page.evaluate(() => witness.rejections), []);
    const token = await page.evaluate(() => kit.meet().token);
    if (token) assert.deepEqual(await page.evaluate((secret) => kit.leaks(secret), token), []);
  };

  const goesOn = async (page: Page): Promise<void> => {
    await page.evaluate(() => kit.until('joined', () => kit.meet().state === 'joined'));
    assert.deepEqual(await page.evaluate(() => kit.leaks(kit.meet().token)), []);
  };

  const mistakes: readonly {
    readonly what: string;
    readonly wrong: () => Readonly<Record<string, string | null>> | Promise<Readonly<Record<string, string | null>>>;
    readonly code: string;
    readonly words: RegExp;
  }[] = [
    { what: 'no room', wrong: () => ({ room: null }), code: 'room-missing', words: /no room to join yet/ },
    {
      what: 'a room of 200 characters',
      wrong: () => ({ room: 'x'.repeat(200) }),
      code: 'room-invalid',
      words: /1 to 128 characters/,
    },
    {
      what: 'a token that is no JWT',
      wrong: () => ({ token: 'swordfish-swordfish' }),
      code: 'token-malformed',
      words: /sign-in can’t be read/,
    },
    {
      what: 'a user id of 256 characters',
      wrong: async () => ({ token: await stage.server.issueToken({ sub: 'x'.repeat(256) }) }),
      code: 'token-malformed',
      words: /sign-in can’t be read/,
    },
    {
      what: 'an expired token',
      wrong: async () => ({ token: await stage.server.issueToken({ expiresIn: -60 }) }),
      code: 'token-expired',
      words: /sign-in has expired/,
    },
    {
      what: 'a forged token',
      wrong: async () => ({ token: await other.issueToken() }),
      code: 'token-rejected',
      words: /didn’t accept your sign-in/,
    },
    {
      what: 'a token of another issuer',
      wrong: async () => ({ token: await stage.server.issueToken({ issuer: 'someone else' }) }),
      code: 'token-rejected',
      words: /didn’t accept your sign-in/,
    },
    {
      what: 'a server that is not there',
      wrong: () => ({ server: 'http://127.0.0.1:9' }),
      code: 'server-unreachable',
      words: /can’t be reached/,
    },
    {
      what: 'a server that is no address',
      wrong: () => ({ server: 'ftp://example.com' }),
      code: 'server-invalid',
      words: /server’s address is missing or wrong/,
    },
    {
      what: 'ICE servers that are no JSON',
      wrong: () => ({ 'ice-servers': 'stun:stun.example.com' }),
      code: 'ice-servers-invalid',
      words: /ICE servers can’t be read/,
    },
    {
      what: 'ICE servers of another kind',
      wrong: () => ({ 'ice-servers': '[{"urls": "https://example.com"}]' }),
      code: 'ice-servers-invalid',
      words: /ICE servers can’t be read/,
    },
    {
      what: 'a relay asked for without a TURN server',
      wrong: () => ({ 'ice-transport-policy': 'relay' }),
      code: 'relay-required',
      words: /TURN server is missing/,
    },
  ];

  const browserOf = (index: number): BrowserName => BROWSERS[index % BROWSERS.length] ?? 'chromium';
  for (const [index, { what, wrong, code, words }] of mistakes.entries()) {
    it(`for ${what}, and goes on once it is put right`, async () => {
      const page = await stage.page(browserOf(index));
      const right = { ...(await good(`mistake-${String(index)}`)), 'ice-transport-policy': 'all' };
      await paste(page, { ...right, ...(await wrong()) });
      await says(page, code, words);
      await setRight(page, right);
      await goesOn(page);
    });
  }

  for (const [index, [lacks, takeOut]] of Object.entries(OLDER).entries()) {
    it(`for a browser without ${lacks}, which the error names`, async () => {
      const page = await stage.page(browserOf(index), takeOut);
      await paste(page, await good('older'));
      await page.evaluate(() => kit.failsWith('unsupported-browser'));
      assert.match((await page.evaluate(() => kit.meet().error?.message)) ?? '', RegExp(`no ${lacks}`, 'u'));
      // Not by the kit's look at words, which asks for `checkVisibility` itself.
      const isSaid = () => kit.deepQuery('[part~="error"]').some(({ innerText }) => innerText.includes('can’t make video calls')); // prettier-ignore
      await waitInPage(page, isSaid);
      assert.deepEqual(await page.evaluate(() => witness.rejections), []);
    });
  }

  for (const browser of BROWSERS) {
    it(`for an expired token in ${browser}, by its lobby too`, async () => {
      const page = await stage.page(browser);
      await paste(page, {
        ...(await good('lobby')),
        autojoin: null,
        token: await stage.server.issueToken({ expiresIn: -60 }),
      });
      await page.evaluate(() => kit.until('a lobby', () => kit.deepQuery('[part~="join"]').length === 1));
      await page.evaluate(() => kit.deepQuery('[part~="join"]')[0]?.click());
      await says(page, 'token-expired', /sign-in has expired/);
    });

    it(`for a page that is not secure, in ${browser}`, async () => {
      const page = await stage.page(browser, undefined, stage.site.insecureUrl);
      assert.equal(await page.evaluate(() => isSecureContext), false);
      await paste(page, await good('insecure'));
      await says(page, 'insecure-context', /This page isn’t secure.*https:/);
    });

    it(`for a browser without WebRTC: ${browser} with it taken out`, async () => {
      const page = await stage.page(browser, withoutWebRtc);
      await paste(page, await good('old'));
      await says(page, 'unsupported-browser', /This browser can’t make video calls/);
    });

    it(`for devices that are denied, and the call goes on, in ${browser}`, async () => {
      const page = await stage.page(browser, denied);
      await paste(page, { ...(await good('denied')), 'microphone-off': null, 'camera-off': null });
      await page.evaluate(() => kit.failsWith('permission-denied'));
      await goesOn(page);
      await page.evaluate(() => kit.until('words', () => /Your camera is blocked.*Allow it/u.test(kit.words())));
      assert.equal(await page.evaluate(() => kit.meet().error), undefined);
    });
  }

  it('for a room that is full, and touches nobody else', async () => {
    const room = 'full';
    const first = [await stage.guest(room, { name: 'Bo' }), await stage.guest(room, { name: 'Cy' })];
    for (const { page } of first) await page.evaluate(() => kit.connectedTo(1));
    /** Which of its connections is up: the newcomer's hello carries an offer, so that there may have been another for a moment. */
    const up = (one: Page): Promise<number[]> =>
      one.evaluate(() =>
        witness.connections.flatMap(({ connectionState }, index) => (connectionState === 'connected' ? [index] : [])),
      );
    const before = await Promise.all(first.map(({ page }) => up(page)));

    const page = await stage.page();
    await paste(page, { ...(await good(room)), 'max-peers': '1' });
    await says(page, 'room-full', /This room is full/);

    for (const guest of first) await guest.page.evaluate(() => kit.connectedTo(1));
    assert.deepEqual(await Promise.all(first.map((guest) => up(guest.page))), before);
    await setRight(page, { 'max-peers': '2' });
    await goesOn(page);
  });
});
