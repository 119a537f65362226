import { elementUpdated, type fixture } from '@open-wc/testing';
import type { LitElement } from 'lit';
import type { RequestEvent } from '../../../src/elements/shared/request-event.js';
import type { RoomStore } from '../../../src/room/room-store.js';
import type { Peer, Refusal, Safety } from '../../../src/room/types.js';
import { peerOf, peersOf, roomFixture, type RoomFixture } from '../../helpers/fixtures.js';

export const BO = peerOf({ id: 'b', name: 'Bo' });
export const CEM = peerOf({ id: 'c', name: 'Cem' });

export const provedOf = (peer: Peer, trust: 'passphrase' | 'code' = 'passphrase'): Peer => ({
  ...peer,
  trust,
  verified: true,
});

export const refusedOf = (peer: Peer, refusal: Refusal): Peer => ({ ...peer, trust: 'refused', refusal });

/** A code that covers those named by id. */
export const safetyOf = (code: string, covers: readonly string[], missing: readonly string[] = []): Safety => ({
  state: 'ready',
  code,
  covers,
  missing,
});

export interface TrustFixture<E extends Element> extends RoomFixture<E> {
  /** What was asked for, in order. */
  readonly asked: RequestEvent[];
  /** Writes the store and draws. */
  readonly turn: (set: (store: RoomStore) => void) => Promise<void>;
}

/** An element in a call with Bo and Cem. */
export const trustFixture = async <E extends LitElement>(
  content: Parameters<typeof fixture>[0] & Parameters<typeof roomFixture>[0],
  set?: (store: RoomStore) => void,
): Promise<TrustFixture<E>> => {
  const room = await roomFixture<E>(content, (store) => {
    store.$state.set('joined');
    store.$self.set({ id: 'me', name: 'Ann' });
    store.$peers.set(peersOf(BO, CEM));
    set?.(store);
  });
  const asked: RequestEvent[] = [];
  room.box.addEventListener('pm-request', (event) => asked.push(event));
  const turn = async (change: (store: RoomStore) => void): Promise<void> => {
    change(room.store);
    await elementUpdated(room.element);
  };
  return { ...room, asked, turn };
};
