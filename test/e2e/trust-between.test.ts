import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Refusal } from '../../src/trust/state.js';
import { Between } from '../rig/between.js';
import type { Words } from '../rig/mallory.js';
import { each, nothingUncaught } from '../rig/people.js';
import { BROWSERS, type BrowserName } from './stage.js';
import { nothingSent, PASSPHRASE, type PersonOptions, TrustStage } from './trust-stage.js';

/** How each end takes what somebody in between makes of the other's words, where a passphrase is required. */
const CAUGHT: readonly (readonly [Words, refusal: Refusal, title: string])[] = [
  ['pass', 'passphrase', 'passes the proofs on'],
  ['spoil', 'passphrase', 'changes the proofs'],
  ['disarm', 'no-passphrase', 'says for either that they have no passphrase'],
  ['swallow', 'unsupported', 'lets no proof through'],
  ['reflect', 'identity', 'gives each their own words back'],
];

describe('somebody between two people, by the server’s doing', () => {
  let trust: TrustStage;
  before(async () => {
    trust = await TrustStage.open();
  });
  afterEach(() => trust.clear());
  after(() => trust.close());

  const meet = async (browser: BrowserName, words: Words, options: PersonOptions = {}) => {
    const room = trust.newRoom();
    const { attack, page: between } = await Between.open(trust.stage, { victims: ['ann', 'bo'], room, words });
    trust.relay.attack(attack);
    const [ann, bo] = await trust.two(browser, options, room);
    await between.evaluate(() => kit.mallory?.stands());
    return { between, ann, bo, guests: [ann, bo] };
  };

  for (const browser of BROWSERS) {
    it(`sees, hears and reads all where nothing is required, in ${browser}`, async () => {
      const { between, ann, bo, guests } = await meet(browser, 'pass');
      await each(guests, () => kit.connectedTo(1));
      await ann.page.evaluate((rgb) => kit.seePicture('Bo', rgb), bo.colour);
      await bo.page.evaluate((rgb) => kit.seePicture('Ann', rgb), ann.colour);
      await between.evaluate(() => kit.mallory?.overhears());
      await ann.page.evaluate(() => kit.meet().sendMessage('between us'));
      await bo.page.evaluate(() => kit.chat(1));
      await between.evaluate(() =>
        kit.until('the message', () => JSON.stringify(kit.mallory?.overheard).includes('between us')),
      );
      assert.deepEqual(await each(guests, () => witness.everConnected.size), [1, 1]);
      await nothingUncaught(guests);
    });

    it(`is seen by the code, which is another at either end, in ${browser}`, async () => {
      const { between, guests } = await meet(browser, 'forge');
      await between.evaluate(() => kit.mallory?.overhears());
      const codes = await each(guests, () => kit.trusting.code(1));
      assert.notEqual(codes[0], codes[1]);
      assert.deepEqual(await each(guests, () => kit.trusting.levels()), [['unverified'], ['unverified']]);
      await nothingUncaught(guests);
    });

    for (const [words, refusal, title] of CAUGHT) {
      it(`gets not one packet where a passphrase is required, and ${title}, in ${browser}`, async () => {
        const { between, ann, bo, guests } = await meet(browser, words, { passphrase: PASSPHRASE });
        for (const [{ page }, other] of [
          [ann, bo],
          [bo, ann],
        ] as const) {
          await page.evaluate((name, why) => kit.trusting.becomes(name, 'refused', why), other.name, refusal);
          const told = await page.evaluate((id) => kit.trusting.told(id), other.id);
          assert.deepEqual(told, [`peer-refused ${refusal}`]);
        }
        assert.equal(await between.evaluate(() => kit.mallory?.mediaPackets()), 0);
        await nothingSent(guests);
        for (const { page } of guests) {
          assert.deepEqual(await page.evaluate((secret) => kit.leaks(secret), PASSPHRASE), []);
        }
        await nothingUncaught(guests);
      });
    }
  }
});
