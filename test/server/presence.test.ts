import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { WebSocket } from 'ws';
import { startServer, type StartedServer } from '../../demo/server/start.js';
import { WireClient, connect, socketUrl } from './wire-client.js';

describe('room.users', () => {
  let server: StartedServer;
  let rooms = 0;
  before(async () => (server = await startServer()));
  after(() => server.close());
  const newRoom = () => `presence-${++rooms}`;

  it('comes from the system to the whole room on a join, its newcomer included', async () => {
    const room = newRoom();
    const ann = await connect(server, 'ann');
    await ann.join(room);
    const bo = await connect(server, 'bo');
    await bo.join(room);
    await ann.until((client) => client.usersOf(room)?.length === 2);
    const last = ann.of('room.users').at(-1)!;
    assert.equal(last.from, 'system');
    assert.deepEqual(last.data, {
      users: [
        { userID: 'ann', username: 'ANN' },
        { userID: 'bo', username: 'BO' },
      ],
    });
    assert.deepEqual(bo.of('room.users').at(-1), last);
  });

  it('comes anew to all when somebody joins again', async () => {
    const room = newRoom();
    const ann = await connect(server, 'ann');
    const bo = await connect(server, 'bo');
    await ann.join(room);
    await bo.join(room);
    ann.send('chat.join', room);
    for (const client of [ann, bo]) await client.until((self) => self.of('room.users').length >= 2);
    assert.deepEqual(server.rooms.users(room).length, 2);
  });

  it('comes to the others on a leave, and the leaver gets nothing', async () => {
    const room = newRoom();
    const ann = await connect(server, 'ann');
    const bo = await connect(server, 'bo');
    await ann.join(room);
    await bo.join(room);
    await bo.roundTrip();
    const before = bo.frames.length;
    bo.send('chat.leave', room);
    await ann.until((client) => client.usersOf(room)?.length === 1 && client.of('room.users').length === 3);
    await bo.roundTrip();
    assert.deepEqual(
      bo.frames.slice(before).map(({ type }) => type),
      ['utils.generateRoomID'],
    );
  });

  for (const [how, end] of [
    ['a close frame', (client: WireClient) => client.socket.close()],
    ['a connection that breaks', (client: WireClient) => client.socket.terminate()],
  ] as const) {
    it(`comes to the others on ${how}`, async () => {
      const room = newRoom();
      const ann = await connect(server, 'ann');
      const bo = await connect(server, 'bo');
      await ann.join(room);
      await bo.join(room);
      end(bo);
      await ann.until((client) => client.of('room.users').length === 3);
      assert.deepEqual(ann.usersOf(room), ['ann']);
    });
  }

  it('has an id twice when two sockets share a token, and one leaving takes one away', async () => {
    const room = newRoom();
    const token = await server.issueToken({ sub: 'ann', username: 'Ann' });
    const tabs = [0, 1].map(() => new WireClient(new WebSocket(socketUrl(server.url, token)), 'ann'));
    const [one, other] = tabs as [WireClient, WireClient];
    for (const tab of tabs) await once(tab.socket, 'open');
    await one.join(room);
    await other.join(room);
    await one.until((client) => client.usersOf(room)?.length === 2);
    assert.deepEqual(one.usersOf(room), ['ann', 'ann']);
    one.send('chat.message', room, { message: 'to both' });
    for (const tab of tabs) await tab.until((client) => client.of('chat.message').length === 1);
    other.socket.close();
    await one.until((client) => client.usersOf(room)?.length === 1);
  });

  it('is kept for each of several rooms', async () => {
    const [first, second] = [newRoom(), newRoom()];
    const ann = await connect(server, 'ann');
    const bo = await connect(server, 'bo');
    await ann.join(first);
    await ann.join(second);
    await bo.join(second);
    await ann.until((client) => client.usersOf(second)?.length === 2);
    assert.deepEqual(ann.usersOf(first), ['ann']);
    ann.socket.close();
    await bo.until((client) => client.usersOf(second)?.length === 1);
    assert.deepEqual(server.rooms.users(first), []);
  });

  it('is not changed by leaving a room one is not in', async () => {
    const room = newRoom();
    const ann = await connect(server, 'ann');
    const bo = await connect(server, 'bo');
    await ann.join(room);
    bo.send('chat.leave', room);
    await bo.roundTrip();
    await ann.roundTrip();
    assert.equal(ann.of('room.users').length, 1);
    assert.deepEqual(bo.errors, []);
  });
});
