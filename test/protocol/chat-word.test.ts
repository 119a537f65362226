import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { type ChatWord, parseChatWord, serializeChatWord } from '../../src/protocol/chat-word.js';
import { LIMITS } from '../../src/protocol/limits.js';
import { messageText } from '../../src/protocol/shape.js';

describe('a word of the chat', () => {
  it('comes out as it went in', () => {
    const words: ChatWord[] = [
      { kind: 'message', id: 'a', text: 'Grüße\n\t"👩‍👩‍👧"' },
      { kind: 'message', id: 'a', text: '\\'.repeat(LIMITS.message) },
      { kind: 'got', id: 'a' },
      { kind: 'typing', typing: true },
      { kind: 'typing', typing: false },
    ];
    for (const word of words) expect(parseChatWord(serializeChatWord(word))).to.deep.equal(word);
  });

  it('is nothing else', () => {
    const message = { v: 1, kind: 'message', id: 'a', text: 'hi' };
    for (const value of [
      null,
      [],
      'hi',
      5,
      { ...message, v: 2 },
      { ...message, kind: 'hello' },
      { ...message, id: '' },
      { ...message, id: 'a'.repeat(129) },
      { ...message, text: '' },
      { ...message, text: ' \u0007 ' },
      { ...message, text: 5 },
      { ...message, text: 'a'.repeat(LIMITS.message + 1) },
      { v: 1, kind: 'got' },
    ])
      expect(parseChatWord(JSON.stringify(value)), JSON.stringify(value).slice(0, 50)).to.equal(undefined);
    for (const data of [undefined, new ArrayBuffer(8), '{', ' '.repeat(30_000)])
      expect(parseChatWord(data)).to.equal(undefined);
  });

  it('never throws, and its text is within bounds', () => {
    fc.assert(
      fc.property(fc.anything(), fc.string({ unit: 'binary', maxLength: 200 }), (value, text) => {
        parseChatWord(value);
        const word = parseChatWord(JSON.stringify({ v: 1, kind: 'message', id: 'a', text }));
        if (word?.kind !== 'message') return;
        // eslint-disable-next-line no-control-regex -- they are what must not be there
        expect(word.text).to.not.match(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]|\p{Surrogate}/u);
        expect(word.text.trim()).to.equal(word.text);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('the text of a message', () => {
  it('keeps what a person wrote: line feeds, tabs, joined emoji, marks of direction', () => {
    for (const text of ['a\nb', 'a\tb', '👨‍👩‍👧‍👦', 'א\u200fב', 'e\u0301'.repeat(20)])
      expect(messageText(text)).to.equal(text);
    expect(messageText('a\r\nb\rc')).to.equal('a\nb\nc');
  });
});
