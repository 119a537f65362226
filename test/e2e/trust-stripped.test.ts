import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { roomWordOf, strip } from '../rig/attacks.js';
import type { Attack, Frame } from '../rig/hostile-relay.js';
import { each, nothingUncaught, settled } from '../rig/people.js';
import { BROWSERS, everyoneMeets, type Guest } from './stage.js';
import { nothingSent, PASSPHRASE, TrustStage } from './trust-stage.js';

/** The first frames that are meant lose what makes them ours, one on its way to each. */
const stripOnce = (isMeant: (frame: Frame) => boolean): Attack => {
  const done = new Set<string>();
  return strip((frame, to) => {
    if (done.has(to) || !isMeant(frame)) return false;
    done.add(to);
    return true;
  });
};

const ONE: readonly (readonly [string, (frame: Frame) => boolean])[] = [
  ['hello', (frame) => roomWordOf(frame)?.word === 'hello'],
  ['offer', ({ type }) => type === 'webrtc.offer'],
  ['answer', ({ type }) => type === 'webrtc.answer'],
];

const refusals = (guests: readonly Guest[]) =>
  each(guests, () => kit.meet().peers.map(({ trust, refusal }) => [trust, refusal].filter(Boolean).join(' ')));

describe('a server that makes ours look like other apps', () => {
  let trust: TrustStage;
  before(async () => {
    trust = await TrustStage.open();
  });
  afterEach(() => trust.clear());
  after(() => trust.close());

  for (const browser of BROWSERS) {
    for (const [what, isMeant] of ONE) {
      it(`by one ${what} delays them, and nothing goes out before the proof, in ${browser}`, async () => {
        trust.relay.attack(stripOnce(isMeant));
        const guests = await trust.two(browser, { passphrase: PASSPHRASE });
        await each(guests, () => kit.trusting.verified(1));
        await everyoneMeets(guests);
        assert.deepEqual(await each(guests, () => kit.proofs().early), [[], []]);
        await nothingUncaught(guests);
      });
    }

    it(`by all they say keeps them apart where a passphrase is required, in ${browser}`, async () => {
      trust.relay.attack(strip());
      const guests = await trust.two(browser, { passphrase: PASSPHRASE });
      await guests[0].page.evaluate(() => kit.trusting.becomes('Bo', 'refused', 'unsupported'));
      await guests[1].page.evaluate(() => kit.trusting.becomes('Ann', 'refused', 'unsupported'));
      assert.deepEqual(await each(guests, () => witness.everConnected.size), [0, 0]);
      await nothingSent(guests);
      trust.relay.relent();
      await each(guests, () => kit.trusting.verified(1));
      await everyoneMeets(guests);
      await nothingUncaught(guests);
    });

    it(`by all they say is seen where none is, in ${browser}`, async () => {
      trust.relay.attack(strip());
      const guests = await trust.two(browser);
      await everyoneMeets(guests);
      await each(guests, () => kit.trusting.judged());
      assert.deepEqual(await refusals(guests), [['unsupported'], ['unsupported']]);
      assert.deepEqual(await each(guests, () => kit.meet().matches(':state(verified)')), [false, false]);
      await nothingUncaught(guests);
    });

    it(`by a forged offer in the middle of a call takes over nothing, in ${browser}`, async () => {
      const guests = await trust.twoVerified(browser);
      const before = await settled(guests);
      const stranger = await trust.stage.page('chromium');
      const sdp = await stranger.evaluate(async () => {
        const connection = new RTCPeerConnection();
        for (const kind of ['audio', 'video']) connection.addTransceiver(kind);
        await connection.setLocalDescription();
        return connection.localDescription?.sdp ?? '';
      });
      const [ann, bo] = guests;
      for (const [to, from] of [
        [ann.id, bo.id],
        [bo.id, ann.id],
      ] as const) {
        const room = trust.room;
        trust.relay.inject(to, { type: 'webrtc.offer', room, from, data: { sdp, to } });
        trust.relay.inject(to, { type: 'webrtc.answer', room, from, data: { sdp, to } });
      }
      // What comes behind is taken after it: an offer of their own, and its answer.
      await each(guests, () => kit.watchOffers());
      await each(guests, () => kit.offerNow());
      await each(guests, () => kit.negotiated());
      await each(guests, () => kit.flowing(1));
      assert.deepEqual(await settled(guests), before);
      assert.deepEqual(await refusals(guests), [['passphrase'], ['passphrase']]);
      assert.equal(
        trust.relay.signals.some(({ data }) => !('x' in data)),
        false,
        'the forged offer was answered',
      );
      await nothingUncaught(guests);
    });

    it(`does not have ours let in one of another app where a passphrase is required, in ${browser}`, async () => {
      const guests = await trust.twoVerified(browser);
      const dee = await trust.stage.deployed(trust.room, { browser, name: 'Dee', id: 'dee' });
      for (const { page } of guests) {
        await page.evaluate(() => kit.trusting.becomes('Dee', 'refused', 'unsupported'));
      }
      await each(guests, () => kit.flowing(1));
      assert.deepEqual(await dee.page.evaluate(() => kit.standIn?.client.connected), []);
      assert.deepEqual(await each(guests, () => witness.everConnected.size), [1, 1]);
      assert.deepEqual(await each(guests, () => kit.meet().peers.find(({ name }) => name !== 'Dee')?.verified), [
        true,
        true,
      ]);
      assert.deepEqual(await each(guests, () => kit.meet().matches(':state(verified)')), [false, false]);
      assert.deepEqual(await each(guests, () => kit.meet().matches(':state(refused)')), [true, true]);
      await nothingUncaught(guests);
    });
  }
});
