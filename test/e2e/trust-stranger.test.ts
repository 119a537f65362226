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
    it(`gets a connection and nothing on it, and takes over no proof, in ${browser}`, async () => {
      const [ann] = await trust.twoVerified(browser);
      const { room, relay, stage } = trust;
      const page = await stage.page('chromium');
      const data = await page.evaluate(async () => {
        kit.stranger = await kit.Stranger.create('another-session');
        return kit.stranger.offer();
      });
      relay.inject('ann', { type: 'webrtc.offer', room, from: 'bo', data: { ...data, to: 'ann' } });
      const answer = await relay.answerTo('another-session.0');
      await page.evaluate((sdp) => kit.stranger?.introduce(sdp, 'bo', 'Bo'), String(answer.data['sdp']));
      await ann.page.evaluate(() => kit.trusting.becomes('Bo', 'refused', 'no-passphrase'));
      assert.equal(await page.evaluate(() => kit.stranger?.packets()), 0);
      await ann.page.evaluate(() => kit.until('nobody to be shown', () => kit.trusting.shown() === 0));
      const heard = (await page.evaluate(() => kit.stranger?.heard)) ?? [];
      assert.ok(heard.some((word) => word.includes('"trust":"hello"')), 'the connection led to nobody'); // prettier-ignore
      assert.equal(heard.some((word) => word.includes('"microphone":true')), false, 'it was told how Ann is'); // prettier-ignore
      assert.equal(await ann.page.evaluate(() => kit.meet().matches(':state(verified)')), false);
      await nothingUncaught([ann]);
    });
  }
});
