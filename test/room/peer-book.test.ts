import { expect } from '@open-wc/testing';
import type { PeerLink } from '../../src/mesh/peer-host.js';
import { NO_FLOW } from '../../src/mesh/stats.js';
import { PeerBook } from '../../src/room/peer-book.js';
import type { Peer } from '../../src/room/types.js';
import { PENDING } from '../../src/trust/state.js';

const linkOf = (over: Partial<PeerLink> = {}): PeerLink => ({
  microphone: false,
  camera: false,
  screen: false,
  hand: false,
  state: 'connecting',
  flow: undefined,
  videoRejected: false,
  stream: STREAM,
  screenStream: SCREEN,
  ...over,
});
const STREAM = new MediaStream();
const SCREEN = new MediaStream();

describe('the book of peers', () => {
  let peers: ReadonlyMap<string, Peer>;
  let log: string[];
  let told: { readonly peer: Peer; readonly changed: readonly string[] }[];
  let onTold: (() => void) | undefined;
  let book: PeerBook;

  beforeEach(() => {
    [peers, log, told] = [new Map(), [], []];
    const handlers = {
      onPeers: (now: ReadonlyMap<string, Peer>) => (peers = now),
      onJoin: ({ id }: Peer) => log.push(`join ${id}`),
      onLeave: ({ id }: Peer) => log.push(`leave ${id}`),
      onChange: (peer: Peer, changed: readonly string[]) => {
        told.push({ peer, changed });
        onTold?.();
      },
    };
    book = new PeerBook(handlers, () => PENDING);
  });
  afterEach(() => book.clear());
  const nextTold = () =>
    new Promise<void>((resolve) => {
      onTold = resolve;
    });

  it('keeps everybody in order of joining', () => {
    for (const id of ['z', '1', 'a']) book.add({ id, name: `name of ${id}` }, linkOf());
    book.update('z', linkOf({ camera: true }));
    expect([...peers.keys()]).to.deep.equal(['z', '1', 'a']);
    expect(peers.get('1')).to.deep.include({
      id: '1',
      name: 'name of 1',
      state: 'connecting',
      quality: 'unknown',
      path: 'unknown',
    });
    book.remove('1');
    book.remove('1');
    expect(log).to.deep.equal(['join z', 'join 1', 'join a', 'leave 1']);
  });

  it('gives snapshots that nobody can change', () => {
    book.add({ id: 'a', name: 'A' }, linkOf());
    expect(Object.isFrozen(peers.get('a'))).to.equal(true);
  });

  it('shows the figures of the link', () => {
    book.add({ id: 'a', name: 'A' }, linkOf({ flow: { ...NO_FLOW, quality: 'fair', path: 'relay' } }));
    expect(peers.get('a')).to.include({ quality: 'fair', path: 'relay' });
  });

  it('has the truth at once, and tells of it at once, then at most once a frame', async () => {
    book.add({ id: 'a', name: 'A' }, linkOf());
    book.update('a', linkOf({ camera: true }));
    expect(told).to.deep.equal([{ peer: peers.get('a'), changed: ['camera'] }]);
    const later = nextTold();
    book.update('a', linkOf({ camera: true, microphone: true }));
    book.update('a', linkOf({ camera: false, microphone: true }));
    expect(peers.get('a')).to.include({ camera: false, microphone: true });
    expect(told).to.have.length(1);
    await later;
    expect(told).to.have.length(2);
    expect([...(told[1]?.changed ?? [])].sort()).to.deep.equal(['camera', 'microphone']);
    expect(told[1]?.peer).to.equal(peers.get('a'));
  });

  it('tells of each peer by itself: of many that change in one frame, at once of all', () => {
    for (const id of ['a', 'b', 'c']) book.add({ id: id, name: id }, linkOf());
    for (const id of ['a', 'b', 'c']) book.update(id, linkOf({ state: 'connected' }));
    expect(told.map(({ peer }) => `${peer.id} ${peer.state}`)).to.deep.equal([
      'a connected',
      'b connected',
      'c connected',
    ]);
  });

  it('gives a new snapshot for every change, and the same one for none', () => {
    book.add({ id: 'a', name: 'A' }, linkOf());
    book.add({ id: 'b', name: 'B' }, linkOf());
    const [all, a, b] = [peers, peers.get('a'), peers.get('b')];
    book.update('a', linkOf());
    expect(peers).to.equal(all);
    book.update('a', linkOf({ hand: true }));
    expect(peers).to.not.equal(all);
    expect(peers.get('a')).to.not.equal(a);
    expect(a?.hand, 'the old one stays as it was').to.equal(false);
    expect(peers.get('b')).to.equal(b);
    expect(peers.get('a')?.stream, 'streams keep their identity').to.equal(STREAM);
  });

  it('tells nothing of those who left meanwhile', async () => {
    book.add({ id: 'a', name: 'A' }, linkOf());
    book.add({ id: 'b', name: 'B' }, linkOf());
    book.update('a', linkOf({ camera: true }));
    book.update('b', linkOf({ camera: true }));
    const later = nextTold();
    book.update('a', linkOf({ hand: true }));
    book.update('b', linkOf({ hand: true }));
    book.remove('a');
    book.update('a', linkOf());
    await later;
    expect(told.map(({ peer }) => peer.id)).to.deep.equal(['a', 'b', 'b']);
  });

  it('is empty when cleared, everybody told', () => {
    book.add({ id: 'a', name: 'A' }, linkOf());
    book.add({ id: 'b', name: 'B' }, linkOf());
    book.clear();
    expect(peers.size).to.equal(0);
    expect(log.slice(2)).to.deep.equal(['leave a', 'leave b']);
  });
});
