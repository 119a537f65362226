import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { WaitingRoom } from '../../demo/server/house/house.js';
import type { StartedServer } from '../../demo/server/start.js';
import { guest, host, houseOf, knock, member, refusals, startHouse, waiters } from './house-kit.js';
import { createManualClock, type ManualClock } from './manual-clock.js';
import { connect, type WireClient } from './wire-client.js';

const LOCKED = { locked: true };

describe('A member of a room with a host', () => {
  let server: StartedServer;
  let clock: ManualClock;
  let ann: WireClient;
  afterEach(() => server.close());

  /** A room with a host in it, and a clock that stands still. */
  const start = async (waitingRoom: WaitingRoom = 'off') => {
    clock = createManualClock(Date.now());
    server = await startHouse(waitingRoom, { clock });
    ann = await member(server, 'ann', { role: 'host' });
  };
  const aloneIs = (client: WireClient) => client.until((each) => each.usersOf('r')?.join() === 'ann');
  const lock = async () => {
    ann.send('host.house', 'r', LOCKED);
    await ann.roundTrip();
  };

  it('whose socket broke comes back within a minute, whatever was locked meanwhile', async () => {
    await start();
    const bob = await member(server, 'bob');
    bob.socket.terminate();
    await aloneIs(ann);
    await lock();
    clock.advance(59_000);
    assert.equal(await knock(await connect(server, 'bob')), 'in');
  });

  it('whose socket broke is as anybody after that', async () => {
    await start();
    const bob = await member(server, 'bob');
    bob.socket.terminate();
    await aloneIs(ann);
    await lock();
    clock.advance(60_000);
    assert.equal(await knock(await connect(server, 'bob')), 'locked');
  });

  it('who was let in once has not to be again after a broken socket', async () => {
    await start('all');
    const bob = await connect(server, 'bob');
    await knock(bob);
    ann.send('host.admit', 'r', { userID: 'bob' });
    await bob.until((client) => client.usersOf('r')?.length === 2);
    bob.socket.terminate();
    await aloneIs(ann);
    assert.equal(await knock(await connect(server, 'bob')), 'in');
  });

  for (const [how, go] of [
    ['left', (bob: WireClient) => bob.send('chat.leave', 'r')],
    ['closed the page', (bob: WireClient) => bob.socket.close(1001)],
    ['sent what no client sends', (bob: WireClient) => bob.socket.send('{')],
  ] as const) {
    it(`who ${how} is as anybody`, async () => {
      await start();
      const bob = await member(server, 'bob');
      go(bob);
      await aloneIs(ann);
      await lock();
      assert.equal(await knock(await connect(server, 'bob')), 'locked');
    });
  }

  it('who lost one of two tabs and closed the other is as anybody', async () => {
    await start();
    const [one, other] = [await member(server, 'bob'), await member(server, 'bob')];
    one.socket.terminate();
    await ann.until((client) => client.usersOf('r')?.length === 2);
    other.send('chat.leave', 'r');
    await aloneIs(ann);
    await lock();
    assert.equal(await knock(await connect(server, 'bob')), 'locked');
  });

  it('who waited with a broken socket has to knock again', async () => {
    await start('all');
    const bob = await connect(server, 'bob');
    await knock(bob);
    bob.socket.terminate();
    await ann.until((client) => waiters(client)?.length === 0);
    assert.equal(await knock(await connect(server, 'bob')), 'waits');
  });

  it('who was taken out for lagging comes back into a locked room', async () => {
    await start();
    const bob = await member(server, 'bob');
    await lock();
    server.rooms.evict('r', 'bob');
    await aloneIs(ann);
    assert.equal(await knock(bob), 'in');
  });

  it('who is away with a broken socket can be removed, and stays out', async () => {
    await start();
    const bob = await member(server, 'bob');
    bob.socket.terminate();
    await aloneIs(ann);
    ann.send('host.remove', 'r', { userID: 'bob' });
    await ann.roundTrip();
    assert.deepEqual(ann.errors, []);
    assert.equal(await knock(await connect(server, 'bob')), 'removed');
  });

  it('a host who lags is no host to those who wait, and is one again when back', async () => {
    await start('all');
    const bob = await connect(server, 'bob');
    await knock(bob);
    server.rooms.evict('r', 'ann');
    await bob.until((client) => client.of('room.waiting').at(-1)?.data.host === false);
    ann.send('host.admit', 'r', { userID: 'bob' });
    await ann.until((client) => client.errors.includes('Only a host can do this'));
    assert.equal(await knock(ann), 'in');
    await bob.until((client) => client.of('room.waiting').at(-1)?.data.host === true);
    assert.deepEqual(waiters(ann), ['bob']);
  });

  it('what a host made of a room is kept for a minute after the last one left, and no longer', async () => {
    await start();
    await lock();
    ann.send('chat.leave', 'r');
    await ann.roundTrip();
    clock.advance(59_000);
    assert.equal(await knock(await connect(server, 'bob')), 'locked');
    clock.advance(1000);
    const bob = await connect(server, 'bob');
    assert.equal(await knock(bob), 'in');
    assert.deepEqual(houseOf(bob), { locked: false, waiting: false });
  });

  it('a removed one stays out while the room lives, and no longer', async () => {
    await start();
    const bob = await member(server, 'bob');
    ann.send('host.remove', 'r', { userID: 'bob' });
    await bob.until((client) => refusals(client).length === 1);
    ann.send('chat.leave', 'r');
    await ann.roundTrip();
    clock.advance(59_000);
    assert.equal(await knock(await connect(server, 'bob')), 'removed');
    clock.advance(1000);
    assert.equal(await knock(await connect(server, 'bob')), 'in');
  });

  it('a denied one may knock again after ten seconds', async () => {
    await start('guests');
    const gus = await guest(server, 'gus');
    await knock(gus);
    ann.send('host.deny', 'r', { userID: 'gus' });
    await gus.until((client) => refusals(client)[0] === 'denied');
    assert.equal(await knock(gus), 'denied');
    clock.advance(10_000);
    assert.equal(await knock(gus), 'waits');
  });

  it('two hosts see the same people wait, and one that is in twice is told twice', async () => {
    await start('all');
    const [eve, again] = [await host(server, 'eve'), await host(server, 'ann')];
    for (const each of [eve, again]) await knock(each);
    await knock(await connect(server, 'bob'));
    for (const each of [ann, eve, again]) await each.until((client) => waiters(client)?.join() === 'bob');
    ann.send('host.remove', 'r', { userID: 'eve' });
    await eve.until((client) => refusals(client)[0] === 'removed');
    assert.equal(await knock(eve), 'removed');
  });
});
