import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { cleanName } from '../../src/files/file-name.js';

describe('the name of a file', () => {
  it('is what it is where nothing is wrong with it', () => {
    for (const name of [
      'contract.pdf',
      'Ünïcode – 写真.jpeg',
      'no extension',
      'a.tar.gz',
      'עברית.txt',
      '👩‍👧.png'.replace('\u200d', ''),
    ])
      expect(cleanName(name)).to.equal(name);
  });

  it('loses what misleads, hides or leads elsewhere', () => {
    const cases: readonly (readonly [said: string, shown: string])[] = [
      ['../../etc/passwd', 'passwd'],
      ['C:\\Windows\\system32\\cmd.exe', 'cmd.exe'],
      ['photo\u202Egnp.exe', 'photognp.exe'],
      ['a\u0000b\nc\u200f.txt', 'abc.txt'],
      ['.bashrc', 'bashrc'],
      ['..', 'file'],
      ['', 'file'],
      ['/', 'file'],
      ['CON', 'CON_'],
      ['nul.txt', 'nul_.txt'],
      ['com1.tar.gz', 'com1_.tar.gz'],
      ['a<b>:"c|d?*.txt', 'a_b___c_d__.txt'],
      ['trailing. . .', 'trailing'],
      ['half\ud83d.png', 'half\ufffd.png'],
    ];
    for (const [said, shown] of cases) expect(cleanName(said), JSON.stringify(said)).to.equal(shown);
  });

  it('is cut in the middle, so that it keeps its extension', () => {
    const cut = cleanName(`${'é'.repeat(300)}.jpeg`);
    expect(cut.endsWith('é.jpeg')).to.equal(true);
    expect(new TextEncoder().encode(cut).length).to.be.within(190, 200);
    expect(cleanName(`a.${'b'.repeat(300)}`)).to.have.length(200);
  });

  it('is safe whatever it was, and stays so', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const clean = cleanName(name);
        // eslint-disable-next-line no-control-regex -- they are what is looked for
        expect(clean).to.not.match(/[/\\<>:"|?*\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/u);
        expect(clean).to.not.match(/^[.\s]|[.\s]$|^$/u);
        expect(new TextEncoder().encode(clean).length).to.be.at.most(200);
        expect(cleanName(clean)).to.equal(clean);
      }),
    );
  });
});
