import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { SignJWT } from 'jose';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { StartedServer } from '../../demo/server/start.js';
import { complaint, guest, host, houseOf, knock, member, refusals, startHouse, waiters } from './house-kit.js';
import { WireClient, connect, socketUrl } from './wire-client.js';

describe('What happens to a room at the same time', () => {
  let server: StartedServer;
  afterEach(() => server.close());

  it('somebody goes while they are let in: nobody is there, and the host is told', async () => {
    server = await startHouse('all');
    const ann = await member(server, 'ann', { role: 'host' });
    const bob = await connect(server, 'bob');
    await knock(bob);
    bob.send('chat.leave', 'r');
    await bob.roundTrip();
    assert.deepEqual(await complaint(ann, 'host.admit', { userID: 'bob' }), ['There is nobody by that id']);
    assert.deepEqual(ann.usersOf('r'), ['ann']);
    assert.equal(await knock(bob), 'waits');
  });

  it('two hosts decide about the same person: the first word counts', async () => {
    server = await startHouse('all');
    const [ann, eve] = [await member(server, 'ann', { role: 'host' }), await member(server, 'eve', { role: 'host' })];
    const bob = await connect(server, 'bob');
    await knock(bob);
    ann.send('host.admit', 'r', { userID: 'bob' });
    await ann.roundTrip();
    assert.deepEqual(await complaint(eve, 'host.deny', { userID: 'bob' }), ['There is nobody by that id']);
    assert.deepEqual(
      server.rooms
        .users('r')
        .map(({ userID }) => userID)
        .sort(),
      ['ann', 'bob', 'eve'],
    );
  });

  it('somebody is removed and joins in one breath', async () => {
    server = await startHouse();
    const ann = await member(server, 'ann', { role: 'host' });
    const bob = await member(server, 'bob');
    ann.send('host.remove', 'r', { userID: 'bob' });
    for (let count = 0; count < 20; count += 1) bob.send('chat.join', 'r', { knock: true });
    await bob.until((client) => refusals(client).length > 0);
    await Promise.all([ann.roundTrip(), bob.roundTrip()]);
    assert.deepEqual(
      server.rooms.users('r').map(({ userID }) => userID),
      ['ann'],
    );
    assert.ok(refusals(bob).every((reason) => reason === 'removed'));
  });

  it('a call ends while people join it: each is told of the end, or is in the one after it', async () => {
    server = await startHouse();
    const ann = await member(server, 'ann', { role: 'host' });
    const all = await Promise.all(Array.from({ length: 12 }, (_, index) => connect(server, `p${index}`)));
    for (const [index, each] of all.entries()) {
      if (index === 6) ann.send('host.end', 'r');
      each.send('chat.join', 'r', { knock: true });
    }
    await ann.until((client) => refusals(client)[0] === 'ended');
    await Promise.all(all.map((each) => each.roundTrip()));
    const inside = server.rooms.users('r').map(({ userID }) => userID);
    const ended = all.filter((each) => refusals(each)[0] === 'ended').map(({ id }) => id);
    assert.deepEqual([...inside, ...ended].sort(), all.map(({ id }) => id).sort());
  });

  it('the second socket of somebody who waits is let in with the first', async () => {
    server = await startHouse('guests');
    const ann = await member(server, 'ann', { role: 'host' });
    const tabs = [await guest(server, 'gus'), await guest(server, 'gus')];
    for (const tab of tabs) assert.equal(await knock(tab), 'waits');
    await ann.until((client) => waiters(client)?.length === 1);
    ann.send('host.admit', 'r', { userID: 'gus' });
    for (const tab of tabs) await tab.until((client) => client.usersOf('r')?.includes('gus'));
    await ann.until((client) => waiters(client)?.length === 0);
  });

  it('a host lets waiting be: who waits gets in, as far as there is room, and the others are told', async () => {
    server = await startHouse('all');
    const ann = await member(server, 'ann', { role: 'host' });
    const [bob, cid] = [await connect(server, 'bob'), await connect(server, 'cid')];
    for (const each of [bob, cid]) await knock(each);
    ann.send('host.house', 'r', { waiting: false, cap: 2 });
    await bob.until((client) => client.usersOf('r')?.includes('bob'));
    await cid.until((client) => refusals(client)[0] === 'full');
  });

  it('a host makes people wait where the server does not: all but hosts and speakers', async () => {
    server = await startHouse();
    const ann = await member(server, 'ann', { role: 'host' });
    ann.send('host.house', 'r', { waiting: true });
    await ann.until((client) => JSON.stringify(houseOf(client)) === '{"locked":false,"waiting":true}');
    assert.equal(await knock(await connect(server, 'bob')), 'waits');
    assert.equal(await knock(await guest(server, 'gus')), 'waits');
    assert.equal(await knock(await connect(server, 'sue', {}, { role: 'speaker' })), 'in');
  });

  it('where guests have to wait nobody else does, also when a host says it again', async () => {
    server = await startHouse('guests');
    const ann = await member(server, 'ann', { role: 'host' });
    ann.send('host.house', 'r', { waiting: true });
    await ann.roundTrip();
    assert.equal(await knock(await connect(server, 'bob')), 'in');
    assert.equal(await knock(await guest(server, 'gus')), 'waits');
  });

  it('nobody is let into a room that is full', async () => {
    server = await startHouse('all', { limits: { peoplePerRoom: 3 } });
    const ann = await member(server, 'ann', { role: 'host' });
    const [bob, cid] = [await connect(server, 'bob'), await connect(server, 'cid')];
    await knock(bob);
    ann.send('host.house', 'r', { cap: 1 });
    assert.deepEqual(await complaint(ann, 'host.admit', { userID: 'bob' }), ['This room is full']);
    ann.send('host.house', 'r', { cap: null });
    await ann.roundTrip();
    await knock(cid);
    await member(server, 'eve', { role: 'host' });
    ann.send('host.admit', 'r', { userID: 'bob' });
    await bob.until((client) => client.usersOf('r')?.includes('bob'));
    ann.send('host.admit', 'r', { userID: 'cid' });
    await cid.until((client) => refusals(client)[0] === 'full'); // the server's own limit
  });

  it('a host by a token of some rooms is one there, and nowhere else', async () => {
    server = await startHouse();
    const token = await new SignJWT({ username: 'ANN', role: 'host', room: 'r' })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject('ann')
      .setIssuer('private-meet')
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(server.secret));
    const socket = new WebSocket(socketUrl(server.url, token));
    const ann = new WireClient(socket, 'ann');
    await once(socket, 'open');
    await member(server, 'bob', {}, 'other');
    assert.deepEqual(await complaint(ann, 'chat.join', {}, 'other'), ["You can't send messages to this room"]);
    assert.deepEqual(await complaint(ann, 'host.end', {}, 'other'), ['Only a host can do this']);
    await ann.join('r');
    assert.deepEqual(await complaint(ann, 'host.house', { locked: true }), []);
    assert.equal(await knock(await host(server, 'eve'), 'other'), 'in');
  });
});
