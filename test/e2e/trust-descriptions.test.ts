import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { doubled, fingerprintIn, inDescriptions, swapped } from '../rig/attacks.js';
import { Between } from '../rig/between.js';
import type { Frame } from '../rig/hostile-relay.js';
import { each, nothingUncaught, settled } from '../rig/people.js';
import { BROWSERS, everyoneMeets, type Guest } from './stage.js';
import { nothingSent, PASSPHRASE, TrustStage } from './trust-stage.js';

/** Milliseconds until what was waited for counts as never. */
const CEILING = 60_000;

/** Resolves once one of the pages, whichever it is, was told that somebody tampers. */
const someoneIsTold = async (guests: readonly Guest[]): Promise<void> => {
  const end = performance.now() + CEILING;
  for (;;) {
    const stories = await each(guests, () => kit.story());
    if (stories.flat().includes('pm-error tampered')) return;
    assert.ok(performance.now() < end, `nobody was told of it: ${JSON.stringify(stories)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

/** The offer or answer as the next one of the same connection. */
const next = (frame: Frame, change: (sdp: string) => string): Frame => {
  const x = frame.data['x'] as Readonly<Record<string, unknown>>;
  return {
    ...frame,
    data: { ...frame.data, sdp: change(String(frame.data['sdp'])), x: { ...x, n: Number(x['n']) + 1 } },
  };
};

const levels = (guests: readonly Guest[]) => each(guests, () => kit.trusting.levels());

describe('descriptions that the server changes', () => {
  let trust: TrustStage;
  before(async () => {
    trust = await TrustStage.open();
  });
  afterEach(() => trust.clear());
  after(() => trust.close());

  for (const browser of BROWSERS) {
    for (const isFirst of [true, false]) {
      it(`with a second fingerprint ${isFirst ? 'before' : 'behind'} the true one lead to no connection, in ${browser}`, async () => {
        trust.relay.attack(inDescriptions((sdp) => doubled(sdp, isFirst)));
        const guests = await trust.two(browser, { passphrase: PASSPHRASE });
        await someoneIsTold(guests);
        assert.deepEqual(await each(guests, () => witness.everConnected.size), [0, 0]);
        await nothingSent(guests);
        trust.relay.relent();
        await each(guests, () => kit.trusting.verified(1));
        await everyoneMeets(guests);
        await nothingUncaught(guests);
      });
    }

    for (const passphrase of [PASSPHRASE, undefined]) {
      const proved = passphrase ? 'after a proof' : 'without a passphrase';
      it(`in the middle of a call, to another fingerprint, change nothing and are told, ${proved}, in ${browser}`, async () => {
        const guests = await trust.twoTogether(browser, passphrase === undefined ? {} : { passphrase });
        await each(guests, () => kit.trusting.judged());
        const look = async () => [await settled(guests), await levels(guests)];
        const before = await look();
        trust.relay.attack(inDescriptions((sdp) => swapped(sdp)));
        await each(guests, () => kit.watchOffers());
        await guests[0].page.evaluate(() => kit.offerNow());
        await guests[1].page.evaluate(() => kit.failsWith('tampered'));
        await each(guests, () => kit.flowing(1));
        assert.deepEqual(await look(), before);
        trust.relay.relent();
        await each(guests, () => kit.negotiated());
        await each(guests, () => kit.flowing(1));
        assert.deepEqual(await look(), before);
        assert.deepEqual(await guests[1].page.evaluate(() => kit.trusting.told('ann')), ['tampered']);
        await nothingUncaught(guests);
      });
    }

    it(`and were never sent change nothing, nor do old ones again, in ${browser}`, async () => {
      const guests = await trust.twoVerified(browser);
      const [ann, bo] = guests;
      const before = await settled(guests);
      const old = trust.relay.signals.filter(({ type }) => type !== 'webrtc.iceCandidate');
      for (const frame of old) {
        const to = String(frame.data['to']);
        trust.relay.inject(to, frame);
        trust.relay.inject(
          to,
          next(frame, (sdp) => swapped(sdp)),
        );
        trust.relay.inject(
          to,
          next({ ...frame, type: 'webrtc.offer' }, (sdp) => swapped(sdp)),
        );
      }
      await someoneIsTold(guests);
      for (const { page } of [ann, bo]) await page.evaluate(() => kit.flowing(1));
      assert.deepEqual(await settled(guests), before);
      assert.deepEqual(await levels(guests), [['passphrase'], ['passphrase']]);
      await nothingUncaught(guests);
    });

    it(`back to the true fingerprint, after a false one, hide nobody in between, in ${browser}`, async () => {
      const room = trust.newRoom();
      const between = await Between.open(trust.stage, { victims: ['ann', 'bo'], room });
      trust.relay.attack(between.attack);
      const guests = await trust.two(browser, { passphrase: PASSPHRASE }, room);
      await between.page.evaluate(() => kit.mallory?.stands());
      await guests[0].page.evaluate(() => kit.trusting.becomes('Bo', 'refused', 'passphrase'));
      await guests[1].page.evaluate(() => kit.trusting.becomes('Ann', 'refused', 'passphrase'));

      const [anns = '', bos = ''] = await each(guests, () => kit.trusting.description());
      const truth = (sdp: string, to: string) => swapped(sdp, fingerprintIn(to === 'ann' ? bos : anns));
      trust.relay.attack(between.attack, (frame, way) => inDescriptions((sdp) => truth(sdp, way.user))(frame, way));
      await guests[0].page.evaluate(() => kit.offerNow());
      await guests[1].page.evaluate(() => kit.failsWith('tampered'));
      for (const { page } of guests) {
        await page.evaluate((same) => Object.assign(kit.meet(), { passphrase: same }), `${PASSPHRASE} again`);
      }
      await each(guests, () =>
        kit.until('another run', () => kit.proofs().said.filter((word) => word === 'tag').length > 1),
      );
      assert.deepEqual(await levels(guests), [['refused'], ['refused']]);
      await nothingSent(guests);
      assert.equal(await between.page.evaluate(() => kit.mallory?.mediaPackets()), 0);
      await nothingUncaught(guests);
    });
  }
});
