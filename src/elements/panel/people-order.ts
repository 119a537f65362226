import type { RoomStore } from '../../room/room-store.js';
import type { Peer } from '../../room/types.js';

/** One of those in the call; without a peer it is oneself. */
export interface Person {
  readonly id: string;
  readonly peer: Peer | undefined;
  /** Place in the order of raised hands, from 1; 0 with the hand down. */
  readonly place: number;
}

/** Everybody who is there: raised hands first, in the order of raising, then oneself, then the others as they joined. */
export const peopleInOrder = ({ $self, $peers, $hands }: RoomStore): readonly Person[] => {
  const self = $self.get()?.id ?? '';
  const others = [...$peers.get().values()].filter(({ state }) => state !== 'lost');
  const all = [{ id: self, peer: undefined }, ...others.map((peer) => ({ id: peer.id, peer }))];
  const hands = $hands.get().filter((id) => all.some((person) => person.id === id));
  const people = all.map((person) => ({ ...person, place: hands.indexOf(person.id) + 1 }));
  const up = people.filter(({ place }) => place > 0).sort((a, b) => a.place - b.place);
  return [...up, ...people.filter(({ place }) => place === 0)];
};
