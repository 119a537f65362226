import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { MAX_NAME_LENGTH, hueOf, initials, plainName } from '../../../src/elements/shared/person.js';

describe('a person’s name', () => {
  it('loses the characters that could make it look like another', () => {
    expect(plainName('Ann\u202enoB')).to.equal('Ann noB');
    expect(plainName('  A\u0000n\nn\t\u200b')).to.equal('A n n');
    expect(plainName('\u2066\u2069\ufeff')).to.equal('');
  });

  it('stays short whatever comes, and is never cut inside a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        const plain = plainName(name);
        expect([...plain].length).to.be.at.most(MAX_NAME_LENGTH);
        expect(() => encodeURIComponent(plain)).not.to.throw(); // it does for half a surrogate pair
      }),
    );
  });

  it('gives the initials of its first and last word, in any script', () => {
    expect(initials('ann-sofie maria lindqvist')).to.equal('AL');
    expect(initials('Bo')).to.equal('B');
    expect(initials('مريم')).to.equal('م');
    expect(initials('👩‍🚀 Ann')).to.equal('👩‍🚀A');
    expect(initials(' ')).to.equal('');
  });

  it('keeps its hue, by the id', () => {
    expect(hueOf('a')).to.equal(hueOf('a'));
    fc.assert(
      fc.property(fc.string(), (id) => {
        expect(hueOf(id)).to.be.within(0, 359);
      }),
    );
    const hues = new Set(Array.from({ length: 100 }, (_, index) => hueOf(`user-${index}`)));
    expect(hues.size).to.be.greaterThan(60);
  });

  it('tells ids apart that differ in their last letter only', () => {
    const hues = Array.from('0123456789', (digit) => Math.floor(hueOf(`guest-${digit}`) / 30));
    expect(new Set(hues).size).to.be.at.least(6);
  });
});
