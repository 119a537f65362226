import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { BROWSERS, everyoneMeets, Stage } from '../e2e/stage.js';
import { TurnServer } from './turn-server.js';

/** Runs in a page: resolves with what it is told when a peer is out of reach. */
const unreachable = () =>
  new Promise<{ relay: boolean | undefined; text: string }>((resolve, reject) => {
    setTimeout(() => reject(new Error('it was not told within a minute')), 60_000);
    document.querySelector('private-meet')!.addEventListener('pm-error', ({ error }) => {
      if (error.code === 'peer-unreachable')
        resolve({ relay: error.relay, text: `${error.message} ${error.stack ?? ''}` });
    });
  });

describe('a call through a TURN server', () => {
  let stage: Stage;
  let turn: TurnServer;
  before(async () => {
    turn = await TurnServer.start();
    stage = await Stage.open();
  });
  afterEach(() => stage.clear());
  after(async () => {
    await stage.close();
    await turn.stop();
  });

  const relayed = () => ({ 'ice-servers': JSON.stringify(turn.iceServers()), 'ice-transport-policy': 'relay' });

  for (const browser of BROWSERS) {
    it(`carries sound and picture, and nothing goes around it, in ${browser}`, async () => {
      const guests = [
        await stage.guest(`relay-${browser}`, { browser, name: 'Ann', attributes: relayed() }),
        await stage.guest(`relay-${browser}`, { browser, name: 'Bo', attributes: relayed() }),
      ];
      await everyoneMeets(guests);
      for (const { page } of guests) {
        const { path, candidateTypes } = await page.evaluate(() => kit.figures((now) => now.path !== 'unknown'));
        assert.deepEqual({ path, candidateTypes }, { path: 'relay', candidateTypes: ['relay', 'relay'] });
        await page.evaluate(() =>
          kit.until(
            'the peer to be shown as relayed',
            () => document.querySelector('private-meet')!.peers[0]?.path === 'relay',
          ),
        );
      }
    });
  }

  it('brings Chromium and Firefox together', async () => {
    await everyoneMeets([
      await stage.guest('relay-mixed', { browser: 'chromium', name: 'Ann', attributes: relayed() }),
      await stage.guest('relay-mixed', { browser: 'firefox', name: 'Bo', attributes: relayed() }),
    ]);
  });

  it('works when only one of the two is behind it', async () => {
    const guests = [
      await stage.guest('relay-half', { name: 'Ann', attributes: relayed() }),
      await stage.guest('relay-half', { name: 'Bo' }),
    ];
    await everyoneMeets(guests);
    const [ann] = guests;
    assert.deepEqual(await ann!.page.evaluate(() => kit.paths()), ['relay']);
  });

  it('says on both sides that there is no path where the TURN server takes nobody, and keeps the secret', async () => {
    const servers = turn.iceServers({ seconds: -3600 });
    const attributes = { 'ice-servers': JSON.stringify(servers), 'ice-transport-policy': 'relay' };
    const guests = [
      await stage.guest('relay-refused', { id: 'a', name: 'Ann', attributes }), // sorts first, so it offers
      await stage.guest('relay-refused', { id: 'b', name: 'Bo', attributes }),
    ];
    const failures = guests.map(({ page }) => page.evaluate(unreachable));
    for (const failure of failures) {
      const { relay, text } = await failure;
      assert.equal(relay, true);
      assert.ok(!text.includes(String(servers[0]!.credential)));
    }
    await guests[0]!.page.evaluate(() =>
      kit.until('the tile to say so', () => kit.tileOf('Bo')?.shadowRoot?.textContent.includes('reached') ?? false),
    );
  });
});
