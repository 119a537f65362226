import { expect } from '@open-wc/testing';
import type { OpenOffer } from '../../src/protocol/extensions.js';
import type { Signal } from '../../src/protocol/messages.js';
import { answersOf, MeshPair, offersOf } from './mesh-pair.js';

describe('an offer to whoever takes it', () => {
  let pair: MeshPair;
  beforeEach(() => {
    pair = new MeshPair();
  });
  afterEach(() => {
    pair.close();
  });

  const openOffer = async (): Promise<OpenOffer> => {
    pair.a.mesh.warm();
    let offer = pair.a.mesh.openOffer();
    while (!offer) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      offer = pair.a.mesh.openOffer();
    }
    return offer;
  };
  const asSignal = (offer: OpenOffer): Signal => ({ type: 'webrtc.offer', ...offer });
  const list = () => {
    pair.a.mesh.add('z', false);
    pair.z.mesh.add('a', true);
    pair.a.mesh.catchUp('z');
    pair.z.mesh.catchUp('a');
  };

  it('is the same each time that it is asked for, until somebody takes it', async () => {
    const offer = await openOffer();
    expect(pair.a.mesh.openOffer()?.x.from).to.equal(offer.x.from);
    list();
    pair.a.mesh.handleTaken('z', offer.x.from);
    expect(pair.a.mesh.openOffer()?.x.from).to.not.equal(offer.x.from);
  });

  it('makes the connection, told by a word or by the answer itself', async () => {
    const offer = await openOffer();
    list();
    pair.z.mesh.handle('a', asSignal(offer));
    await pair.connected();
    expect([offersOf(pair.a).length, answersOf(pair.z).length]).to.deep.equal([0, 1]);
    expect([...pair.a.errors, ...pair.z.errors]).to.deep.equal([]);
  });

  it('makes it with who is listed later', async () => {
    const offer = await openOffer();
    pair.a.mesh.handleTaken('z', offer.x.from);
    pair.z.mesh.handle('a', asSignal(offer));
    list();
    await pair.connected();
    expect(answersOf(pair.z)).to.have.length(1);
  });

  it('makes it although one of their own was on its way, which they then do not answer', async () => {
    const offer = await openOffer();
    pair.a.mesh.add('z', false).settleKind('deployed');
    await pair.until(() => offersOf(pair.a).length > 0);
    pair.z.mesh.handle('a', asSignal(offer)); // Kept, until it is known who they are.
    pair.z.mesh.add('a', true);
    pair.z.mesh.catchUp('a');
    await pair.connected();
    expect(new Set(answersOf(pair.z).map(({ x }) => x?.to))).to.deep.equal(new Set([offer.x.from]));
  });

  it('goes out again to them alone where the answer does not come', async () => {
    const offer = await openOffer();
    list();
    pair.a.mesh.handleTaken('z', offer.x.from);
    await pair.connected();
    expect(offersOf(pair.a).map(({ x }) => x?.from)).to.deep.equal([offer.x.from]);
  });

  it('is not for a second one, who gets one of their own', async () => {
    const offer = await openOffer();
    list();
    pair.a.mesh.add('y', true);
    pair.a.mesh.handleTaken('z', offer.x.from);
    pair.hook = () => 'drop';
    pair.a.mesh.handle('y', { type: 'webrtc.answer', sdp: 'v=0', x: { from: 'y.1', to: offer.x.from, n: 1 } });
    await pair.until(() => offersOf(pair.a).some(({ x }) => x?.from !== offer.x.from));
  });

  it('of another mesh changes nothing', async () => {
    await openOffer();
    list();
    pair.a.mesh.handleTaken('z', 'session-a.99');
    expect(pair.a.mesh.get('z')?.shownConnection).to.equal(undefined);
  });
});
