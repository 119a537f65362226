import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { each, nothingUncaught, settled } from '../rig/people.js';
import { BROWSERS, everyoneMeets, type Guest, leaves } from './stage.js';
import { nothingSent, PASSPHRASE, TrustStage } from './trust-stage.js';

const verifiedState = (guests: readonly Guest[]) => each(guests, () => kit.meet().matches(':state(verified)'));

const codes = (guests: readonly Guest[], before?: string): Promise<string[]> =>
  Promise.all(
    guests.map(({ page }) =>
      page.evaluate((others, old) => kit.trusting.code(others, old ?? undefined), guests.length - 1, before ?? null),
    ),
  );

/** Handshakes that were begun, by page. */
const handshakes = (guests: readonly Guest[]) =>
  each(guests, () => kit.proofs().said.filter((word) => word === 'tag').length);

describe('people who know the same passphrase, and nobody between them', () => {
  let trust: TrustStage;
  before(async () => {
    trust = await TrustStage.open();
  });
  afterEach(() => trust.clear());
  after(() => trust.close());

  for (const browser of BROWSERS) {
    it(`send not one packet before the proof, then see and hear each other under one code, in ${browser}`, async () => {
      const guests = await trust.two(browser, { passphrase: PASSPHRASE, isHeld: true });
      await each(guests, () => kit.until('a proof to keep back', () => kit.proofs().said.includes('tag')));
      await each(guests, () => kit.connectedTo(1));
      await nothingSent(guests);
      assert.deepEqual(await verifiedState(guests), [false, false]);
      await each(guests, () => kit.proofs().release());
      await each(guests, () => kit.trusting.verified(1));
      await everyoneMeets(guests);
      assert.deepEqual(await each(guests, () => kit.proofs().early), [[], []]);
      assert.deepEqual(await each(guests, () => kit.trusting.levels()), [['passphrase'], ['passphrase']]);
      const [one, other] = await codes(guests);
      assert.match(one ?? '', /^\d{3} ?\d{3} ?\d{3}$/u);
      assert.equal(one, other);
      assert.deepEqual(await verifiedState(guests), [true, true]);
      assert.deepEqual(await handshakes(guests), [1, 1]);
      await nothingUncaught(guests);
    });

    it(`correct a passphrase without a new connection, in ${browser}`, async () => {
      const room = trust.newRoom();
      const ann = await trust.come(room, 'Ann', browser, { passphrase: PASSPHRASE });
      const bo = await trust.come(room, 'Bo', browser, { passphrase: `${PASSPHRASE}?` });
      const guests = [ann, bo];
      await ann.page.evaluate(() => kit.trusting.becomes('Bo', 'refused', 'passphrase'));
      await bo.page.evaluate(() => kit.trusting.becomes('Ann', 'refused', 'passphrase'));
      await nothingSent(guests);
      const said = await each(guests, async () => {
        await kit.meet().sendData({ data: 'between us' });
        await kit.meet().sendMessage('between us');
        const file = new File(['between us'], 'between us.txt');
        await kit
          .meet()
          .sendFile(file)
          .catch(() => undefined); // Nobody there can take it.
        return kit.proofs().sent.filter((text) => text.includes('between us'));
      });
      assert.deepEqual(said, [[], []]);
      assert.equal(trust.relay.says('between us'), false);
      const before = await settled(guests);
      await bo.page.evaluate((right) => Object.assign(kit.meet(), { passphrase: right }), PASSPHRASE);
      await each(guests, () => kit.trusting.verified(1));
      await everyoneMeets(guests);
      assert.deepEqual(await settled(guests), before);
      assert.deepEqual(await each(guests, () => kit.proofs().early), [[], []]);
      await nothingUncaught(guests);
    });

    it(`stay verified through restarts of ICE, of the server and of the connection, in ${browser}`, async () => {
      const guests = await trust.twoVerified(browser);
      const before = await codes(guests);
      await each(guests, () => kit.watchOffers());
      await each(guests, () => kit.offerNow());
      await each(guests, () => kit.negotiated());
      await each(guests, () => kit.flowing(1));

      await trust.stage.restartServer(async () => {
        await each(guests, () => kit.inState('reconnecting'));
      });
      await each(guests, () => kit.inState('joined'));
      await each(guests, () => kit.flowing(1));
      assert.deepEqual(await each(guests, () => witness.everConnected.size), [1, 1]);
      assert.deepEqual(await each(guests, () => kit.proofs().said.filter((word) => word === 'hello').length), [1, 1]);

      await guests[0].page.evaluate(() => kit.giveUp());
      await each(guests, () => kit.until('a second connection', () => witness.everConnected.size === 2));
      await each(guests, () => kit.until('one connection', () => kit.trusting.open() === 1));
      await each(guests, () => kit.flowing(1));
      await each(guests, () => kit.trusting.verified(1));
      assert.deepEqual(await codes(guests), before);
      assert.deepEqual(await handshakes(guests), [1, 1]);
      assert.deepEqual(await each(guests, () => ['ann', 'bo'].flatMap((id) => kit.trusting.told(id))), [[], []]);
      await nothingUncaught(guests);
    });

    it(`are strangers again once they come back, of whom a confirmed code says nothing, in ${browser}`, async () => {
      const room = trust.newRoom();
      const [ann, bo] = await trust.two(browser, {}, room);
      const [code = '', other] = await codes([ann, bo]);
      assert.equal(code, other);
      const isRight = await ann.page.evaluate((seen) => kit.trusting.confirm(seen), code);
      assert.equal(isRight, true);
      await ann.page.evaluate(() => kit.trusting.becomes('Bo', 'code'));
      assert.deepEqual(await verifiedState([ann, bo]), [true, false]);
      await leaves(bo);
      const again = await trust.come(room, 'Bo', browser);
      const fresh = await codes([ann, again], code);
      assert.equal(fresh[0], fresh[1]);
      assert.deepEqual(await ann.page.evaluate(() => kit.trusting.levels()), ['unverified']);
      assert.equal(await ann.page.evaluate((seen) => kit.trusting.confirm(seen), code), false);
      assert.deepEqual(await verifiedState([ann, again]), [false, false]);
      await nothingUncaught([ann, again]);
    });
  }

  for (const passphrase of [PASSPHRASE, undefined]) {
    it(`have one code, the three of them, ${passphrase ? 'and each is verified' : 'without a passphrase too'}`, async () => {
      const room = trust.newRoom();
      const options = passphrase === undefined ? {} : { passphrase };
      const guests = [
        await trust.come(room, 'Ann', 'chromium', options),
        await trust.come(room, 'Bo', 'firefox', options),
        await trust.come(room, 'Cy', 'chromium', options),
      ];
      await everyoneMeets(guests);
      assert.equal(new Set(await codes(guests)).size, 1);
      assert.deepEqual(
        await verifiedState(guests),
        guests.map(() => passphrase !== undefined),
      );
      await nothingUncaught(guests);
    });
  }
});
