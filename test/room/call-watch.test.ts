import { expect } from '@open-wc/testing';
import { CallWatch } from '../../src/room/call-watch.js';
import { createRoomStore } from '../../src/room/room-store.js';
import { peerOf, peersOf } from '../helpers/fixtures.js';

describe('CallWatch', () => {
  it('asks how loud somebody is only of those who are connected and have their microphone on', () => {
    const asked: string[] = [];
    const store = createRoomStore();
    store.$peers.set(
      peersOf(
        peerOf({ id: 'heard', microphone: true }),
        peerOf({ id: 'muted', microphone: false }),
        peerOf({ id: 'on the way', microphone: true, state: 'connecting' }),
      ),
    );
    const speaking: ReadonlySet<string>[] = [];
    const watch = new CallWatch(store, {
      mesh: () => ({
        audioLevel: (id) => {
          asked.push(id);
          return 1;
        },
        setSpeaking: (ids) => speaking.push(ids),
      }),
      stats: () => Promise.resolve([]),
      dispatch: () => undefined,
    });
    for (let now = 0; now <= 1000; now += 200) watch.listen(now);
    expect([...new Set(asked)]).to.deep.equal(['heard']);
    expect([...(speaking.at(-1) ?? [])]).to.deep.equal(['heard']);
    expect(store.$activeSpeaker.get()).to.equal('heard');
  });
});
