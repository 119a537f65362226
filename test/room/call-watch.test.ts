import { expect, waitUntil } from '@open-wc/testing';
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

  it('looks again the later the longer a look took, and not at all once stopped', async () => {
    const store = createRoomStore();
    store.$peers.set(peersOf(peerOf({ id: 'heard', microphone: true })));
    const rests: number[] = [];
    let ended = Number.NaN;
    let looks = 0;
    const watch = new CallWatch(store, {
      mesh: () => ({
        audioLevel: () => {
          const start = performance.now();
          if (looks > 0) rests.push(start - ended);
          looks += 1;
          while (performance.now() - start < 30);
          ended = performance.now();
          return 0;
        },
        setSpeaking: () => undefined,
      }),
      stats: () => Promise.resolve([]),
      dispatch: () => undefined,
    });
    watch.start();
    await waitUntil(() => rests.length === 2, 'two looks more', { timeout: 30_000 });
    watch.stop();
    expect(Math.min(...rests), 'twenty times as long').to.be.at.least(595);
    const before = looks;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(looks).to.equal(before);
  });
});
