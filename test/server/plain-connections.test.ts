import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect as connectTcp, type Socket } from 'node:net';
import { afterEach, describe, it } from 'node:test';
import type { SignalingOptions } from '../../demo/server/server.js';
import { startServer, type StartedServer } from '../../demo/server/start.js';
import { connect } from './wire-client.js';

describe('Connections that are no sockets', () => {
  let server: StartedServer | undefined;
  const open: Socket[] = [];
  afterEach(() => {
    for (const socket of open.splice(0)) socket.destroy();
    return server?.close();
  });
  const start = async (options: Partial<SignalingOptions> = {}) =>
    (server = await startServer({ limits: { connectionsPerAddress: 2 }, ...options }));

  /** Whether the server answers on a connection, which stays open then. */
  const isServed = async (): Promise<boolean> => {
    const socket = connectTcp(server!.port, '127.0.0.1');
    open.push(socket);
    socket.on('error', () => {}); // a reset is an answer, too
    const answer = Promise.race([once(socket, 'data').then(() => true), once(socket, 'close').then(() => false)]);
    socket.write('GET /health HTTP/1.1\r\nHost: x\r\n\r\n');
    return answer;
  };

  it('are so many of an address, until one is closed', async () => {
    const refused: number[] = [];
    await start({
      onEvent: (event) => {
        if (event.kind === 'refuse') refused.push(event.status);
      },
    });
    assert.deepEqual([await isServed(), await isServed(), await isServed()], [true, true, false]);
    assert.deepEqual(refused, [429]);
    const closed = once(open[0]!, 'close');
    open[0]!.end();
    await closed;
    assert.equal(await isServed(), true);
  });

  it('are no more counted once they are sockets, nor counted twice', async () => {
    await start();
    const people = [];
    for (const id of ['ann', 'bo', 'cy']) people.push(await connect(server!, id));
    assert.equal(await isServed(), true);
    for (const { socket, closed } of people) {
      socket.close();
      await closed;
    }
    assert.deepEqual([await isServed(), await isServed()], [true, false]);
  });

  it('are not counted where a trusted proxy has them, be it by number or by address', async () => {
    await start({ proxies: 1 });
    assert.deepEqual([await isServed(), await isServed(), await isServed()], [true, true, true]);
  });
});

describe('An upgrade', () => {
  it('that fails by a fault of ours is closed and told, and the server goes on', async () => {
    const failures: unknown[] = [];
    const fault = new Error('a listener that fails');
    const server = await startServer({
      onEvent: (event) => {
        if (event.kind === 'failure') failures.push(event.error);
        if (event.kind === 'refuse') throw fault;
      },
    });
    const socket = connectTcp(server.port, '127.0.0.1');
    socket.on('error', () => {}); // a reset is an answer, too
    const closed = once(socket, 'close');
    socket.write('GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
    await closed;
    assert.deepEqual(failures, [fault]);
    const ann = await connect(server, 'ann');
    await ann.join('room');
    await server.close();
  });
});
