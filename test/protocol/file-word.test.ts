import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  fileLabel,
  type FileWord,
  parseFileWord,
  serializeFileWord,
  transferOf,
} from '../../src/protocol/file-word.js';
import { imageEnd, imageStart, parseImageWord } from '../../src/protocol/image-word.js';

const id = '80262f9a-cc5e-4f35-951b-071499a56c0c';
const digest = 'ab'.repeat(32);
const WORDS: readonly FileWord[] = [
  { kind: 'offer', id, name: 'a "b" – ü.png', type: 'image/png', size: 0 },
  { kind: 'offer', id, name: '', type: '', size: 2 ** 40 },
  { kind: 'sent', id, digest },
  { kind: 'withdraw', id, broken: true },
  { kind: 'withdraw', id, broken: false },
  { kind: 'accept', id, from: 1_048_576 },
  { kind: 'got', id, bytes: 5 },
  { kind: 'decline', id },
  { kind: 'cancel', id },
  { kind: 'done', id },
  { kind: 'failed', id, rejected: true },
];

describe('words of files', () => {
  it('are read as they were written', () => {
    for (const word of WORDS) expect(parseFileWord(serializeFileWord(word))).to.deep.equal(word);
    expect(transferOf(fileLabel(id))).to.equal(id);
  });

  it('that lack something, or have what can’t be, are none', () => {
    const word = (of: object) => parseFileWord(JSON.stringify({ v: 1, id, ...of }));
    for (const of of [
      { kind: 'offer', name: 'a', type: '' },
      { kind: 'offer', name: 5, type: '', size: 1 },
      { kind: 'offer', name: 'a', type: '', size: -1 },
      { kind: 'offer', name: 'x'.repeat(256), type: '', size: 1 },
      { kind: 'sent', digest: 'AB'.repeat(32) },
      { kind: 'sent', digest: 'ab' },
      { kind: 'accept', from: 1.5 },
      { kind: 'accept' },
      { kind: 'got', bytes: '1' },
      { kind: 'done', id: '' },
      { kind: 'done', id: 'a b' },
      { kind: 'done', id: 'a'.repeat(65) },
      { kind: 'done', v: 2 },
      { kind: 'else' },
      {},
    ])
      expect(word(of), JSON.stringify(of)).to.equal(undefined);
    for (const label of ['pm-file:', 'pm-file:../x', 'pm-files', 'pmfile:', ''])
      expect(transferOf(label)).to.equal(undefined);
  });

  it('are found in anything without an error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.json(), fc.string()), (data) => {
        for (const word of [parseFileWord(data), parseImageWord(data)]) if (word) expect(word.id).to.be.a('string');
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...WORDS), fc.nat(), fc.string({ minLength: 1, maxLength: 1 }), (word, at, char) => {
        const text = serializeFileWord(word);
        parseFileWord(text.slice(0, at % text.length) + char + text.slice((at % text.length) + 1));
      }),
    );
  });
});

describe('words of deployed clients’ images', () => {
  it('are read as they were written', () => {
    expect(parseImageWord(imageStart(id, 'a.png', 'image/png', 59_867))).to.deep.equal(
      { t: 'img-start', id, name: 'a.png', mime: 'image/png', size: 59_867 }, // prettier-ignore
    );
    expect(parseImageWord(imageEnd(id))).to.deep.equal({ t: 'img-end', id });
  });

  it('need no more than a kind and a size', () => {
    expect(parseImageWord('{"t":"img-start","size":5}')).to.deep.equal({
      t: 'img-start',
      id: '',
      name: '',
      mime: '',
      size: 5,
    });
    for (const text of ['{"t":"img-start"}', '{"t":"x","size":5}', '[]', 'null', ''])
      expect(parseImageWord(text)).to.equal(undefined);
  });
});
