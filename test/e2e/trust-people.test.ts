import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { hide, inLists, passOff, rename } from '../rig/attacks.js';
import { each, nothingUncaught } from '../rig/people.js';
import { BROWSERS, everyoneMeets, type Guest } from './stage.js';
import { nothingSent, PASSPHRASE, TrustStage } from './trust-stage.js';

describe('a server that says other things of who is there', () => {
  let trust: TrustStage;
  before(async () => {
    trust = await TrustStage.open();
  });
  afterEach(() => trust.clear());
  after(() => trust.close());

  for (const browser of BROWSERS) {
    it(`calls somebody by another name, who is refused although they know the passphrase, in ${browser}`, async () => {
      trust.relay.attack(rename('bo', 'The doctor'));
      const [ann, bo] = await trust.two(browser, { passphrase: PASSPHRASE });
      await ann.page.evaluate(() => kit.trusting.becomes('The doctor', 'refused', 'name'));
      assert.deepEqual(await ann.page.evaluate(() => kit.trusting.told('bo')), ['peer-refused name']);
      await nothingSent([ann]);
      assert.equal(await bo.page.evaluate(() => kit.trusting.shown()), 0);
      await nothingUncaught([ann, bo]);
    });

    it(`passes two off as each other, to a third who refuses both, in ${browser}`, async () => {
      trust.relay.attack(passOff('bo', 'cy', 'ann'));
      const room = trust.newRoom();
      const guests: Guest[] = [];
      for (const name of ['Ann', 'Bo', 'Cy']) {
        guests.push(await trust.come(room, name, browser, { passphrase: PASSPHRASE }));
      }
      const [ann, bo, cy] = guests;
      assert(ann && bo && cy);
      for (const name of ['Bo', 'Cy']) {
        await ann.page.evaluate((who) => kit.trusting.becomes(who, 'refused', 'identity'), name);
      }
      await nothingSent([ann]);
      // They know each other all the same.
      await bo.page.evaluate(() => kit.trusting.becomes('Cy', 'passphrase'));
      await cy.page.evaluate(() => kit.trusting.becomes('Bo', 'passphrase'));
      await each([bo, cy], () => kit.flowing(1));
      await nothingUncaught(guests);
    });

    it(`lists somebody who is not there, and everybody else goes on, in ${browser}`, async () => {
      trust.relay.attack(inLists((users) => [...users, { userID: 'ghost', username: 'Ghost' }]));
      const guests = await trust.two(browser, { passphrase: PASSPHRASE });
      await guests[0].page.evaluate(() => kit.trusting.becomes('Bo', 'passphrase'));
      await guests[1].page.evaluate(() => kit.trusting.becomes('Ann', 'passphrase'));
      await each(guests, () => kit.trusting.becomes('Ghost', 'refused', 'unsupported'));
      await each(guests, () => kit.flowing(1));
      const [one, other] = await each(guests, () => kit.trusting.code(1));
      assert.equal(one, other);
      await nothingUncaught(guests);
    });
  }

  it('hides one of three from another: there is no code, and who does not see whom is said', async () => {
    trust.relay.attack(hide('cy', 'ann'));
    const room = trust.newRoom();
    const ann = await trust.come(room, 'Ann', 'chromium');
    const bo = await trust.come(room, 'Bo', 'firefox');
    await everyoneMeets([ann, bo]);
    const before = await each([ann, bo], () => kit.trusting.code(1));
    assert.equal(before[0], before[1]);
    const cy = await trust.come(room, 'Cy', 'chromium');
    await Promise.all([bo, cy].map(({ page }) => page.evaluate(() => kit.trusting.split())));
    const [safety] = await each([bo], () => kit.trusting.safety());
    assert.equal(safety?.code, undefined);
    assert.ok(safety?.missing.length, 'nobody is said to be missing');
    await nothingUncaught([ann, bo, cy]);
  });
});
