import { expect } from '@open-wc/testing';
import { type MembershipFixture, membershipOf } from './membership-fixture.js';

describe('somebody who is verified', () => {
  let room: MembershipFixture;
  beforeEach(() => {
    room = membershipOf();
    room.list('a', 'b');
    room.alive.add('a').add('b');
    room.log.length = 0;
  });
  afterEach(() => room.membership.close());
  const ofAnn = () => room.log.filter((line) => / a\b/u.test(line));

  it('is not gone with a bye that the server says, while packets come in', async () => {
    room.verified.add('a');
    room.hear('a', 'hello', 's1');
    room.hear('a', 'bye', 's1');
    room.list('a', 'b', 'c');
    await room.logged('kind c deployed');
    room.list('b', 'c');
    expect(ofAnn()).to.deep.equal(['kind a ours']);
    room.membership.handleClosed('a');
    expect(ofAnn()).to.deep.equal(['kind a ours', 'remove a']);
  });

  it('is gone with their bye once their connection ends, or is silent, and an old list does not bring them back', async () => {
    room.verified.add('a').add('b');
    room.hear('a', 'hello', 's1');
    room.hear('b', 'hello', 's1');
    room.hear('a', 'bye', 's1');
    room.hear('b', 'bye', 's1');
    room.membership.handleClosed('a');
    expect(room.log.slice(2)).to.deep.equal(['remove a']);
    room.alive.delete('b');
    await room.logged('remove b');
    room.list('a', 'b');
    expect(room.log.slice(2)).to.deep.equal(['remove a', 'remove b']);
  });

  it('is gone at once where the end of their connection comes before their bye, and packets of before it still count', () => {
    room.verified.add('a');
    room.hear('a', 'hello', 's1');
    room.membership.handleClosed('a');
    expect(ofAnn(), 'a new connection may follow').to.deep.equal(['kind a ours']);
    room.hear('a', 'bye', 's1');
    expect(ofAnn()).to.deep.equal(['kind a ours', 'remove a']);
  });

  it('is not taken over by another session while packets come in, whether they answer or not', async () => {
    room.verified.add('a');
    room.hear('a', 'hello', 's1');
    room.hear('b', 'hello', 's1');
    room.hear('a', 'hello', 'forged');
    room.hear('b', 'hello', 's2');
    await room.logged('remove b');
    expect(ofAnn()).to.deep.equal(['kind a ours']);
    room.alive.delete('a');
    await room.logged('remove a');
    expect(ofAnn()).to.deep.equal(['kind a ours', 'remove a', 'add a', 'kind a ours']);
  });
});
