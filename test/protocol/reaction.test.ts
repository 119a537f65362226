import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { isEmoji, parseReaction, serializeReaction } from '../../src/protocol/reaction.js';
import { hostileValue } from './wire.js';

const EMOJI = ['👍', '👍🏽', '❤️', '🇩🇪', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '👨‍👩‍👧‍👦', '👩🏽‍❤️‍💋‍👨🏽', '1️⃣', '🎉', '✋🏿'];

describe('a reaction', () => {
  it('is one emoji, whatever it is made of, and arrives as it was', () => {
    for (const emoji of EMOJI) {
      expect(isEmoji(emoji), emoji).to.equal(true);
      expect(parseReaction(serializeReaction(emoji))).to.equal(emoji);
    }
  });

  it('is nothing else', () => {
    const others = [
      '',
      ' ',
      'a',
      '1',
      '#',
      'ok',
      '👍👍',
      '👍 ',
      '👍a',
      '👍\u0301',
      '\u200d',
      '\ufe0f',
      '🏽👍',
      '\ud83d',
      '<b>',
      '\u202e👍',
    ];
    for (const other of others) {
      expect(isEmoji(other), JSON.stringify(other)).to.equal(false);
      expect(parseReaction(JSON.stringify({ v: 1, reaction: other })), JSON.stringify(other)).to.equal(undefined);
    }
    expect(isEmoji('👍' + '\u200d👍'.repeat(10)), 'one grapheme, and a long one').to.equal(false);
  });

  it('is refused when it is none, whatever a hostile peer sends', () => {
    for (const data of [
      undefined,
      null,
      1,
      new ArrayBuffer(8),
      '',
      '{',
      'null',
      '[]',
      '{"v":2,"reaction":"👍"}',
      '"👍"',
    ]) {
      expect(parseReaction(data)).to.equal(undefined);
    }
    expect(parseReaction(JSON.stringify({ v: 1, reaction: '👍', more: 'x'.repeat(128) })), 'too long').to.equal(
      undefined,
    );
    fc.assert(
      fc.property(hostileValue, hostileValue, (reaction, extra) => {
        for (const data of [reaction, JSON.stringify({ v: 1, reaction }), JSON.stringify({ v: 1, reaction, extra })]) {
          const read = parseReaction(data);
          if (read !== undefined) expect(read.length).to.be.at.most(16);
        }
      }),
    );
  });
});
