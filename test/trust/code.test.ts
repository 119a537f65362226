import { expect } from '@open-wc/testing';
import { compareBytes, framed, isEqual } from '../../src/trust/bytes.js';
import { codeOf, commitmentOf, viewOf } from '../../src/trust/code.js';
import { recordOf } from '../../src/trust/record.js';
import { fromHex, hex } from './secret-keys.js';
import vectors from './vectors/trust.json' with { type: 'json' };

const personOf = (name: string) => {
  const person = vectors.people.find((each) => each.name === name)!;
  return { record: fromHex(person.record), nonce: fromHex(person.nonce) };
};

describe('the safety code', () => {
  it('is reckoned as another implementation of ours does', async () => {
    for (const { fingerprint, record, nonce: _, ...person } of vectors.people)
      expect(hex(recordOf({ ...person, fingerprint: fromHex(fingerprint) }))).to.equal(record);
    for (const { people, view, e, commitments, code } of vectors.codes) {
      const parts = people.map(personOf);
      const hash = await viewOf(
        vectors.room,
        parts.map(({ record }) => record),
      );
      expect(hex(hash)).to.equal(view);
      const bound = await Promise.all(parts.map((part) => commitmentOf(hash, e, part)));
      expect(bound.map(hex)).to.deep.equal(commitments);
      expect(await codeOf(hash, e, parts)).to.equal(code);
      expect(await codeOf(hash, e, parts.reverse()), 'in any order').to.equal(code);
    }
  });

  it('has nine digits in threes, always', async () => {
    const part = personOf('Ann');
    for (let e = 1; e <= 300; e += 1) expect(await codeOf(part.nonce, e, [part])).to.match(/^\d{3} \d{3} \d{3}$/);
  });

  it('rests on lists of which no two look alike', () => {
    expect(framed('ab', 'c')).to.not.deep.equal(framed('a', 'bc'));
    expect(hex(framed('x'.repeat(300)))).to.match(/^ac0278/);
    expect(hex(framed('x'.repeat(127)))).to.match(/^7f78/);
    expect(hex(framed('x'.repeat(128)))).to.match(/^800178/);
  });

  it('sorts by bytes, what the other begins with first', () => {
    const sorted = ['', '00', '0000', '00ff', '01', 'ff', 'ff00'];
    expect(sorted.map(fromHex).reverse().sort(compareBytes).map(hex)).to.deep.equal(sorted);
    expect(isEqual(fromHex('0102'), fromHex('0102'))).to.equal(true);
    for (const other of ['0103', '8102', '01', '010200', ''])
      expect(isEqual(fromHex('0102'), fromHex(other))).to.be.false;
  });
});
