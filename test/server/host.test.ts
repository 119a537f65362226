import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { WaitingRoom } from '../../demo/server/house/house.js';
import { startServer, type StartedServer } from '../../demo/server/start.js';
import { complaint, guest, host, houseOf, knock, member, refusals, startHouse, waiters } from './house-kit.js';
import { connect } from './wire-client.js';

const ACTS: [type: string, data: object][] = [
  ['host.admit', { userID: 'bob' }],
  ['host.deny', { userID: 'bob' }],
  ['host.remove', { userID: 'bob' }],
  ['host.ask', { userID: 'bob', ask: 'mute' }],
  ['host.house', { locked: true }],
  ['host.end', {}],
];

describe('Without host tools', () => {
  let server: StartedServer;
  afterEach(() => server.close());

  it('nothing on the wire is other than it was', async () => {
    server = await startServer({ secret: 's'.repeat(32), httpLimits: false });
    const ann = await member(server, 'ann', { role: 'host' });
    assert.deepEqual(ann.of('room.users')[0]?.data, { users: [{ userID: 'ann', username: 'ANN' }] });
    assert.deepEqual(await complaint(ann, 'host.end'), ['Invalid message type']);
    const bob = await connect(server, 'bob');
    assert.equal(await knock(bob), 'in');
    const init = { method: 'POST', body: '{}' };
    const answer = (await (await fetch(`${server.url}/auth/sign-in`, init)).json()) as object;
    assert.deepEqual(Object.keys(answer).sort(), ['accessToken', 'tokenType', 'userId', 'username']);
  });
});

describe('With host tools', () => {
  let server: StartedServer;
  afterEach(() => server.close());
  const start = async (waitingRoom: WaitingRoom = 'off') => (server = await startHouse(waitingRoom));

  it('sign-in and every list of people say so', async () => {
    await start('guests');
    const init = { method: 'POST', body: '{}' };
    const answer = (await (await fetch(`${server.url}/auth/sign-in`, init)).json()) as { capabilities: unknown };
    assert.deepEqual(answer.capabilities, ['host-tools']);
    const ann = await member(server, 'ann', { role: 'host' });
    await member(server, 'sue', { role: 'speaker' });
    await member(server, 'bob');
    await ann.until((client) => client.usersOf('r')?.length === 3);
    assert.deepEqual(ann.of('room.users').at(-1)?.data, {
      users: [
        { userID: 'ann', username: 'ANN', role: 'host' },
        { userID: 'sue', username: 'SUE', role: 'speaker' },
        { userID: 'bob', username: 'BOB' },
      ],
      house: { locked: false, waiting: true },
    });
  });

  it('people who have to wait hear whether a host is there, and are let in by one', async () => {
    await start('all');
    const bob = await connect(server, 'bob');
    assert.equal(await knock(bob), 'waits');
    const ann = await host(server, 'ann');
    await ann.join('r');
    await ann.until((client) => waiters(client)?.includes('bob'));
    await bob.until((client) => client.of('room.waiting').length === 2);
    assert.deepEqual(
      bob.of('room.waiting').map(({ data }) => data),
      [{ host: false }, { host: true }],
    );
    assert.equal(bob.of('room.users').length, 0);
    assert.deepEqual(await complaint(bob, 'chat.message', { message: 'x' }), ["You can't send messages to this room"]);
    ann.send('host.admit', 'r', { userID: 'bob' });
    await bob.until((client) => client.usersOf('r')?.length === 2);
    await ann.until((client) => waiters(client)?.length === 0);
  });

  it('hear that the host went', async () => {
    await start('all');
    const ann = await member(server, 'ann', { role: 'host' });
    const bob = await connect(server, 'bob');
    await knock(bob);
    ann.send('chat.leave', 'r');
    await bob.until((client) => client.of('room.waiting').at(-1)?.data.host === false);
  });

  it('an older client is told in words, and gets in all the same', async () => {
    await start('all');
    const ann = await member(server, 'ann', { role: 'host' });
    const old = await connect(server, 'old');
    assert.deepEqual(await complaint(old, 'chat.join'), ['Waiting for a host to let you in']);
    ann.send('host.admit', 'r', { userID: 'old' });
    await old.until((client) => client.usersOf('r')?.length === 2);
    ann.send('host.remove', 'r', { userID: 'old' });
    await old.until((client) => client.errors.includes('A host removed you from this room'));
    assert.equal(old.of('room.refused').length + old.of('room.waiting').length, 0);
  });

  it('who was denied is out, and may knock again in ten seconds', async () => {
    await start('all');
    const ann = await member(server, 'ann', { role: 'host' });
    const bob = await connect(server, 'bob');
    await knock(bob);
    await ann.until((client) => waiters(client)?.length === 1);
    ann.send('host.deny', 'r', { userID: 'bob' });
    await bob.until((client) => refusals(client)[0] === 'denied');
    assert.equal(await knock(bob), 'denied');
    await ann.roundTrip();
    assert.deepEqual(waiters(ann), []);
  });

  it('who waits and goes is on no list any more', async () => {
    await start('all');
    const ann = await member(server, 'ann', { role: 'host' });
    const [bob, cid] = [await connect(server, 'bob'), await connect(server, 'cid')];
    await knock(bob);
    await knock(cid);
    await ann.until((client) => waiters(client)?.length === 2);
    bob.send('chat.leave', 'r');
    cid.socket.terminate();
    await ann.until((client) => waiters(client)?.length === 0);
    assert.deepEqual(await complaint(ann, 'host.admit', { userID: 'bob' }), ['There is nobody by that id']);
  });

  it('a removed one stays out, whichever socket they come by', async () => {
    await start();
    const ann = await member(server, 'ann', { role: 'host' });
    const bobs = [await member(server, 'bob'), await member(server, 'bob')];
    ann.send('host.remove', 'r', { userID: 'bob' });
    for (const bob of bobs) await bob.until((client) => refusals(client)[0] === 'removed');
    await ann.until((client) => client.usersOf('r')?.join() === 'ann');
    assert.equal(await knock(await connect(server, 'bob')), 'removed');
  });

  it('a removed guest who signs in again has to knock, and others do not', async () => {
    await start();
    const ann = await member(server, 'ann', { role: 'host' });
    const troll = await guest(server, 'troll');
    assert.equal(await knock(troll), 'in');
    ann.send('host.remove', 'r', { userID: 'troll' });
    await troll.until((client) => refusals(client).length === 1);
    assert.equal(await knock(await guest(server, 'troll-again')), 'waits');
    assert.equal(await knock(await connect(server, 'bob')), 'in');
  });

  it('a locked room is for its members and for hosts', async () => {
    await start();
    const ann = await member(server, 'ann', { role: 'host' });
    await member(server, 'bob');
    ann.send('host.house', 'r', { locked: true });
    await ann.until((client) => JSON.stringify(houseOf(client)) === '{"locked":true,"waiting":false}');
    assert.equal(await knock(await connect(server, 'cid')), 'locked');
    assert.equal(await knock(await connect(server, 'sue', {}, { role: 'speaker' })), 'locked');
    assert.equal(await knock(await connect(server, 'bob')), 'in'); // a second tab of a member
    assert.equal(await knock(await host(server, 'eve')), 'in');
    ann.send('host.house', 'r', { locked: false });
    assert.equal(await knock(await connect(server, 'dan')), 'in');
  });

  it('a lock sends those home who wait', async () => {
    await start('all');
    const ann = await member(server, 'ann', { role: 'host' });
    const bob = await connect(server, 'bob');
    await knock(bob);
    ann.send('host.house', 'r', { locked: true });
    await bob.until((client) => refusals(client)[0] === 'locked');
  });

  it('a cap counts people, and not their sockets', async () => {
    await start();
    const ann = await member(server, 'ann', { role: 'host' });
    await member(server, 'ann', { role: 'host' });
    ann.send('host.house', 'r', { cap: 2 });
    await ann.until((client) => (houseOf(client) as { cap?: number }).cap === 2);
    assert.equal(await knock(await connect(server, 'bob')), 'in');
    assert.equal(await knock(await connect(server, 'cid')), 'full');
    ann.send('host.house', 'r', { cap: null });
    await ann.until((client) => !('cap' in (houseOf(client) as object)));
    assert.equal(await knock(await connect(server, 'cid')), 'in');
  });

  it('the one who is asked, and nobody else, hears who asks', async () => {
    await start();
    const ann = await member(server, 'ann', { role: 'host' });
    const [bob, cid] = [await member(server, 'bob'), await member(server, 'cid')];
    ann.send('host.ask', 'r', { userID: 'bob', ask: 'unmute', from: 'cid' });
    await bob.until((client) => client.of('host.ask').length === 1);
    assert.deepEqual(bob.of('host.ask')[0], { type: 'host.ask', room: 'r', data: { ask: 'unmute' }, from: 'ann' });
    await cid.roundTrip();
    assert.equal(cid.of('host.ask').length, 0);
    assert.deepEqual(await complaint(ann, 'host.ask', { userID: 'eve', ask: 'mute' }), ['There is nobody by that id']);
  });

  it('the end is told to all, also to who waits, and the room starts afresh', async () => {
    await start('guests');
    const ann = await member(server, 'ann', { role: 'host' });
    const [bob, gus] = [await member(server, 'bob'), await guest(server, 'gus')];
    await knock(gus);
    ann.send('host.house', 'r', { locked: true, waiting: false, cap: 3 });
    await gus.until((client) => refusals(client).length === 1);
    await bob.until((client) => (houseOf(client) as { locked: boolean }).locked);
    bob.frames.length = 0;
    ann.send('host.end', 'r');
    for (const each of [ann, bob]) await each.until((client) => refusals(client)[0] === 'ended');
    assert.equal(bob.of('room.users').length, 0, 'nobody sees the others go one by one');
    assert.equal(server.rooms.size, 0);
    assert.equal(await knock(bob), 'in');
    assert.deepEqual(houseOf(bob), { locked: false, waiting: true });
  });

  it('only a host in the room can do anything', async () => {
    await start();
    const ann = await host(server, 'ann');
    const bob = await member(server, 'bob');
    const sue = await member(server, 'sue', { role: 'speaker' });
    const gus = await member(server, 'gus', { role: 'host', guest: true });
    for (const [type, data] of ACTS) {
      for (const each of [ann, bob, sue, gus]) {
        assert.deepEqual(await complaint(each, type, data), ['Only a host can do this'], `${each.id} ${type}`);
      }
    }
    assert.equal(server.rooms.users('r').length, 3);
  });
});
