import { expect } from '@open-wc/testing';
import { EarlySignals } from '../../src/mesh/early-signals.js';
import type { Signal } from '../../src/protocol/messages.js';
import { MeshPair, sentOf } from './mesh-pair.js';

const offer = (sdp: string): Signal => ({ type: 'webrtc.offer', sdp });

describe('signals of people whom no list has named yet', () => {
  it('are kept in order, given out once, and no more of them than so many', () => {
    const early = new EarlySignals();
    early.keep('a', offer('1'));
    early.keep('b', offer('2'));
    early.keep('a', offer('3'));
    expect(early.take('a')).to.deep.equal([offer('1'), offer('3')]);
    expect(early.take('a')).to.deep.equal([]);
    for (let index = 0; index < 1_000; index += 1) early.keep('c', offer(String(index)));
    expect(early.take('b'), 'the oldest went').to.deep.equal([]);
    const last = early.take('c');
    expect(last).to.have.length(128);
    expect(last.at(-1)).to.deep.equal(offer('999'));
  });

  it('are heard once they are named, though nothing is said again', async () => {
    let hasPassed = false;
    const pair = new MeshPair({
      hook: ({ type }) => {
        if (type !== 'webrtc.offer') return 'pass';
        if (hasPassed) return 'drop';
        hasPassed = true;
        return 'pass';
      },
    });
    const { a, z } = pair;
    a.mesh.add('z', false).settleKind('ours');
    // What comes a second time was sent after the first one had arrived.
    await pair.until(() => sentOf(a, 'webrtc.offer').length > 1);
    z.mesh.add('a', true);
    z.mesh.catchUp('a');
    await pair.connected();
    pair.close();
  });
});
