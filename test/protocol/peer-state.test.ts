import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { isSameState, parsePeerState, serializePeerState, SILENT_STATE } from '../../src/protocol/peer-state.js';
import { serializeReaction } from '../../src/protocol/reaction.js';
import { serializeReceipt } from '../../src/protocol/receipt.js';
import { hostileValue, peerState } from './wire.js';

describe('what a peer says of itself', () => {
  it('is the same when all of it is', () => {
    fc.assert(
      fc.property(peerState, peerState, (one, other) => {
        expect(isSameState(one, other)).to.equal(serializePeerState(one) === serializePeerState(other));
      }),
    );
    for (const key of ['microphone', 'camera', 'screen', 'hand']) {
      expect(isSameState(SILENT_STATE, { ...SILENT_STATE, [key]: true }), key).to.equal(false);
    }
  });

  it('arrives as it was', () => {
    fc.assert(
      fc.property(peerState, (told) => {
        expect(parsePeerState(serializePeerState(told))).to.deep.equal(told);
      }),
    );
  });

  it('is nothing but four booleans and a word', () => {
    fc.assert(
      fc.property(hostileValue, hostileValue, (microphone, extra) => {
        const told = parsePeerState(JSON.stringify({ v: 1, microphone, extra }));
        if (told) expect(told).to.deep.equal({ ...SILENT_STATE, microphone: microphone === true });
      }),
    );
    expect(parsePeerState('{"v":1,"camera":"yes"}')).to.deep.equal(SILENT_STATE);
    expect(parsePeerState('{"v":1,"__proto__":{"camera":true}}')).to.deep.equal(SILENT_STATE);
  });

  it('is no receipt and no reaction, which come over the same channel', () => {
    expect(parsePeerState(serializeReceipt({ heard: { microphone: 1 }, undecoded: [] }))).to.equal(undefined);
    expect(parsePeerState(serializeReaction('👍'))).to.equal(undefined);
  });

  it('tells how long a hand has been up, if it is and that is a time', () => {
    const read = (more: object) => parsePeerState(JSON.stringify({ v: 1, ...more }));
    expect(read({ hand: true, handAge: 1500.4 })).to.deep.equal({ ...SILENT_STATE, hand: true, handAge: 1500 });
    expect(read({ hand: true, handAge: 1e300 })?.handAge, 'a day at most').to.equal(86_400_000);
    expect(read({ hand: false, handAge: 5 })).to.deep.equal(SILENT_STATE);
    fc.assert(
      fc.property(hostileValue, (handAge) => {
        const age = read({ hand: true, handAge })?.handAge;
        expect(age === undefined || (Number.isInteger(age) && age >= 0 && age <= 86_400_000)).to.equal(true);
      }),
    );
    const up = { ...SILENT_STATE, hand: true };
    expect(isSameState({ ...up, handAge: 1 }, { ...up, handAge: 2 }), 'growing older is no news').to.equal(true);
  });

  it('tells which devices give nothing, in one of three words', () => {
    const read = (stalled: unknown) => parsePeerState(JSON.stringify({ v: 1, camera: true, stalled }));
    for (const word of ['microphone', 'camera', 'both']) expect(read(word)?.stalled).to.equal(word);
    fc.assert(
      fc.property(hostileValue, (value) => {
        const told = read(value);
        if (told) expect(told).to.deep.equal({ ...SILENT_STATE, camera: true });
      }),
    );
  });

  it('is no reaction', () => {
    expect(parsePeerState('{"v":1,"reaction":"👍"}')).to.equal(undefined);
  });

  it('is refused when it is no state', () => {
    for (const data of [undefined, null, 1, new ArrayBuffer(8), '', '{', 'null', '[]', '{}', '{"v":2,"camera":true}']) {
      expect(parsePeerState(data)).to.equal(undefined);
    }
    expect(parsePeerState(`{"v":1,"camera":true,"x":"${'x'.repeat(1024)}"}`), 'too long').to.equal(undefined);
  });
});
