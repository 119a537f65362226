import { expect } from '@open-wc/testing';
import { Announcements } from '../../../src/elements/notice/announcements.js';
import { en } from '../../../src/locales/en.js';
import { createRoomStore } from '../../../src/room/room-store.js';
import type { Peer } from '../../../src/room/types.js';
import { peerOf, peersOf } from '../../helpers/peers.js';
import { ManualTime } from '../../signaling/manual-time.js';

const ANN = peerOf({ id: 'a', name: 'Ann' });
const DORA = peerOf({ id: 'd', name: 'Dora' });
const proved = (peer: Peer): Peer => ({ ...peer, trust: 'passphrase', verified: true });

/** A call with Ann that has a code; `turn` shows another state of it, `said` is what was read out since. */
const inCall = () => {
  const time = new ManualTime();
  const store = createRoomStore();
  const said: string[] = [];
  const announcements = new Announcements(() => {
    if (announcements.text) said.push(announcements.text);
  }, time);
  const turn = (peers: readonly Peer[], code: string | undefined): string[] => {
    said.length = 0;
    store.$peers.set(peersOf(...peers));
    const covers = code === undefined ? [] : peers.map(({ id }) => id);
    store.$safety.set({ state: code === undefined ? 'forming' : 'ready', code, covers, missing: [] });
    announcements.look(store, en);
    time.advance(1000);
    return [...said];
  };
  store.$state.set('joined');
  turn([ANN], undefined);
  return { turn };
};

describe('What is read out of who is at the other end', () => {
  it('is that the code is another and why, once; not that there is one', () => {
    const { turn } = inCall();
    expect(turn([ANN], '111222333')).to.deep.equal([]);
    expect(turn([ANN, DORA], undefined)).to.deep.equal(['Dora joined.']);
    expect(turn([ANN, DORA], '444555666')).to.deep.equal(['The code is another now: Dora has come.']);
    expect(turn([ANN, DORA], '444555666')).to.deep.equal([]);
    expect(turn([ANN], '111222333')).to.deep.equal(['Dora left. The code is another now: Dora has left.']);
    expect(turn([ANN], '777888999')).to.deep.equal(['The code is another now.']);
  });

  it('is that somebody came back and is not verified any more', () => {
    const { turn } = inCall();
    turn([proved(ANN), proved(DORA)], '111222333');
    expect(turn([proved(DORA)], undefined)).to.deep.equal(['Ann left.']);
    expect(turn([proved(DORA), { ...ANN, trust: 'pending' }], undefined)).to.deep.equal(['Ann joined.']);
    expect(turn([proved(DORA), ANN], undefined)).to.deep.equal(['Ann came back and is not verified any more.']);
    expect(turn([proved(DORA), ANN], undefined)).to.deep.equal([]);
  });

  it('is nothing where it was taken back here that the code is the same', () => {
    const { turn } = inCall();
    turn([proved(ANN)], '111222333');
    expect(turn([ANN], '111222333')).to.deep.equal([]);
    expect(turn([], undefined)).to.deep.equal(['Ann left.']);
    expect(turn([ANN], undefined)).to.deep.equal(['Ann joined.']);
  });

  it('is nothing where who came back proved it again, nor twice what a refusal says already', () => {
    const { turn } = inCall();
    turn([proved(ANN)], undefined);
    turn([], undefined);
    turn([{ ...ANN, trust: 'pending' }], undefined);
    expect(turn([proved(ANN)], undefined)).to.deep.equal([]);
    expect(turn([{ ...ANN, trust: 'refused', refusal: 'changed' }], undefined)).to.deep.equal([]);
  });
});
