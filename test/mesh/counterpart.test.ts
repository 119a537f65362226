import { expect } from '@open-wc/testing';
import { Counterpart } from '../../src/mesh/counterpart.js';
import type { Signal } from '../../src/protocol/messages.js';
import { type PeerState, SILENT_STATE } from '../../src/protocol/peer-state.js';

const OURS: Signal = { type: 'webrtc.offer', sdp: '', x: { from: 'a.1', n: 1 } };
const DEPLOYED: Signal = { type: 'webrtc.offer', sdp: '' };

const kindOf = ({ isKnown, isOurs, isDeployed }: Counterpart) => ({ isKnown, isOurs, isDeployed });
const NOBODY = { isKnown: false, isOurs: false, isDeployed: false };
const ONE_OF_OURS = { isKnown: true, isOurs: true, isDeployed: false };
const ANOTHER = { isKnown: true, isOurs: false, isDeployed: true };

describe('who is at the other end', () => {
  it('is not known at first', () => {
    expect(kindOf(new Counterpart())).to.deep.equal(NOBODY);
  });

  it('is what others say, until one says that it is ours', () => {
    const other = new Counterpart();
    expect(other.settle('deployed')).to.equal(true);
    expect(kindOf(other)).to.deep.equal(ANOTHER);
    expect(other.settle('deployed')).to.equal(false);
    expect(other.settle('ours')).to.equal(true);
    expect(kindOf(other)).to.deep.equal(ONE_OF_OURS);
    expect(other.settle('deployed')).to.equal(false);
    expect(kindOf(other)).to.deep.equal(ONE_OF_OURS);
  });

  it('is what its own signals tell, whatever others said and say', () => {
    const other = new Counterpart();
    other.settle('ours');
    expect(other.hear(DEPLOYED)).to.equal(false);
    expect(kindOf(other)).to.deep.equal(ANOTHER);
    expect(other.settle('ours')).to.equal(false);
    expect(kindOf(other)).to.deep.equal(ANOTHER);
  });

  it('is one of ours from its first signal with our extensions on, which is news once', () => {
    const other = new Counterpart();
    expect(other.hear(DEPLOYED)).to.equal(false);
    expect(other.hear(OURS)).to.equal(true);
    expect(other.hear(OURS)).to.equal(false);
    expect(other.hear(DEPLOYED)).to.equal(false);
    expect(kindOf(other)).to.deep.equal(ONE_OF_OURS);
  });

  it('is no news by its own signal where others have said that it is ours', () => {
    const other = new Counterpart();
    other.settle('ours');
    expect(other.hear(OURS)).to.equal(false);
  });
});

describe('what it says of itself', () => {
  const state = (told: Partial<PeerState>): PeerState => ({ ...SILENT_STATE, ...told });
  const [early, late] = [state({ camera: true }), state({ microphone: true })];

  it('is nothing at first, then what its last description says', () => {
    const other = new Counterpart();
    expect(other.told).to.equal(SILENT_STATE);
    other.describe(early);
    other.describe(undefined);
    expect(other.told).to.equal(early);
    other.describe(late);
    expect(other.told).to.equal(late);
  });

  it('is what the channel says, and no description that comes again', () => {
    const other = new Counterpart();
    expect(other.say(late, true)).to.equal(true);
    other.describe(early);
    expect(other.told).to.equal(late);
  });

  it('is what the description of a newer connection says, until that one’s channel speaks; then the older one’s is over', () => {
    const other = new Counterpart();
    other.say(early, true);
    other.renew();
    other.describe(late);
    expect(other.told).to.equal(late);
    expect(other.say(early, false)).to.equal(true);
    expect(other.told).to.equal(early);
    other.describe(late);
    expect(other.told).to.equal(late);
    expect(other.say(early, true)).to.equal(true);
    expect(other.say(late, false)).to.equal(false);
    expect(other.told).to.equal(early);
  });
});
