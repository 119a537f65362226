import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, describe, it } from 'node:test';
import { FarProxy } from '../rig/far-proxy.js';
import { Flights, type Person } from '../rig/flights.js';
import { BROWSERS, type BrowserName, Stage } from './stage.js';

/** Milliseconds that a frame takes to the server. */
const FAR = 300;
/** Milliseconds after which who is in a room is at home in it, far from the server. */
const AT_HOME = 2_000;

/** A hello and what answers it each cross twice; before, a socket takes two round trips, and so does signing in. */
const SOCKET = 2;
const SIGN_IN = 2;

/** Milliseconds until what was waited for counts as never. */
const CEILING = 60_000;

const crossed = async (person: Person, crossings: number): Promise<void> => {
  const end = performance.now() + CEILING;
  while (person.crossings < crossings) {
    assert.ok(performance.now() < end, `${String(person.crossings)} crossings of ${String(crossings)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

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

  const come = async (browser: BrowserName, isGuest = false, others = 1) => {
    const person = flights.join();
    const proxy = await FarProxy.start(stage.server.url, FAR, person);
    far.push(proxy);
    const token = isGuest ? '' : await stage.server.issueToken({ sub: randomUUID(), username: 'Ann' });
    const page = await stage.page(browser);
    return { page, person, options: { server: proxy.url, room: 'far', token, others, listens: true } };
  };
  /** People in the room, and somebody about to come. */
  const about = async (browser: BrowserName, isGuest: boolean, others = 1) => {
    flights = new Flights();
    for (let there = 0; there < others; there += 1) {
      const { page, options } = await come(browser, false, there);
      await page.evaluate((given) => kit.timeElement(given), options);
    }
    const newcomer = await come(browser, isGuest, others);
    await new Promise((resolve) => setTimeout(resolve, AT_HOME));
    flights.begin();
    return newcomer;
  };
  /** Trips from the press on Join of somebody who touched the lobby before. */
  const press = async ({ page, person, options }: Awaited<ReturnType<typeof come>>): Promise<number> => {
    await page.evaluate((given) => kit.touchLobby(given), options);
    await crossed(person, 2 * (options.token ? SOCKET : SIGN_IN + SOCKET));
    await new Promise((resolve) => setTimeout(resolve, FAR)); // the connections that are made then
    flights.begin();
    await page.evaluate((others) => kit.timePress(others), options.others);
    return flights.trips;
  };

  for (const browser of BROWSERS) {
    it(`is waited for twice once a guest presses Join who touched the lobby before, in ${browser}`, async () => {
      assert.equal(await press(await about(browser, true)), 2);
    });

    it(`is waited for twice by who comes to three, each of whom answers, in ${browser}`, async () => {
      assert.equal(await press(await about(browser, false, 3)), 2);
    });

    it(`is waited for twice more by who comes with a token, in ${browser}`, async () => {
      const { page, options } = await about(browser, false);
      await page.evaluate((given) => kit.timeElement(given), options);
      assert.equal(flights.trips, SOCKET + 2);
    });

    it(`is waited for twice more still by a guest, who asks for no leave first, in ${browser}`, async () => {
      const { page, options } = await about(browser, true);
      await page.evaluate((given) => kit.timeElement(given), options);
      assert.equal(flights.trips, SIGN_IN + SOCKET + 2);
    });
  }
});
