import { expect } from '@open-wc/testing';
import { ReactionEvent } from '../../src/room/events.js';
import { Hands } from '../../src/room/hands.js';
import { forget, keep, type Memory, recall } from '../../src/room/memory.js';
import { Reactions } from '../../src/room/reactions.js';
import { createRoomStore, type RoomStore } from '../../src/room/room-store.js';
import { Stage } from '../../src/room/stage.js';
import { peerOf, peersOf } from '../helpers/peers.js';

describe('around the stage', () => {
  let store: RoomStore;
  beforeEach(() => {
    store = createRoomStore();
    store.$self.set({ id: 'me', name: 'Me' });
    store.$peers.set(peersOf(peerOf({ id: 'a' }), peerOf({ id: 'b' })));
  });

  it('stands who was pinned, if they are in the room, until they go', () => {
    const stage = new Stage(store);
    stage.pin('nobody');
    expect(store.$pinned.get()).to.equal(undefined);
    stage.pin('a');
    stage.pin('nobody');
    expect(store.$pinned.get()).to.equal('a');
    stage.forget('b');
    expect(store.$pinned.get()).to.equal('a');
    stage.forget('a');
    expect(store.$pinned.get()).to.equal(undefined);
    stage.pin('me');
    expect(store.$pinned.get()).to.equal('me');
    stage.pin(null);
    expect(store.$pinned.get()).to.equal(undefined);
  });

  it('is each as loud as was set, within 0 and 1', () => {
    const stage = new Stage(store);
    stage.setPeerVolume('a', 0.3);
    stage.setPeerVolume('b', -5);
    expect([...store.$peerVolumes.get()]).to.deep.equal([['a', 0.3], ['b', 0]]); // prettier-ignore
    stage.setPeerVolume('a', 7);
    expect(store.$peerVolumes.get().has('a')).to.equal(false);
    stage.setVolume(4);
    expect(store.$volume.get()).to.equal(1);
    expect(() => stage.setVolume(Number.NaN)).to.throw(TypeError);
    expect(() => stage.setPeerVolume('a', Number.NaN)).to.throw(TypeError);
  });

  it('are hands in the order of raising, also of those that went up before we came', async () => {
    const hands = new Hands(store);
    expect(hands.raise(true)).to.equal(true);
    expect(hands.raise(true), 'up already').to.equal(false);
    const [late, early] = [peerOf({ id: 'late', hand: true }), peerOf({ id: 'early', hand: true })];
    const raisedAt = performance.now();
    while (performance.now() === raisedAt) await new Promise((resolve) => requestAnimationFrame(resolve)); // A coarse clock.
    hands.follow(peersOf(late), () => undefined);
    hands.follow(peersOf(late, early), (id) => (id === 'early' ? 60_000 : undefined));
    expect(store.$hands.get()).to.deep.equal(['early', 'me', 'late']);
    const shown = store.$hands.get();
    hands.follow(peersOf(late, early), () => 90_000);
    expect(store.$hands.get(), 'nothing new').to.equal(shown);
    hands.follow(peersOf(late, peerOf({ id: 'early' })), () => undefined);
    expect(store.$hands.get()).to.deep.equal(['me', 'late']);
    expect(hands.state).to.include({ hand: true });
    expect(hands.state.handAge).to.be.at.least(0);
    hands.clear();
    expect(store.$hands.get()).to.deep.equal([]);
    expect(hands.state).to.deep.equal({ hand: false });
  });

  it('pass reactions, five a second of each person and no more, and go after a while', async () => {
    const told: string[] = [];
    const reactions = new Reactions(store, (event) => {
      if (event instanceof ReactionEvent) told.push(`${event.peer.id} ${event.emoji}`);
    });
    const [a, b] = [...store.$peers.get().values()] as [ReturnType<typeof peerOf>, ReturnType<typeof peerOf>];
    for (let count = 0; count < 100; count += 1) reactions.receive(a, '👍');
    expect(told).to.have.length(5);
    reactions.receive(b, '🎉');
    expect(told.at(-1)).to.equal('b 🎉');
    expect(Array.from({ length: 10 }, () => reactions.send('👋')).filter(Boolean)).to.have.length(5);
    expect(told, 'our own is no news').to.have.length(6);
    const shown = store.$reactions.get();
    const from = (id: string | undefined, count: number) => Array.from({ length: count }, () => id);
    expect(shown.map((each) => each.from)).to.deep.equal([...from('a', 5), 'b', ...from(undefined, 5)]);
    expect(new Set(shown.map(({ key }) => key)).size).to.equal(shown.length);
    await new Promise<void>((resolve) => store.$reactions.listen((now) => now.length === 0 && resolve()));
    reactions.receive(b, '🎉');
    reactions.clear();
    expect(store.$reactions.get()).to.deep.equal([]);
  });
});

describe('what is kept for next time', () => {
  const MEMORY: Memory = { name: 'Ann', microphoneOff: true, cameraOff: false, audioinput: 'm', videoinput: '', audiooutput: 's', mirror: { front: false, back: true } }; // prettier-ignore
  afterEach(() => localStorage.removeItem('private-meet'));

  it('is there again, until it is forgotten', () => {
    expect(recall()).to.equal(undefined);
    keep(MEMORY);
    expect(recall()).to.deep.equal(MEMORY);
    forget();
    expect(recall()).to.equal(undefined);
  });

  it('is taken for what it is, whatever another script made of it', () => {
    for (const text of ['', '{', 'null', '[]', '7']) {
      localStorage.setItem('private-meet', text);
      expect(recall(), text).to.equal(undefined);
    }
    localStorage.setItem(
      'private-meet',
      JSON.stringify({ name: 'x'.repeat(5000), microphoneOff: 1, audioinput: {}, mirror: { back: 1 } }),
    );
    const memory = recall();
    expect(memory).to.include({ microphoneOff: false, cameraOff: false, audioinput: '', videoinput: '' });
    expect(memory?.mirror).to.deep.equal({ front: true, back: false });
    expect(memory?.name).to.have.length(32);
  });

  it('is nothing, and no error, where a page has no storage', () => {
    const own = Object.getOwnPropertyDescriptor(globalThis, 'localStorage')!;
    Object.defineProperty(globalThis, 'localStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('no storage here', 'SecurityError');
      },
    });
    try {
      keep(MEMORY);
      forget();
      expect(recall()).to.equal(undefined);
    } finally {
      Object.defineProperty(globalThis, 'localStorage', own);
    }
  });
});
