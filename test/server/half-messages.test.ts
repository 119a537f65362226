import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect as connectTcp, type Socket } from 'node:net';
import { PassThrough } from 'node:stream';
import { afterEach, describe, it } from 'node:test';
import { HalfMessages } from '../../demo/server/half-messages.js';
import { startServer, type StartedServer } from '../../demo/server/start.js';
import { createManualClock } from './manual-clock.js';
import { connect, socketUrl } from './wire-client.js';

/** A frame as a client writes it, masked with zeros. */
const frame = (first: number, payload: Buffer): Buffer => {
  const { length } = payload;
  const long = length > 125;
  const head = Buffer.alloc(long ? 8 : 6);
  head[0] = first;
  head[1] = 0x80 | (long ? 126 : length);
  if (long) head.writeUInt16BE(length, 2);
  return Buffer.concat([head, payload]);
};
const TEXT = 0x81;
const TEXT_BEGUN = 0x01;
const MORE = 0x00;
const LAST = 0x80;
const PING = 0x89;

describe('A message that has come in part', () => {
  const watched = () => {
    const clock = createManualClock();
    const halves = new HalfMessages(clock);
    let ends = 0;
    const open = () => {
      const socket = new PassThrough();
      halves.watch(socket, () => (ends += 1));
      return {
        socket,
        say: async (bytes: Buffer) => {
          const heard = once(socket, 'data');
          socket.write(bytes);
          await heard;
        },
      };
    };
    return { clock, halves, open, ends: () => ends };
  };

  it('is counted until it is whole, wherever it is cut', async () => {
    const { halves, open } = watched();
    const { say } = open();
    const whole = Buffer.concat([
      frame(TEXT, Buffer.alloc(300)),
      frame(TEXT_BEGUN, Buffer.alloc(10)),
      frame(PING, Buffer.alloc(2)),
      frame(MORE, Buffer.alloc(0)),
      frame(LAST, Buffer.alloc(7)),
    ]);
    for (let cut = 1; cut < whole.length; cut += 1) {
      await say(whole.subarray(0, cut));
      assert.equal(halves.bytes > 0, cut !== 308, String(cut));
      await say(whole.subarray(cut));
      assert.equal(halves.bytes, 0, String(cut));
    }
  });

  it('has 20 s, also behind one that was whole, and whatever comes meanwhile', async () => {
    const { clock, open, ends } = watched();
    const { say } = open();
    await say(Buffer.concat([frame(TEXT, Buffer.alloc(3)), frame(TEXT, Buffer.alloc(9)).subarray(0, 8)]));
    clock.advance(19_000);
    await say(Buffer.alloc(1));
    assert.equal(ends(), 0);
    clock.advance(1000);
    assert.equal(ends(), 1);
  });

  it('is ended, the oldest first, where all together are too many', async () => {
    const { halves, open, ends } = watched();
    const half = frame(TEXT, Buffer.alloc(65_000)).subarray(0, 64_000);
    for (let count = 0; count < 261; count += 1) await open().say(half);
    assert.equal(ends(), 0);
    await open().say(half);
    assert.equal(ends(), 1);
    assert.ok(halves.bytes <= 16_777_216);
  });

  it('is forgotten with its socket', async () => {
    const { clock, halves, open, ends } = watched();
    const { socket, say } = open();
    await say(Buffer.from([TEXT]));
    socket.destroy();
    await once(socket, 'close');
    assert.equal(halves.bytes, 0);
    clock.advance(30_000);
    assert.equal(ends(), 0);
  });
});

describe('A server', () => {
  let server: StartedServer | undefined;
  afterEach(() => server?.close());

  const upgraded = async (): Promise<Socket> => {
    const url = new URL(socketUrl(server!.url, await server!.issueToken({ sub: 'eve' })));
    const socket = connectTcp(server!.port, '127.0.0.1');
    socket.on('error', () => {}); // a reset is an answer, too
    socket.write(
      `GET ${url.pathname}${url.search} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    );
    await once(socket, 'data');
    return socket;
  };

  it('lets go who never ends a message, and nobody else', async () => {
    const clock = createManualClock();
    const reasons: string[] = [];
    server = await startServer({
      clock,
      onEvent: (event) => {
        if (event.kind === 'end') reasons.push(event.reason);
      },
    });
    const ann = await connect(server, 'ann');
    await ann.join('room');
    const eve = await upgraded();
    const join = Buffer.from('{"type":"chat.join","room":"room","data":{}}');
    eve.write(Buffer.concat([frame(TEXT, join), frame(TEXT, Buffer.alloc(60_000)).subarray(0, 100)]));
    await ann.until((client) => client.usersOf('room')?.length === 2);
    const closed = once(eve, 'close');
    eve.resume();
    clock.advance(20_000);
    await closed;
    await ann.roundTrip();
    assert.deepEqual(reasons, ['half-message']);
  });
});
