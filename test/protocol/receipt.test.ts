import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { parseReceipt, serializeReceipt } from '../../src/protocol/receipt.js';
import { parsePeerState } from '../../src/protocol/peer-state.js';

describe('a receipt', () => {
  it('comes out as it went in', () => {
    const receipt = { microphone: 250, camera: 12, screen: 0 };
    expect(parseReceipt(serializeReceipt({ heard: receipt, undecoded: [] }))).to.deep.equal({
      heard: receipt,
      undecoded: [],
    });
    expect(parseReceipt(serializeReceipt({ heard: {}, undecoded: ['screen'] }))).to.deep.equal({
      heard: {},
      undecoded: ['screen'],
    });
  });

  it('leaves out what is no count of a known line', () => {
    const heard =
      '{"v":1,"heard":{"microphone":-1,"camera":"9","screen":1e300,"__proto__":{"x":1},"other":4,"screen-audio":7}}';
    expect(parseReceipt(heard)?.heard).to.deep.equal({ 'screen-audio': 7 });
    const undecoded = '{"v":1,"heard":{},"undecoded":["camera",7,"camera","__proto__",null]}';
    expect(parseReceipt(undecoded)?.undecoded).to.deep.equal(['camera']);
    expect(parseReceipt('{"v":1,"heard":{},"undecoded":{"camera":1}}')?.undecoded).to.deep.equal([]);
  });

  for (const text of [
    '',
    '{',
    '[]',
    'null',
    '{"v":2,"heard":{}}',
    '{"v":1}',
    '{"v":1,"heard":[]}',
    '{"v":1,"heard":7}',
  ]) {
    it(`is not in ${text || 'nothing'}`, () => {
      expect(parseReceipt(text)).to.equal(undefined);
    });
  }

  it('is never read out of anything else, and nothing throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string(), fc.anything()), (data) => {
        const receipt = parseReceipt(data);
        if (receipt) expect(Object.values(receipt.heard).every((count) => Number.isSafeInteger(count))).to.equal(true);
      }),
    );
    expect(parseReceipt(`{"v":1,"heard":{},"x":"${'x'.repeat(2000)}"}`)).to.equal(undefined);
    expect(parsePeerState('{"v":1,"microphone":true}')?.microphone).to.equal(true);
  });
});
