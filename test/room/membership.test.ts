import { expect } from '@open-wc/testing';
import { type MembershipFixture, membershipOf, SELF } from './membership-fixture.js';

describe('who is in the room', () => {
  let room: MembershipFixture;
  beforeEach(() => {
    room = membershipOf();
  });
  afterEach(() => room.membership.close());

  it('is what the first list with us in it says', () => {
    room.listExactly('a', 'b');
    expect(room.log, 'a list from before we were in').to.deep.equal([]);
    room.list('a', 'b');
    expect(room.log).to.deep.equal(['joined 2', 'add a', 'add b']);
    room.list('b', 'a', 'c');
    expect(room.log.slice(3)).to.deep.equal(['add c']);
    expect(['a', 'b', 'c', SELF].map((id) => room.membership.has(id))).to.deep.equal([true, true, true, false]);
  });

  it('notices when the room no longer has us, once, and is joined again after', () => {
    room.list('a');
    room.listExactly('a');
    room.listExactly('a', 'b');
    expect(room.log.slice(2)).to.deep.equal(['evicted']);
    room.list('a');
    expect(room.log.slice(3)).to.deep.equal(['joined 1']);
  });

  it('begins anew when the line came up again, and keeps everybody meanwhile', () => {
    room.list('a', 'b');
    room.alive.add('a').add('b');
    room.membership.handleUp();
    room.listExactly('b');
    room.list();
    room.list('b');
    expect(room.log.slice(3)).to.deep.equal(['joined 0']);
    room.list('a', 'b');
    expect(room.log.slice(4), 'nobody went and came').to.deep.equal([]);
  });

  it('never counts more than `max-peers` others, and takes in who waits for a place when one is free', () => {
    room = membershipOf({ maxPeers: 2 });
    room.list('b');
    room.list('c', 'b', 'a');
    expect(room.log).to.deep.equal(['joined 1', 'add b', 'add a']);
    room.hear('c', 'hello', 's');
    expect(room.membership.has('c')).to.equal(false);
    room.hear('a', 'bye', 's');
    room.list('c', 'b');
    expect(room.log.slice(3)).to.deep.equal(['remove a', 'add c', 'kind c ours']);
  });

  it('knows who speaks and stands in no list, so that one must have been lost', () => {
    expect(room.membership.isStranger('a'), 'we are not in ourselves').to.equal(false);
    room.list('a');
    expect(['a', 'b', SELF].map((id) => room.membership.isStranger(id))).to.deep.equal([false, true, false]);
  });

  it('does not have anybody who was cut off', () => {
    room.list('a', 'b');
    room.barred.add('a');
    room.membership.bar('a');
    room.hear('a', 'hello', 's');
    room.list('a', 'b', 'c');
    expect(room.log.slice(3)).to.deep.equal(['remove a', 'add c']);
  });

  it('takes nobody in once it was closed', () => {
    room.membership.close();
    room.list('a');
    expect(room.log).to.deep.equal(['joined 1']);
    expect(room.membership.has('a')).to.equal(false);
  });
});

describe('somebody who leaves', () => {
  let room: MembershipFixture;
  beforeEach(() => {
    room = membershipOf();
    room.list('a', 'b');
    room.alive.add('a').add('b');
    room.log.length = 0;
  });
  afterEach(() => room.membership.close());

  it('is gone with their bye, and an old list does not bring them back', () => {
    room.hear('a', 'hello', 's1');
    room.hear('a', 'bye', 's1');
    expect(room.log).to.deep.equal(['kind a ours', 'remove a']);
    room.list('a', 'b');
    room.hear('a', 'ping', 's1');
    room.hear('b', 'roster', 'sb', ['a']);
    expect(room.membership.has('a')).to.equal(false);
    room.list('b');
    room.list('a', 'b');
    expect(room.membership.has('a'), 'listed again after not being listed: back').to.equal(true);
  });

  it('is back with the hello of a new session, whether a list in between was lost or not', () => {
    room.hear('a', 'hello', 's1');
    room.hear('a', 'bye', 's1');
    room.list('a', 'b'); // Of the new session already; the one without them never came.
    expect(room.membership.has('a')).to.equal(false);
    room.hear('a', 'hello', 's2');
    expect(room.log).to.deep.equal(['kind a ours', 'remove a', 'add a', 'kind a ours']);
  });

  it('is not thrown out again by a bye that was overtaken', () => {
    room.hear('a', 'hello', 's1');
    room.alive.delete('a');
    room.hear('a', 'hello', 's2');
    expect(room.log).to.deep.equal(['kind a ours', 'remove a', 'add a', 'kind a ours']);
    room.hear('a', 'bye', 's1');
    expect(room.membership.has('a')).to.equal(true);
    room.hear('a', 'bye', 's2');
    expect(room.membership.has('a')).to.equal(false);
  });

  it('is not taken over by a second session while packets come in and the first one answers', () => {
    room.hear('a', 'hello', 's1');
    room.hear('a', 'hello', 's2');
    expect(room.log).to.deep.equal(['kind a ours']);
    expect(room.membership.accepts('a', 's2')).to.equal(false);
    expect(room.membership.accepts('a', 's1')).to.equal(true);
    room.hear('a', 'ping', 's1');
    expect(room.membership.accepts('a', 's2')).to.equal(true);
    room.hear('a', 'hello', 's2');
    room.hear('a', 'bye', 's2');
    room.membership.handleClosed('b');
    expect(room.log).to.deep.equal(['kind a ours']);
  });

  it('is taken over at once by a page loaded anew, when the connection to the old one ends', () => {
    room.hear('a', 'hello', 's1');
    room.hear('a', 'hello', 's2');
    room.membership.handleClosed('a');
    expect(room.log).to.deep.equal(['kind a ours', 'remove a', 'add a', 'kind a ours']);
    expect(room.membership.accepts('a', 's2')).to.equal(true);
  });

  it('is taken over when the first one does not answer, whatever packets still come in', async () => {
    room.hear('a', 'hello', 's1');
    room.hear('a', 'hello', 's2');
    await room.logged('remove a');
    expect(room.log.filter((line) => / a\b/u.test(line))).to.deep.equal([
      'kind a ours',
      'remove a',
      'add a',
      'kind a ours',
    ]);
  });

  it('is not kept out by a bye that came after the next hello and before the next list', () => {
    room.list('b');
    room.membership.handleClosed('a');
    expect(room.log).to.deep.equal(['remove a']);
    room.hear('a', 'hello', 's2');
    room.hear('a', 'bye', 's1');
    room.list('a', 'b');
    expect(room.log.slice(1)).to.deep.equal(['add a', 'kind a ours']);
  });

  it('says bye for themselves alone', () => {
    room.hear('b', 'bye', 'sb');
    expect(room.log).to.deep.equal(['remove b']);
    room.hear(SELF, 'bye', 'ours.0');
    expect(room.membership.has('a')).to.equal(true);
  });

  it('stays while packets come in, whatever the list says', () => {
    room.list();
    room.list('b');
    expect(room.log).to.deep.equal([]);
    expect(room.membership.has('a')).to.equal(true);
  });

  it('is gone when the list and the connection agree', () => {
    room.list('b');
    room.membership.handleClosed('a');
    expect(room.log).to.deep.equal(['remove a']);
    room.membership.handleClosed('b');
    expect(room.membership.has('b'), 'listed, with packets: another connection').to.equal(true);
    room.alive.delete('b');
    room.membership.handleClosed('b');
    expect(room.membership.has('b'), 'listed: a connection alone says nothing').to.equal(true);
    room.list();
    expect(room.log.at(-1)).to.equal('remove b');
  });

  it('stays when another connection replaced the one that was closed', () => {
    room.membership.handleClosed('b');
    room.list('a', 'b');
    room.list('a');
    expect(room.membership.has('b'), 'packets come in, only the list lacks them').to.equal(true);
  });

  it('is gone after some seconds of silence, when no longer listed', async () => {
    room.list('b');
    room.alive.clear();
    await room.logged('remove a');
    expect(room.membership.has('b'), 'silent, but listed').to.equal(true);
  });

  it('is gone too when never connected, and no longer listed for longer than a way back takes', async () => {
    room.list('a', 'b', 'c');
    room.list('a', 'b');
    await room.logged('remove c');
    expect(room.log.filter((line) => / c\b/u.test(line))).to.deep.equal(['add c', 'kind c deployed', 'remove c']);
  });

  it('is the same as before when put out on the way in and listed again: what was begun goes on', async () => {
    room.list('a', 'b', 'c');
    room.list('a', 'b');
    await room.logged('kind c deployed'); // Every timer but the one for those who do not return.
    await new Promise((resolve) => setTimeout(resolve, 4_000)); // Longer than the silence of somebody connected.
    room.list('a', 'b', 'c');
    room.alive.add('c');
    room.list('a', 'b');
    expect(room.log.filter((line) => / c\b/u.test(line))).to.deep.equal(['add c', 'kind c deployed']);
  });

  it('is nobody that we do not know', () => {
    room.membership.handleClosed('x');
    room.hear('x', 'bye', 's');
    expect(room.log).to.deep.equal([]);
  });
});

describe('who is ours', () => {
  let room: MembershipFixture;
  beforeEach(() => {
    room = membershipOf();
  });
  afterEach(() => room.membership.close());

  it('shows by a hello, before the list or after it', () => {
    room.hear('a', 'hello', 's');
    room.list('a', 'b');
    room.hear('b', 'hello', 's');
    room.hear('b', 'ping', 's');
    expect(room.log).to.deep.equal(['joined 2', 'add a', 'kind a ours', 'add b', 'kind b ours']);
  });

  it('shows by the roster of one who knows', () => {
    room.hear('a', 'roster', 's', ['a', 'c', SELF]);
    room.list('a', 'b', 'c');
    room.hear('c', 'ping', 'sc');
    expect(room.log).to.deep.equal(['joined 3', 'add a', 'kind a ours', 'add b', 'add c', 'kind c ours']);
  });

  it('is not who says nothing: a deployed client', async () => {
    room.list('a');
    await room.logged('kind a deployed');
    room.hear('a', 'hello', 's');
    expect(room.log.slice(2), 'until it says something').to.deep.equal(['kind a deployed', 'kind a ours']);
  });

  it('is told to a newcomer by the one whose id sorts first, and by nobody else', () => {
    room.list('z', 'n');
    room.hear('z', 'hello', 'sz');
    expect(room.said).to.deep.equal([{ word: 'roster', session: 'ours.0', ours: [SELF, 'z'] }]);
    room.hear('n', 'hello', 'sn');
    expect(room.said[1]?.ours).to.deep.equal([SELF, 'z', 'n']);
    room.list('z', 'n', 'a');
    room.hear('a', 'hello', 'sa');
    expect(room.said, 'a newcomer that sorts first cannot answer itself').to.have.length(3);
    room.hear('z', 'hello', 'sz');
    expect(room.said, 'now it is for a').to.have.length(3);
  });

  it('is not ourselves, come back from the relay', () => {
    room.list('a');
    room.hear(SELF, 'hello', 'ours.0');
    room.hear(SELF, 'hello', 'foreign');
    expect(room.said).to.deep.equal([]);
    expect(room.log).to.deep.equal(['joined 1', 'add a']);
  });

  it('leaves no timer behind', async () => {
    room.list('a');
    room.membership.close();
    const other = membershipOf();
    other.list('a');
    await other.logged('kind a deployed');
    other.membership.close();
    expect(room.log).to.deep.equal(['joined 1', 'add a']);
  });
});
