import assert from 'node:assert/strict';
import { once } from 'node:events';
import { afterEach, describe, it } from 'node:test';
import { WebSocket } from 'ws';
import type { SignalingOptions } from '../../demo/server/server.js';
import { startServer, type StartedServer } from '../../demo/server/start.js';
import { connect, refusedStatus, socketUrl, type WireClient } from './wire-client.js';

describe('Limits of a server', () => {
  let server: StartedServer | undefined;
  afterEach(() => server?.close());
  const start = async (limits: NonNullable<SignalingOptions['limits']>, options: Partial<SignalingOptions> = {}) =>
    (server = await startServer({ limits, ...options }));

  const ended = async (client: WireClient) => {
    client.socket.close();
    await client.closed;
  };
  const refused = async (id: string, from?: string) => {
    const address = socketUrl(server!.url, await server!.issueToken({ sub: id }));
    return refusedStatus(address, from === undefined ? {} : { headers: { 'X-Forwarded-For': from } });
  };

  it('keep a user to so many rooms, whatever the number of sockets, and say so', async () => {
    await start({ roomsPerUser: 2 });
    const [one, other] = [await connect(server!, 'ann'), await connect(server!, 'ann')];
    await one.join('a');
    await other.join('b');
    await other.join('a'); // the same two
    one.send('chat.join', 'c');
    await one.until((client) => client.errors.length === 1);
    assert.deepEqual(one.errors, ['Too many rooms (maximum is 2)']);
    await one.join('a'); // to join again is harmless
    one.send('chat.leave', 'a');
    other.send('chat.leave', 'a');
    await other.roundTrip();
    await one.join('c');
    assert.deepEqual(server!.rooms.names().sort(), ['b', 'c']);
  });

  it('keep a room to so many people, and say so to who comes later', async () => {
    await start({ peoplePerRoom: 2 });
    const [ann, bo, cy] = [await connect(server!, 'ann'), await connect(server!, 'bo'), await connect(server!, 'cy')];
    await ann.join('room');
    await bo.join('room');
    cy.send('chat.join', 'room');
    await cy.until((client) => client.errors.length === 1);
    assert.deepEqual(cy.errors, ['Room is full (maximum is 2 people)']);
    cy.send('chat.message', 'room', { message: 'hello' });
    await cy.until((client) => client.errors.length === 2);
    assert.equal(server!.rooms.users('room').length, 2);
    await ended(bo);
    await cy.join('room');
  });

  it('keep a user to so many sockets: 429 before the upgrade, until one is closed', async () => {
    await start({ socketsPerUser: 2 });
    const tabs = [await connect(server!, 'ann'), await connect(server!, 'ann')];
    assert.equal(await refused('ann'), 429);
    await connect(server!, 'bo');
    await ended(tabs[0]!);
    await connect(server!, 'ann');
  });

  it('keep an address to so many sockets, an IPv6 /64 counting as one', async () => {
    await start({ socketsPerAddress: 2 }, { proxies: 1 });
    const from = (address: string) => ({ headers: { 'X-Forwarded-For': address } });
    await connect(server!, 'a', from('2001:db8:1:2::1'));
    await connect(server!, 'b', from('2001:db8:1:2:ffff::9'));
    assert.equal(await refused('c', '2001:db8:1:2::3'), 429);
    await connect(server!, 'c', from('2001:db8:1:3::3'));
    await connect(server!, 'd', from('192.0.2.1'));
  });

  it('keep all together to so many sockets: 503', async () => {
    await start({ sockets: 1 });
    await connect(server!, 'ann');
    assert.equal(await refused('bo'), 503);
  });

  it('are told with a time to wait', async () => {
    await start({ sockets: 0 });
    const socket = new WebSocket(socketUrl(server!.url, await server!.issueToken()));
    socket.on('error', () => {});
    const [request, response] = (await once(socket, 'unexpected-response')) as [
      { destroy(): void },
      { headers: Record<string, string> },
    ];
    assert.equal(response.headers['retry-after'], '30');
    request.destroy();
  });
});

describe('A connection that ends', () => {
  it('leaves every room it was in, and costs the rooms it was not in nothing', async () => {
    const server = await startServer();
    const ann = await connect(server, 'ann');
    const others = [];
    for (let index = 0; index < 30; index += 1) {
      const other = await connect(server, `other-${index}`);
      await other.join(`room-${index}`);
      others.push(other);
    }
    for (const room of ['room-1', 'room-2', 'room-3']) await ann.join(room);
    ann.send('chat.leave', 'room-3');
    await ann.roundTrip();
    ann.socket.terminate();
    for (const index of [1, 2]) await others[index]!.until((client) => client.of('room.users').length === 3);
    await others[0]!.roundTrip();
    assert.equal(others[0]!.of('room.users').length, 1);
    assert.equal(server.rooms.names().length, 30);
    await server.close();
  });
});
