import { expect } from '@open-wc/testing';
import { concat, framed, hashOf, u32 } from '../../src/trust/bytes.js';
import {
  agree,
  createGenerator,
  createShare,
  createTag,
  preparePassphrase,
  supportsTrust,
} from '../../src/trust/cpace.js';
import { mapToCurve } from '../../src/trust/elligator.js';
import { recordOf } from '../../src/trust/record.js';
import { fromHex, hex, secretKey } from './secret-keys.js';
import draft from './vectors/cpace.json' with { type: 'json' };
import ours from './vectors/trust.json' with { type: 'json' };

describe('a proof that both know the passphrase', () => {
  it('is reckoned as the draft of CPace does', async () => {
    const [ci, sid] = [fromHex(draft.ci), fromHex(draft.sid)];
    expect(hex(mapToCurve(fromHex(draft.hash)))).to.equal(draft.g);
    const generator = await createGenerator(fromHex(draft.prs), ci, sid);
    expect(hex(generator)).to.equal(draft.g);
    const [a, b] = await Promise.all(
      [draft.ya, draft.yb].map(async (scalar) => createShare(generator, await secretKey(scalar))),
    );
    expect(hex(a!.share)).to.equal(draft.Ya);
    expect(hex(b!.share)).to.equal(draft.Yb);
    const sides = [
      { share: a!.share, data: fromHex(draft.ADa) },
      { share: b!.share, data: fromHex(draft.ADb) },
    ] as const;
    expect(hex(await agree(sid, a!.key, b!.share, sides))).to.equal(draft.ISK);
    expect(hex(await agree(sid, b!.key, a!.share, sides))).to.equal(draft.ISK);
  });

  it('is none with a share that leads everybody to the same secret', async () => {
    const key = await secretKey(draft.lowOrder.scalar);
    for (const { u, product } of draft.lowOrder.points) {
      const isLow = /^0+$/.test(product);
      const side = { share: fromHex(u), data: fromHex('00') };
      const agreed = agree(fromHex('00'), key, fromHex(u), [side, side]);
      // Firefox refuses all of these points, also those that are low only to who does not clear the highest bit.
      const multiplied = await createShare(fromHex(u), key).catch(() => undefined);
      if (isLow) expect(multiplied, u).to.equal(undefined);
      else if (multiplied) expect(hex(multiplied.share), u).to.equal(product);
      expect(await agreed.catch(() => undefined), u).to.satisfy(
        (result: unknown) => (result === undefined) === (multiplied === undefined),
      );
    }
  });

  it('is reckoned as another implementation of ours does', async () => {
    const { pake, people } = ours;
    const [ann, bo] = people.map(({ fingerprint, ...person }) => ({ ...person, fingerprint: fromHex(fingerprint) }));
    expect(hex(preparePassphrase(pake.passphrase))).to.equal(pake.prs);
    const context = framed('private-meet trust 1', ours.room);
    expect(hex(context)).to.equal(pake.ci);
    const sid = concat(ann!.fingerprint, bo!.fingerprint, u32(pake.run));
    expect(hex(sid)).to.equal(pake.sid);
    const generator = await createGenerator(fromHex(pake.prs), context, sid);
    expect(hex(generator)).to.equal(pake.g);
    const a = await createShare(generator, await secretKey(pake.ya));
    const b = await createShare(generator, await secretKey(pake.yb));
    expect([hex(a.share), hex(b.share)]).to.deep.equal([pake.Ya, pake.Yb]);
    const [one, other] = [
      { share: a.share, data: recordOf(ann!) },
      { share: b.share, data: recordOf(bo!) },
    ];
    expect([hex(one.data), hex(other.data)]).to.deep.equal([pake.ADa, pake.ADb]);
    const secret = await agree(sid, a.key, b.share, [one, other]);
    expect(hex(secret)).to.equal(pake.ISK);
    expect(hex(await createTag(sid, secret, one))).to.equal(pake.tagInitiator);
    expect(hex(await createTag(sid, secret, other))).to.equal(pake.tagResponder);
  });

  it('takes a passphrase as it is meant, not as it was typed', () => {
    for (const { text, prs } of ours.passphrases) expect(hex(preparePassphrase(text)), text).to.equal(prs);
    expect(preparePassphrase('e\u0301 \u00a0\u2003x')).to.deep.equal(preparePassphrase(' \u00e9 x\u3000'));
    expect(preparePassphrase(' \u3000 ')).to.have.length(0);
  });

  it('hashes a passphrase of any length', async () => {
    const [ci, sid] = [fromHex('00'), fromHex('01')];
    const long = await createGenerator(preparePassphrase('x'.repeat(1000)), ci, sid);
    const expected = concat(framed('CPace255', 'x'.repeat(1000), '', ci, sid));
    expect(hex(long)).to.equal(hex(mapToCurve((await hashOf('SHA-512', expected)).slice(0, 32))));
  });

  it('can be made in this browser', async () => {
    expect(await supportsTrust()).to.equal(true);
  });
});
