import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startServer, type StartedServer } from '../../demo/server/start.js';
import { connect } from './wire-client.js';

describe('Frames', () => {
  let server: StartedServer;
  let rooms = 0;
  before(async () => (server = await startServer()));
  after(() => server.close());

  const pair = async () => {
    const room = `room-${++rooms}`;
    const ann = await connect(server, 'ann');
    const bo = await connect(server, 'bo');
    await ann.join(room);
    await bo.join(room);
    await ann.until((client) => client.usersOf(room)?.length === 2);
    return { room, ann, bo };
  };

  it('go out as binary, whether they came as text or binary', async () => {
    const { room, ann, bo } = await pair();
    ann.send('chat.message', room, { message: 'text' });
    ann.socket.send(Buffer.from(JSON.stringify({ type: 'chat.message', room, data: { message: 'binary' } })));
    await bo.until((client) => client.of('chat.message').length === 2);
    assert.deepEqual(
      bo.of('chat.message').map(({ data }) => data.message),
      ['text', 'binary'],
    );
    assert.ok(bo.raw.every(({ binary }) => binary));
  });

  for (const [type, data] of [
    ['chat.message', { message: 'hi' }],
    ['chat.typing', { typing: true }],
    ['webrtc.offer', { sdp: 'v=0', to: 'bo' }],
    ['webrtc.answer', { sdp: 'v=0', to: 'nobody' }],
    ['webrtc.iceCandidate', { candidate: '{"candidate":""}', to: 'bo' }],
  ] as const) {
    it(`relays ${type} to the whole room, its sender included`, async () => {
      const { room, ann, bo } = await pair();
      ann.send(type, room, data);
      for (const client of [ann, bo]) {
        await client.until((self) => self.of(type).length === 1);
        assert.deepEqual(client.of(type)[0], { type, room, data, from: 'ann' });
      }
    });
  }

  it('keep extra fields in data, lose those beside it, and name their true sender', async () => {
    const { room, ann, bo } = await pair();
    const data = { typing: false, x: { v: 1, deep: [null, { __proto__2: true }] }, ['__proto__']: 1 };
    ann.socket.send(JSON.stringify({ type: 'chat.typing', room, data, from: 'bo', extra: 1 }));
    await bo.until((client) => client.of('chat.typing').length === 1);
    assert.deepEqual(bo.of('chat.typing')[0], { type: 'chat.typing', room, data, from: 'ann' });
  });

  it('have <, > and & written as escapes of the same value', async () => {
    const { room, ann, bo } = await pair();
    ann.send('chat.message', room, { message: '<b>&</b>' });
    await bo.until((client) => client.of('chat.message').length === 1);
    const { text } = bo.raw.at(-1)!;
    assert.match(text, /"\\u003cb\\u003e\\u0026\\u003c\/b\\u003e"/);
    assert.equal(bo.frames.at(-1)!.data.message, '<b>&</b>');
  });

  it('have a room trimmed, and a message judged trimmed and relayed as it is', async () => {
    const { room, ann, bo } = await pair();
    ann.send('chat.message', `  ${room} `, { message: '  hi\n', kept: ' x ' });
    await bo.until((client) => client.of('chat.message').length === 1);
    assert.deepEqual(bo.frames.at(-1), {
      type: 'chat.message',
      room,
      data: { message: '  hi\n', kept: ' x ' },
      from: 'ann',
    });
  });

  it('stay in their room', async () => {
    const { ann, bo, room } = await pair();
    await bo.join('elsewhere');
    bo.send('chat.message', 'elsewhere', { message: 'not for Ann' });
    bo.send('chat.message', room, { message: 'for Ann' });
    await ann.until((client) => client.of('chat.message').length > 0);
    await ann.roundTrip();
    assert.deepEqual(
      ann.of('chat.message').map(({ data }) => data.message),
      ['for Ann'],
    );
  });

  it('asking for a room id are answered to the sender alone', async () => {
    const { ann, bo } = await pair();
    ann.send('utils.generateRoomID');
    await ann.until((client) => client.of('utils.generateRoomID').length === 1);
    const { data, from, room } = ann.of('utils.generateRoomID')[0]!;
    assert.equal(from, 'system');
    assert.equal(room, undefined);
    assert.match(String(data.roomID), /^\S{8,128}$/);
    await bo.roundTrip();
    assert.equal(bo.of('utils.generateRoomID').length, 1);
  });
});
