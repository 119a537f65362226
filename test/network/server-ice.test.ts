import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { BROWSERS, everyoneMeets, Stage } from '../e2e/stage.js';
import { TurnServer } from './turn-server.js';

/** A page that names no servers: its attribute is not there at all. */
const RELAY = { 'ice-servers': null, 'ice-transport-policy': 'relay' };

describe('a server that has a TURN server for its visitors', () => {
  let stage: Stage;
  let turn: TurnServer;
  before(async () => {
    turn = await TurnServer.start();
    const urls = [turn.iceServers()].flat().flatMap((server) => [server.urls].flat());
    stage = await Stage.open({ turn: { urls, secret: turn.secret, seconds: 600 } });
  });
  afterEach(() => stage.clear());
  after(async () => {
    await stage.close();
    await turn.stop();
  });

  for (const browser of BROWSERS) {
    it(`carries a call of pages that name none, where only a relay is allowed, in ${browser}`, async () => {
      const guests = [
        await stage.guest(`server-ice-${browser}`, { browser, name: 'Ann', attributes: RELAY }),
        await stage.guest(`server-ice-${browser}`, { browser, name: 'Bo', attributes: RELAY }),
      ];
      await everyoneMeets(guests);
      for (const { page } of guests) {
        const { path } = await page.evaluate(() => kit.figures((now) => now.path !== 'unknown'));
        assert.equal(path, 'relay');
      }
    });
  }
});
