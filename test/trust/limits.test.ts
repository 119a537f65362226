import { expect } from '@open-wc/testing';
import { Guesses } from '../../src/trust/guesses.js';
import { roundLimit } from '../../src/trust/round-limit.js';
import { ManualTime } from '../signaling/manual-time.js';

const countOf = (times: number, take: (at: number) => boolean): number =>
  Array.from({ length: times }, (_, at) => take(at)).filter(Boolean).length;

describe('guesses at our passphrase', () => {
  it('are twenty that fail, by one or by many', () => {
    const one = new Guesses(() => 8);
    expect(countOf(100, () => one.take('a'))).to.equal(20);
    const many = new Guesses(() => 8);
    const take = (at: number) => {
      const isTaken = many.take(`certificate ${String(at)}`);
      many.fail(`certificate ${String(at)}`);
      return isTaken;
    };
    expect(countOf(100, take)).to.equal(20);
  });

  it('are twenty-eight at most where none is waited for, with room for eight', () => {
    const guesses = new Guesses(() => 8);
    expect(countOf(100, (at) => guesses.take(String(at)))).to.equal(28);
  });

  it('of who proves themselves are none, and only theirs', () => {
    const guesses = new Guesses(() => 8);
    expect(countOf(15, () => guesses.take('mallory'))).to.equal(15);
    expect(countOf(3, () => guesses.take('bo'))).to.equal(3);
    guesses.prove('bo');
    expect(
      countOf(100, () => guesses.take('bo')),
      'they need not guess any more',
    ).to.equal(100);
    expect(countOf(100, () => guesses.take('mallory'))).to.equal(5);
  });
});

describe('rounds of the safety code', () => {
  it('are twelve at once, and then one in ten seconds', () => {
    const time = new ManualTime();
    const limit = roundLimit(time);
    expect(countOf(100, () => limit.admits(''))).to.equal(12);
    let taken = 12;
    for (let second = 0; second < 3_600; second += 1) {
      time.advance(1_000);
      taken += countOf(5, () => limit.admits(''));
    }
    expect(taken).to.be.within(12 + 359, 12 + 360);
  });
});
