import { expect } from '@open-wc/testing';
import { type MembershipFixture, membershipOf } from './membership-fixture.js';

describe('a room that is too full', () => {
  const rooms: MembershipFixture[] = [];
  const roomOf = (selfId: string, maxPeers: number) => {
    const room = membershipOf({ selfId, maxPeers });
    rooms.push(room);
    return room;
  };
  afterEach(() => rooms.splice(0).forEach(({ membership }) => membership.close()));

  it('is left by who finds it so, and nobody is added meanwhile', async () => {
    const room = roomOf('m', 2);
    room.list('x', 'y', 'z');
    await room.logged('full 3');
    expect(room.log).to.deep.equal(['full 3']);
    expect(room.said).to.deep.equal([{ word: 'waiting', session: 'ours.0' }]);
  });

  it('is joined by who was listed a moment too early', () => {
    const room = roomOf('m', 2);
    room.list('x', 'y', 'z');
    room.list('x', 'y');
    expect(room.log).to.deep.equal(['joined 2', 'add x', 'add y']);
  });

  it('is left by the highest ids of those who come at once, whatever the order in which they hear of each other', async () => {
    const joiners = ['n', 'z', 'b', 'q'];
    const all = ['a', 'x', ...joiners]; // Two are in, and there is place for two more.
    const fixtures = new Map(joiners.map((id) => [id, roomOf(id, 3)]));
    for (const [id, { listExactly }] of fixtures) listExactly(...all, id);
    // As the relay would: everyone hears everyone, the later ones the answers alone.
    for (const hearer of joiners) {
      for (const speaker of joiners) if (speaker !== hearer) fixtures.get(hearer)!.hear(speaker, 'waiting', speaker);
    }
    await fixtures.get('q')!.logged('full 5');
    await fixtures.get('z')!.logged('full 5');
    await fixtures.get('b')!.logged('joined 3');
    await fixtures.get('n')!.logged('joined 3');
    expect(fixtures.get('b')!.log).to.include.members(['add a', 'add n', 'add x']);
    expect(fixtures.get('b')!.log).to.not.include('add q').and.not.include('add z');
    expect(fixtures.get('b')!.said.length, 'said again to those who came after').to.be.greaterThan(1);
  });

  it('puts nobody out who was in it, also after the line was down', () => {
    const room = roomOf('m', 2);
    room.list('x', 'y');
    room.list('x', 'y', 'z');
    room.membership.handleUp();
    room.list('x', 'y', 'z');
    expect(room.log).to.deep.equal(['joined 2', 'add x', 'add y', 'joined 3']);
  });
});
