import { expect } from '@open-wc/testing';
import { Announcements } from '../../../src/elements/notice/announcements.js';
import type { Message } from '../../../src/chat/message.js';
import { en } from '../../../src/locales/en.js';
import { createRoomStore } from '../../../src/room/room-store.js';
import type { Peer } from '../../../src/room/types.js';
import { peerOf, peersOf } from '../../helpers/fixtures.js';
import { messageOf, ownOf } from '../chat/messages.js';
import { ManualTime } from '../../signaling/manual-time.js';

/** A call that goes on, with those in it; `look` shows the announcements another state of it. */
const inCall = (...ids: string[]) => {
  const time = new ManualTime();
  const store = createRoomStore();
  const said: string[] = [];
  const announcements = new Announcements(() => {
    if (announcements.text) said.push(announcements.text);
  }, time);
  const look = (...peers: Peer[]): void => {
    store.$peers.set(peersOf(...peers));
    announcements.look(store, en);
  };
  const all = ids.map((id) => peerOf({ id }));
  store.$state.set('joined');
  look();
  look(...all);
  time.advance(1000);
  said.length = 0; // that one is in, and with whom
  return { time, store, said, announcements, look, all };
};

describe('Announcements', () => {
  it('tells who is there when one comes, also when the room tells of them a moment later, and of nobody’s coming', () => {
    const { said, announcements, time } = inCall('Ann', 'Bo');
    expect(announcements.text).to.equal('People in the call: Ann and Bo.');
    time.advance(5000);
    expect(said).to.deep.equal([]);
    expect(time.pending).to.equal(0);
  });

  it('tells whoever comes first that they do', () => {
    expect(inCall().announcements.text).to.equal('You’re the first here.');
  });

  it('tells that the line is back after it was lost, once', () => {
    const { said, time, store, look, all } = inCall('Ann');
    for (const state of ['reconnecting', 'joined', 'reconnecting', 'joined'] as const) {
      store.$state.set(state);
      look(...all);
    }
    time.advance(1000);
    look(...all);
    time.advance(1000);
    expect(said).to.deep.equal(['You’re connected again.']);
  });

  it('is silent about a hand that is raised and lowered within the second', () => {
    const { said, time, store, look, all } = inCall('Ann');
    store.$hands.set(['Ann']);
    look(...all);
    store.$hands.set([]);
    look(...all);
    time.advance(1000);
    expect(said).to.deep.equal([]);
  });

  it('tells eight who come within a second in one sentence', () => {
    const { said, time, look } = inCall();
    const names = ['Ann', 'Bo', 'Cy', 'Di', 'Eve', 'Flo', 'Gus', 'Hal'];
    const peers = names.map((id) => peerOf({ id }));
    names.forEach((_, index) => {
      look(...peers.slice(0, index + 1));
      time.advance(100);
    });
    time.advance(1000);
    expect(said).to.deep.equal(['Ann, Bo, Cy, Di, Eve, Flo, Gus, and Hal joined.']);
  });

  it('tells who leaves, raises a hand, shares a screen, each in a sentence', () => {
    const { said, time, store, look, all } = inCall('Ann', 'Bo', 'Cy');
    store.$hands.set(['Ann']);
    look(...all);
    look(all[0]!, { ...all[1]!, screen: true });
    time.advance(1000);
    expect(said).to.deep.equal(['Cy left. Ann raised a hand. Bo started sharing a screen.']);
  });

  it('tells of a connection that is lost and of its return, but not of one on its way up', () => {
    const { said, time, look, all } = inCall('Ann', 'Bo');
    const [ann, bo] = all as [Peer, Peer];
    look(ann, bo, peerOf({ id: 'Cy', state: 'connecting' }));
    time.advance(1000);
    look(ann, { ...bo, state: 'reconnecting' }, peerOf({ id: 'Cy' }));
    time.advance(1000);
    look(ann, bo, peerOf({ id: 'Cy' }));
    time.advance(1000);
    expect(said).to.deep.equal(['Cy joined.', 'The connection to Bo is interrupted.', 'The connection to Bo is back.']);
  });

  it('is silent about what is over within the second', () => {
    const { said, time, look, all } = inCall('Ann', 'Bo');
    const [ann, bo] = all as [Peer, Peer];
    look(ann, { ...bo, state: 'reconnecting' });
    look(ann, bo);
    look(ann);
    look(ann, peerOf({ id: 'another id', name: 'Bo' })); // signed in anew as a guest
    time.advance(1000);
    expect(said).to.deep.equal([]);
  });

  it('reads the same sentence again when it happens again', () => {
    const { said, time, announcements, store, look, all } = inCall('Ann');
    const [ann] = all as [Peer];
    for (let round = 0; round < 2; round++) {
      store.$hands.set(['Ann']);
      look(ann);
      expect(announcements.text).to.equal('');
      time.advance(1000);
      store.$hands.set([]);
      look(ann);
    }
    expect(said).to.deep.equal(['Ann raised a hand.', 'Ann raised a hand.']);
  });

  it('says nothing of the others when one leaves oneself, nor after it is closed', () => {
    const { said, time, store, announcements, look, all } = inCall('Ann');
    look(...all, peerOf({ id: 'Bo' }));
    store.$leaveReason.set('user');
    store.$state.set('left');
    look();
    time.advance(5000);
    store.$state.set('joined');
    look(...all);
    announcements.close();
    expect(said).to.deep.equal(['You left the call']);
    expect(time.pending).to.equal(0);
  });

  it('tells of joining that was called off, and keeps no last word once one sets out again or is closed', () => {
    const said: string[] = [];
    const store = createRoomStore();
    const announcements = new Announcements(() => said.push(announcements.text), new ManualTime());
    for (const state of ['left', 'connecting', 'left', 'left', 'connecting', 'left'] as const) {
      store.$state.set(state);
      announcements.look(store, en);
    }
    announcements.close();
    expect(said).to.deep.equal(['You cancelled joining', '', 'You cancelled joining', '']);
  });

  it('reads what is written while nobody looks, cut short, and of several how many', () => {
    const { said, time, store, look, all } = inCall('Ann', 'Bo');
    const write = (...messages: Message[]): void => {
      store.$messages.set([...store.$messages.get(), ...messages]);
      look(...all);
    };
    store.$unread.set(1);
    write(messageOf('1', { text: 'Hello\nthere' }), ownOf('2'));
    time.advance(1000);
    store.$unread.set(2);
    write(messageOf('3', { text: 'long '.repeat(100) }));
    time.advance(1000);
    store.$unread.set(4);
    write(messageOf('4'));
    write(messageOf('5'));
    time.advance(1000);
    write(messageOf('6', { text: '', state: 'protected', why: 'other-passphrase' }));
    time.advance(1000);
    expect(said[0]).to.equal('Bo: Hello there');
    expect(said[1]?.length).to.be.within(100, 130);
    expect(said[1]).to.match(/^Bo: long .*…$/u);
    expect(said.slice(2)).to.deep.equal(['2 new messages.', 'Bo: This message is protected by another passphrase.']);
  });

  it('reads nothing of what was seen in the chat itself, nor what was there before', () => {
    const { said, time, store, look, all } = inCall('Ann');
    store.$messages.set([messageOf('1')]);
    look(...all);
    time.advance(1000);
    store.$messages.set([...store.$messages.get()]);
    look(...all);
    time.advance(1000);
    expect(said).to.deep.equal([]);
  });

  it('shows no control characters of a name', () => {
    const { said, time, look } = inCall();
    look(peerOf({ id: 'x', name: 'Bo\u202egnp' }));
    time.advance(1000);
    expect(said).to.deep.equal(['Bo gnp joined.']);
  });
});
