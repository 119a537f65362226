import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { nothingUncaught } from '../rig/people.js';
import { BROWSERS } from './stage.js';
import { TrustStage } from './trust-stage.js';

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
  }
});
