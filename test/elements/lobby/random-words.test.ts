import { expect } from '@open-wc/testing';
import { randomWords } from '../../../src/elements/lobby/random-words.js';
import { words } from '../../../src/locales/words/en.js';

/** Gives these numbers, one after the other. */
const drawing = (...numbers: number[]): (() => number) => {
  const left = [...numbers];
  return () => left.shift() ?? 0;
};

describe('randomWords', () => {
  it('draws from a list that holds 44 bits in four words, none of them twice in it', () => {
    expect(new Set(words).size).to.equal(words.length);
    expect(4 * Math.log2(words.length)).to.be.at.least(44);
    for (const word of words) expect(word).to.match(/^[a-z]{3,8}$/u);
  });

  it('takes the words that are drawn', () => {
    expect(randomWords(['a', 'b', 'c'], drawing(0, 1, 2, 3))).to.equal('a b c a');
  });

  it('draws anew what would favour the first of them', () => {
    const last = 2 ** 32 - 1; // the one number too many for three to be equally likely
    expect(randomWords(['a', 'b', 'c'], drawing(last, 2, last, last, 1, 0, 0))).to.equal('c b a a');
  });

  it('draws other ones each time', () => {
    expect(new Set(Array.from({ length: 50 }, () => randomWords(words))).size).to.equal(50);
  });
});
