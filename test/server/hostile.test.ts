import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect as connectTcp, type Socket } from 'node:net';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { startServer, type StartedServer } from '../../demo/server/start.js';
import { hostileValue, spoiledFrame } from '../protocol/wire.js';
import { connect, socketUrl, type WireClient } from './wire-client.js';

/** Each on a connection of its own. */
const FRAMES = 300;

describe('Hostile input', () => {
  let server: StartedServer;
  let ann: WireClient;
  let said = 0;
  before(async () => {
    server = await startServer();
    ann = await connect(server, 'ann');
    await ann.join('room');
  });
  after(() => server.close());

  /** The one who did nothing is still there and heard; so is a newcomer. */
  const assertOthersFine = async () => {
    const bo = await connect(server, 'bo');
    await bo.join('room');
    const message = `still here ${++said}`;
    ann.send('chat.message', 'room', { message });
    await bo.until((client) => client.of('chat.message').some(({ data }) => data.message === message));
    bo.socket.close();
    await bo.closed;
    assert.deepEqual(ann.errors, []);
  };

  const raw = async (bytes: string | Buffer): Promise<Socket> => {
    const socket = connectTcp(server.port, '127.0.0.1');
    socket.on('error', () => {}); // a reset is an answer, too
    await once(socket, 'connect');
    socket.write(bytes);
    socket.resume();
    return socket;
  };

  /** An upgraded connection that can send what no client library would. */
  const upgraded = async () => {
    const url = new URL(socketUrl(server.url, await server.issueToken({ sub: 'eve', username: 'Eve' })));
    const socket = await raw('');
    socket.write(
      `GET ${url.pathname}${url.search} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    );
    await once(socket, 'data');
    return socket;
  };

  it('closes who sends a message in fragments without an end, and soon lets the line go', async () => {
    const eve = await upgraded();
    const closed = once(eve, 'close');
    const masked = (head: number) => Buffer.from([head, 0x81, 0, 0, 0, 0, 0x61]);
    eve.write(Buffer.concat([masked(0x01), ...Array<Buffer>(1000).fill(masked(0x00))]));
    await closed; // while the message is still not whole
    await assertOthersFine();
  });

  const deep = `{"type":"chat.typing","room":"room","data":{"x":${'['.repeat(30_000)}${']'.repeat(30_000)}}}`;
  for (const [what, text] of [
    ['data nested 30,000 deep', deep],
    ['a prototype as type', '{"type":"constructor","room":"room","data":{}}'],
    [
      'prototype keys',
      '{"type":"chat.typing","room":"room","data":{"__proto__":{"toJSON":1},"toJSON":2,"typing":true}}',
    ],
    ['a room called __proto__', '{"type":"chat.join","room":"__proto__"}'],
    ['lone surrogates', '{"type":"chat.typing","room":"room","data":{"x":"\\ud800"}}'],
    ['an endless number', '{"type":"chat.typing","room":"room","data":{"x":1e999}}'],
  ] as const) {
    it(`as ${what} harms nobody else`, async () => {
      const eve = await connect(server, 'eve');
      await eve.join('room');
      eve.socket.send(text);
      // Closed or answered: either way the server is through with it.
      await Promise.race([eve.closed, eve.roundTrip()]);
      await assertOthersFine();
      eve.socket.terminate();
    });
  }

  it('as generated frames and bytes is answered or closed, and relayed under no name but its sender’s', async () => {
    const json = fc.oneof(spoiledFrame, hostileValue).map((value) => JSON.stringify(value));
    const frame = fc.oneof({ weight: 4, arbitrary: json }, { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }) });
    const bystander = await connect(server, 'bystander');
    await bystander.join('r'); // the room of spoiled frames
    await fc.assert(
      fc.asyncProperty(frame, async (sent) => {
        const eve = await connect(server, 'eve');
        await eve.join('r');
        eve.socket.send(sent);
        await Promise.race([eve.closed, eve.roundTrip()]);
        eve.socket.terminate();
        await eve.closed;
      }),
      { numRuns: FRAMES },
    );
    await bystander.roundTrip();
    const relayed = bystander.frames.filter(({ type }) => type !== 'room.users' && type !== 'utils.generateRoomID');
    assert.ok(relayed.length > 0, 'nothing of it was relayed');
    for (const { from, room } of relayed) assert.deepEqual({ from, room }, { from: 'eve', room: 'r' });
    bystander.socket.close();
    await assertOthersFine();
  });

  for (const [what, frame] of [
    ['unmasked', Buffer.from([0x81, 0x02, 0x7b, 0x7d])],
    ['of a reserved opcode', Buffer.from([0x83, 0x80, 0, 0, 0, 0])],
    ['with reserved bits', Buffer.from([0xf1, 0x80, 0, 0, 0, 0])],
    ['that is text but not UTF-8', Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0xff, 0xfe])],
    ['that announces 2^62 bytes', Buffer.from([0x82, 0xff, 0x40, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
    ['of noise', Buffer.from(Array.from({ length: 500 }, (_, index) => (index * 7919) % 256))],
  ] as const) {
    it(`in a frame ${what} closes its sender alone`, async () => {
      const socket = await upgraded();
      socket.write(frame);
      await once(socket, 'close');
      await assertOthersFine();
    });
  }

  for (const [what, bytes] of [
    ['no HTTP', 'hello\r\n\r\n'],
    ['a path that is no URL', 'GET //[::%zz?token=%%% HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
    ['an upgrade elsewhere', 'GET /x HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'],
    ['an upgrade to something else', 'GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n'],
  ] as const) {
    it(`as ${what} is answered and closed`, async () => {
      const socket = await raw(bytes);
      await once(socket, 'close');
      await assertOthersFine();
    });
  }

  it('of a valid token in an upgrade without a key is refused', async () => {
    const url = new URL(socketUrl(server.url, await server.issueToken()));
    const socket = await raw(
      `GET /ws${url.search} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
    );
    await once(socket, 'close');
    await assertOthersFine();
  });

  it('of a sign-in that breaks off in its body is forgotten', async () => {
    const socket = await raw('POST /auth/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"user');
    socket.destroy();
    await once(socket, 'close');
    await assertOthersFine();
  });

  it('of sockets that vanish in the middle of the upgrade is survived', async () => {
    const { search } = new URL(socketUrl(server.url, await server.issueToken()));
    const upgrade =
      `GET /ws${search} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n';
    const vanish = async (_: unknown, index: number) => {
      const socket = await raw(upgrade);
      const closed = once(socket, 'close');
      if (index % 2) socket.resetAndDestroy();
      else socket.destroy();
      await closed;
    };
    await Promise.all(Array.from({ length: 50 }, vanish));
    await assertOthersFine();
  });
});
