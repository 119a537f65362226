import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { codePoints, LIMITS } from '../../src/protocol/limits.js';
import { displayText, isRecord, safeInteger, shortText } from '../../src/protocol/shape.js';

describe('a name as it is shown', () => {
  it('loses control characters and those that turn the direction', () => {
    expect(displayText('Ann\u202eoB\u202c')).to.equal('AnnoB');
    expect(displayText('\u0000A\u001b[31mn\u0085n\u007f')).to.equal('A[31mnn');
    expect(displayText('\u2066\u2067\u2068\u2069\u200e\u200f\u202a\u202b\u202d\ufeff')).to.equal('');
    expect(displayText('a\u061cb'), 'the Arabic letter mark').to.equal('ab');
    expect(displayText('  Ann\n')).to.equal('Ann');
  });

  it('keeps what scripts and emoji need', () => {
    for (const name of ['مريم', 'नमस्ते', '👩\u200d🚀', 'می\u200cخواهم', 'Zoë']) expect(displayText(name)).to.equal(name);
  });

  it('is short and well-formed, whatever comes', () => {
    const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\ud800', '\udc00', '\u202e', '👩'));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 300 }), (pieces) => {
        const shown = displayText(pieces.join(''));
        expect(shown).to.not.match(/\p{Surrogate}/u);
        expect(codePoints(shown)).to.be.at.most(LIMITS.text);
        // eslint-disable-next-line no-control-regex -- they are what is looked for
        expect(shown).to.not.match(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
        expect(displayText(shown), 'shown again, the same').to.equal(shown);
      }),
    );
  });
});

describe('shapes', () => {
  it('a record is an object and no array', () => {
    expect([{}, { a: 1 }].every(isRecord)).to.equal(true);
    expect([[], null, undefined, 'a', 1, true].some(isRecord)).to.equal(false);
  });

  it('short text is neither empty nor long', () => {
    expect(shortText('a')).to.equal('a');
    expect(shortText('a'.repeat(LIMITS.text))).to.have.length(LIMITS.text);
    for (const value of ['', 'a'.repeat(LIMITS.text + 1), 1, null, ['a']]) expect(shortText(value)).to.equal(undefined);
  });

  it('a count is whole and not negative', () => {
    expect(safeInteger(0)).to.equal(0);
    for (const value of [-1, 0.5, Number.NaN, Infinity, 2 ** 53, '1', null])
      expect(safeInteger(value)).to.equal(undefined);
  });

  it('lengths are counted in code points, as the server counts', () => {
    expect(codePoints('👩a')).to.equal(2);
  });
});
