import { expect } from '@open-wc/testing';
import type { OpenOffer } from '../../src/protocol/extensions.js';
import type { Signal } from '../../src/protocol/messages.js';
import { parse } from '../../src/protocol/parse.js';
import { roomWordFrame } from '../../src/protocol/serialize.js';
import { putCores } from '../helpers/cores.js';
import { until } from '../helpers/fixtures.js';
import { relayed } from '../protocol/wire.js';
import { answersOf, isSame, MeshPair, offersOf } from './mesh-pair.js';

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
    let [offer] = pair.a.mesh.open.offers();
    while (!offer) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      [offer] = pair.a.mesh.open.offers();
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
    expect(pair.a.mesh.open.offers()[0]?.x.from).to.equal(offer.x.from);
    list();
    pair.a.mesh.handleTaken('z', offer.x.from);
    expect(pair.a.mesh.open.offers()[0]?.x.from).to.not.equal(offer.x.from);
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

describe('offers to those who are there', () => {
  let pair: MeshPair;
  beforeEach(() => {
    putCores(4);
    pair = new MeshPair();
  });
  afterEach(() => {
    putCores(undefined);
    pair.close();
  });

  /** The offers, as they come over the wire. */
  const offers = async (): Promise<readonly OpenOffer[]> => {
    pair.a.mesh.stand();
    await until(() => pair.a.connections.length === 3);
    await pair.a.mesh.offerSoon();
    await until(() => pair.a.connections.every(({ signalingState }) => signalingState === 'have-local-offer'));
    const said = pair.a.mesh.open.offers();
    const word = parse(relayed(roomWordFrame('r', { word: 'hello', session: 'session-a', offers: said }), 'a'));
    return (word?.type === 'chat.typing' ? word.x?.offers : undefined) ?? [];
  };
  const list = () => {
    pair.a.mesh.add('z', false);
    pair.z.mesh.add('a', true);
  };

  it('are as many as stood, and fit a frame', async () => {
    const said = await offers();
    expect(said).to.deep.equal(JSON.parse(JSON.stringify(pair.a.mesh.open.offers())));
    expect(said.map(({ x }) => x.from)).to.deep.equal(['session-a.1', 'session-a.2', 'session-a.3']);
    expect([0, 1, 2, 3].map((rank) => pair.a.mesh.open.isOffered(rank))).to.deep.equal([true, true, true, false]);
  });

  it('make a connection each, whichever is taken', async () => {
    const [, second] = await offers();
    list();
    pair.z.mesh.handle('a', { type: 'webrtc.offer', ...second! });
    await pair.connected();
    expect([offersOf(pair.a).length, answersOf(pair.z).length]).to.deep.equal([0, 1]);
    expect([0, 1, 2].map((rank) => pair.a.mesh.open.isOffered(rank))).to.deep.equal([true, false, true]);
    expect([...pair.a.errors, ...pair.z.errors]).to.deep.equal([]);
  });

  it('keep their ranks while some are open, also for who comes to hear the hello once more', async () => {
    const said = await offers();
    list();
    pair.a.mesh.handleTaken('z', said[0]!.x.from);
    expect(pair.a.mesh.open.offers().map(({ x }) => x.from)).to.deep.equal(said.map(({ x }) => x.from));
    for (const { x } of said) pair.a.mesh.handleTaken('z', x.from);
    expect(pair.a.mesh.open.offers().map(({ x }) => x.from)).to.not.include('session-a.1');
  });

  it('are left aside for whichever was taken by one to one person that crosses the answer', async () => {
    const said = await offers();
    pair.a.mesh.add('z', false).settleKind('deployed');
    await pair.until(() => offersOf(pair.a).length > 0);
    expect(offersOf(pair.a)[0]?.x?.unless).to.deep.equal(said.map(({ x }) => x.from));
    pair.z.mesh.handle('a', { type: 'webrtc.offer', ...said[2]! }); // Kept, until it is known who they are.
    pair.z.mesh.add('a', true);
    pair.z.mesh.catchUp('a');
    await pair.connected();
    expect(new Set(answersOf(pair.z).map(({ x }) => x?.to))).to.deep.equal(new Set([said[2]!.x.from]));
  });

  it('of which two took the same leave the second with one of their own, at once where it is on its way', async () => {
    const said = await offers();
    pair.a.mesh.add('y', true);
    pair.a.mesh.add('z', false).settleKind('deployed');
    await pair.until(() => offersOf(pair.a).length > 0);
    pair.a.mesh.handle('y', { type: 'webrtc.answer', sdp: 'v=0', x: { from: 'y.1', to: said[0]!.x.from, n: 1 } });
    pair.z.mesh.add('a', true);
    pair.z.mesh.handle('a', { type: 'webrtc.offer', ...said[0]! });
    await pair.connected();
    expect(answersOf(pair.z).map(({ x }) => x?.to)).to.include(offersOf(pair.a)[0]?.x?.from);
  });

  it('that nobody takes are closed, and no connection is left', async () => {
    await offers();
    await until(() => pair.open().length === 4); // with the next spare
    await until(() => pair.open().length === 1);
    expect(isSame(pair.open(), pair.a.connections.slice(-1))).to.equal(true);
  });
});
