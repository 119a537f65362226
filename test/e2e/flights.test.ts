import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, describe, it } from 'node:test';
import { FarProxy } from '../rig/far-proxy.js';
import { Flights } from '../rig/flights.js';
import { until } from './picture.js';
import { BROWSERS, type BrowserName, Stage } from './stage.js';

/** Milliseconds that a frame takes to the server. */
const FAR = 300;
/** Milliseconds after which who is in a room is at home in it, far from the server. */
const AT_HOME = 2_000;

/** A hello and what answers it each cross twice; before, a socket takes two round trips, and so does signing in. */
const SOCKET = 2;
const SIGN_IN = 2;

describe('a server that is far away', () => {
  let stage: Stage;
  let flights: Flights;
  let far: FarProxy[] = [];
  before(async () => {
    stage = await Stage.open({ fps: 2 });
  });
  afterEach(async () => {
    await stage.clear();
    await Promise.all(far.map((each) => each.close()));
    far = [];
  });
  after(() => stage.close());

  const come = async (browser: BrowserName, isGuest = false) => {
    const person = flights.join();
    const proxy = await FarProxy.start(stage.server.url, FAR, person);
    far.push(proxy);
    const token = isGuest ? '' : await stage.server.issueToken({ sub: randomUUID(), username: 'Ann' });
    const page = await stage.page(browser);
    return { page, person, options: { server: proxy.url, room: 'far', token, others: 1, listens: true } };
  };
  /** Somebody in the room, and somebody about to come. */
  const two = async (browser: BrowserName, isGuest: boolean) => {
    flights = new Flights();
    const { page, options } = await come(browser);
    await page.evaluate((given) => kit.timeElement({ ...given, others: 0 }), options);
    const newcomer = await come(browser, isGuest);
    await new Promise((resolve) => setTimeout(resolve, AT_HOME));
    flights.begin();
    return newcomer;
  };

  for (const browser of BROWSERS) {
    it(`is waited for twice once a guest presses Join who touched the lobby before, in ${browser}`, async () => {
      const { page, person, options } = await two(browser, true);
      await page.evaluate((given) => kit.touchLobby(given), options);
      await until('the socket', () => person.crossings >= 2 * (SIGN_IN + SOCKET));
      await new Promise((resolve) => setTimeout(resolve, FAR)); // the connection that is made then
      flights.begin();
      await page.evaluate(() => kit.timePress(1));
      assert.equal(flights.trips, 2);
    });

    it(`is waited for twice more by who comes with a token, in ${browser}`, async () => {
      const { page, options } = await two(browser, false);
      await page.evaluate((given) => kit.timeElement(given), options);
      assert.equal(flights.trips, SOCKET + 2);
    });

    it(`is waited for twice more still by a guest, who asks for no leave first, in ${browser}`, async () => {
      const { page, options } = await two(browser, true);
      await page.evaluate((given) => kit.timeElement(given), options);
      assert.equal(flights.trips, SIGN_IN + SOCKET + 2);
    });
  }
});
