import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { difference, patched } from '../../src/protocol/difference.js';
import { LIMITS } from '../../src/protocol/limits.js';
import { hostileValue } from './wire.js';

const overWire = (value: unknown): unknown[] => JSON.parse(JSON.stringify(value)) as unknown[];

/** Lines of which many are the same, as in descriptions. */
const text = fc
  .array(fc.constantFrom('', 'a', 'b', 'c', 'a=mid:0', 'a=ice-ufrag:x'), { minLength: 1, maxLength: 40 })
  .map((lines) => lines.join('\r\n'));

describe('what differs between two descriptions', () => {
  it('makes the other one of the first', () => {
    fc.assert(
      fc.property(text, text, (from, to) => {
        expect(patched(from, overWire(difference(from, to)))).to.equal(to);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is nothing between the same, and no more than the lines that are others', () => {
    expect(difference('a\r\nb', 'a\r\nb')).to.deep.equal([]);
    expect(difference('a\r\nb\r\nc', 'a\r\nx\r\nc')).to.deep.equal([[1, 1, 'x']]);
    expect(difference('a\r\nb\r\nc\r\nd', 'b\r\nc\r\nx\r\ny\r\nd')).to.deep.equal([
      [0, 1],
      [2, 0, 'x', 'y'],
    ]);
  });

  it('is of no use where it is none', () => {
    const bad: unknown[][] = [
      [1],
      ['ab'],
      [[]],
      [[0]],
      [[0, -1]],
      [[-1, 0]],
      [[0.5, 0]],
      [['0', 0]],
      [[0, 0, 1]],
      [[0, 4]],
      [[4, 0]],
      [
        [2, 1],
        [0, 1],
      ],
      [[2 ** 53, 0]],
      [[0, 0, 'x'.repeat(LIMITS.openSdp)]],
      [[0, 0, ...Array.from({ length: LIMITS.lines + 2 }, () => 'm=audio 9')]],
    ];
    for (const hunks of bad) {
      expect(patched('a\r\nb\r\nc', hunks), JSON.stringify(hunks).slice(0, 60)).to.equal(undefined);
    }
  });

  it('never throws, and makes nothing that is too long, whoever wrote it', () => {
    const number = fc.oneof(fc.nat(50), hostileValue);
    const hunk = fc.tuple(number, number, fc.array(hostileValue, { maxLength: 3 })).map(([keep, gone, lines]) => {
      return [keep, gone, ...lines];
    });
    fc.assert(
      fc.property(text, fc.array(fc.oneof(hunk, hostileValue), { maxLength: 6 }), (from, hunks) => {
        const sdp = patched(from, hunks);
        if (sdp !== undefined) expect(sdp.length).to.be.at.most(LIMITS.openSdp);
      }),
      { numRuns: 1_000 },
    );
  });
});
