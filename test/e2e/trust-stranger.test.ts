import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { roomWordOf } from '../rig/attacks.js';
import type { Frame } from '../rig/hostile-relay.js';
import { each, nothingUncaught, settled } from '../rig/people.js';
import { BROWSERS, leaves } from './stage.js';
import { nothingSent, PASSPHRASE, TrustStage } from './trust-stage.js';

describe('a stranger who comes under the id of somebody who is verified', () => {
  let trust: TrustStage;
  before(async () => {
    trust = await TrustStage.open();
  });
  afterEach(() => trust.clear());
  after(() => trust.close());

  for (const browser of BROWSERS) {
    it(`gets no connection while theirs is up, and takes over nothing, in ${browser}`, async () => {
      const [ann, bo] = await trust.twoVerified(browser);
      const { room, relay, stage } = trust;
      const page = await stage.page('chromium');
      const data = await page.evaluate(async () => (await kit.Stranger.create('another-session')).offer());
      const frame = { type: 'webrtc.offer', room, from: 'bo', data: { ...data, to: 'ann' } };
      relay.inject('ann', frame);
      relay.inject('ann', { ...frame, data: { sdp: data['sdp'], to: 'ann' } }); // this one is told of
      await ann.page.evaluate(() => kit.failsWith('tampered'));
      await bo.page.evaluate(() => kit.meet().raiseHand(true));
      await ann.page.evaluate(() => kit.until('the hand of the true one', () => kit.meet().peers[0]?.hand === true));
      const answered = relay.signals.filter(({ data: { x } }) => JSON.stringify(x ?? '').includes('another-session'));
      assert.deepEqual(answered, []);
      assert.equal(await ann.page.evaluate(() => kit.meet().matches(':state(verified)')), true);
      await nothingUncaught([ann, bo]);
    });

    it(`guesses twenty times at the passphrase, and no more, in ${browser}`, async () => {
      const room = trust.newRoom();
      const ann = await trust.come(room, 'Ann', browser, { passphrase: PASSPHRASE });
      const bo = await trust.come(room, 'Bo', browser, { passphrase: 'a guess' });
      await ann.page.evaluate(() => kit.trusting.becomes('Bo', 'refused', 'passphrase'));
      await bo.page.evaluate(() => kit.proofs().guess(25));
      await ann.page.evaluate(() => kit.trusting.becomes('Bo', 'refused', 'attempts'));
      assert.equal(await ann.page.evaluate(() => kit.proofs().said.filter((word) => word === 'tag').length), 20);
      assert.deepEqual(await ann.page.evaluate(() => kit.trusting.told('bo')), [
        'peer-refused passphrase',
        'peer-refused attempts',
      ]);
      await nothingSent([ann]);
      await nothingUncaught([ann, bo]);
    });

    it(`is nobody but what the server kept of before, nor does it end what goes on, in ${browser}`, async () => {
      const kept: Frame[] = [];
      trust.relay.attack((frame, { user, direction }) => {
        if (direction === 'down' && user === 'ann' && frame.from === 'bo') kept.push(frame);
        return [frame];
      });
      const [ann, bo] = await trust.twoVerified(browser);
      await leaves(bo);
      await ann.page.evaluate(() => kit.connectedTo(0));
      const old = kept.splice(0);
      const again = await trust.come(trust.room, 'Bo', browser, { passphrase: PASSPHRASE });
      const guests = [ann, again];
      await each(guests, () => kit.trusting.verified(1));
      await each(guests, () => kit.flowing(1));
      const before = await settled(guests);
      const hello = kept.find((frame) => roomWordOf(frame)?.word === 'hello');
      const session = hello && roomWordOf(hello)?.session;
      assert(session);
      for (const frame of old) trust.relay.inject('ann', frame);
      trust.relay.inject('ann', {
        type: 'chat.typing',
        room: trust.room,
        from: 'bo',
        data: { ...hello.data, x: { v: 1, word: 'bye', session } },
      });
      // What comes behind is taken after it; and who would be taken for another in a second is not.
      await each(guests, () => kit.watchOffers());
      await each(guests, () => kit.offerNow());
      await each(guests, () => kit.negotiated());
      await again.page.evaluate(() => kit.meet().raiseHand(true));
      await ann.page.evaluate(() => kit.until('the hand', () => kit.meet().peers[0]?.hand === true));
      await each(guests, () => kit.flowing(1));
      assert.deepEqual(await settled(guests), before);
      assert.deepEqual(await each(guests, () => kit.trusting.levels()), [['passphrase'], ['passphrase']]);
      assert.deepEqual(await each(guests, () => kit.proofs().early), [[], []]);
      await nothingUncaught(guests);
    });
  }
});
