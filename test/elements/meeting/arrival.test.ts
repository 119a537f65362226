import { expect } from '@open-wc/testing';
import { Arrival } from '../../../src/elements/meeting/arrival.js';
import { createRoomStore } from '../../../src/room/room-store.js';
import { until } from '../../helpers/fixtures.js';
import { peerOf, peersOf } from '../../helpers/peers.js';

const NEVER = 10 * 60_000;

describe('the way into a room', () => {
  const store = createRoomStore();
  /** Of three people the first `there` are connected. */
  const connect = (there: number): void => {
    const states = [0, 1, 2].map((index) => (index < there ? 'connected' : 'connecting'));
    store.$peers.set(peersOf(...states.map((state, index) => peerOf({ id: String(index), state }))));
  };
  const begun = (patience: ConstructorParameters<typeof Arrival>[1], over = (): void => undefined): Arrival => {
    const arrival = new Arrival(over, patience);
    arrival.begin('lobby');
    store.$state.set('joined');
    connect(0);
    arrival.check(store);
    return arrival;
  };

  it('is over once everybody is connected whom the room told of', () => {
    const arrival = begun({ one: NEVER, more: NEVER, most: NEVER });
    connect(2);
    arrival.check(store);
    expect(arrival.from).to.equal('lobby');
    connect(3);
    arrival.check(store);
    expect(arrival.from).to.equal(undefined);
  });

  it('is not over before the room has taken us in, and is over when it does not', () => {
    const arrival = new Arrival(() => undefined);
    arrival.begin('starting');
    store.$peers.set(new Map());
    for (const [state, from] of [
      ['connecting', 'starting'],
      ['failed', undefined],
    ] as const) {
      store.$state.set(state);
      arrival.check(store);
      expect(arrival.from, state).to.equal(from);
    }
  });

  it('lasts longer while one after the other is connected', async () => {
    const order: string[] = [];
    const arrival = begun({ one: 300, more: 0, most: NEVER }, () => order.push('over'));
    setTimeout(() => {
      connect(1);
      arrival.check(store);
    }, 150);
    setTimeout(() => order.push('what it would have lasted'), 320);
    await until(() => order.length === 2);
    expect(order).to.deep.equal(['what it would have lasted', 'over']);
  });

  it('does not last for good, though one after the other is connected', async () => {
    const arrival = begun({ one: NEVER, more: 0, most: 50 });
    connect(1);
    arrival.check(store);
    await until(() => arrival.from === undefined);
  });

  it('lasts as long as there are people on the way', async () => {
    const arrival = begun({ one: 20, more: NEVER, most: NEVER });
    connect(1);
    arrival.check(store);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(arrival.from).to.equal('lobby');
    connect(2);
    arrival.check(store);
    await until(() => arrival.from === undefined);
  });
});
