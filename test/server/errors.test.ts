import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startServer, type StartedServer } from '../../demo/server/start.js';
import { connect } from './wire-client.js';

describe('Errors', () => {
  let server: StartedServer;
  before(async () => (server = await startServer()));
  after(() => server.close());

  const rows: [words: string, type: string, room: string | undefined, data: unknown][] = [
    ['Invalid message type', 'chat.dance', 'r', {}],
    ['Invalid message type', '__proto__', 'r', {}],
    ['Invalid message type', 'toString', 'r', {}],
    ['Invalid message type', 'room.users', 'r', {}],
    ['Room ID is required', 'chat.join', undefined, {}],
    ['Room ID is required', 'chat.join', '   ', {}],
    ['Room ID is required', 'webrtc.offer', '', { sdp: '', to: 'x' }],
    ['Room ID too long (maximum is 128 characters)', 'chat.join', 'x'.repeat(200), {}],
    ['Room ID too long (maximum is 128 characters)', 'chat.join', '🎥'.repeat(129), {}],
    ['Message cannot be empty', 'chat.message', 'r', { message: ' \n ' }],
    ['Message cannot be empty', 'chat.message', 'r', {}],
    ['Message is too long', 'chat.message', 'r', { message: '🎥'.repeat(5001) }],
    ['Missing WebRTC recipient', 'webrtc.offer', 'r', { sdp: 'v=0' }],
    ['Missing WebRTC recipient', 'webrtc.answer', 'r', { sdp: 'v=0', to: '' }],
    ['Missing WebRTC recipient', 'webrtc.iceCandidate', 'r', { candidate: '', to: 7 }],
    ['Invalid message data', 'chat.typing', 'r', [true]],
    ["You can't send messages to this room", 'chat.message', 'foreign', { message: 'hi' }],
    ["You can't send typing notifications to this room", 'chat.typing', 'foreign', { typing: true }],
    ["You can't send WebRTC messages to this room", 'webrtc.offer', 'foreign', { sdp: 'v=0', to: 'x' }],
    ["You can't send WebRTC messages to this room", 'webrtc.answer', 'foreign', { sdp: 'v=0', to: 'x' }],
    ["You can't send WebRTC messages to this room", 'webrtc.iceCandidate', 'foreign', { candidate: '', to: 'x' }],
  ];
  rows.forEach(([words, type, room, data], index) => {
    it(`says "${words}" (${index + 1}: ${type})`, async () => {
      const ann = await connect(server, 'ann');
      await ann.join('r');
      ann.send(type, room, data);
      await ann.until((client) => client.errors.length === 1);
      assert.deepEqual(ann.frames.at(-1), { type: 'general.error', data: { error: words }, from: 'system' });
      ann.socket.close();
      await ann.closed;
    });
  });

  it('are not made of the longest room and message there may be', async () => {
    const ann = await connect(server, 'ann');
    const room = '🎥'.repeat(128);
    await ann.join(room);
    ann.send('chat.message', room, { message: '🎥'.repeat(5000) });
    await ann.until((client) => client.of('chat.message').length === 1);
    assert.deepEqual(ann.errors, []);
  });

  it('of the protocol close the connection at the tenth', async () => {
    const ann = await connect(server, 'ann');
    for (let count = 1; count < 10; count += 1) ann.send('nonsense');
    await ann.until((client) => client.errors.length === 9);
    await ann.roundTrip();
    ann.send('nonsense');
    assert.equal(await ann.closed, 1006);
  });

  it('of the room never close it', async () => {
    const ann = await connect(server, 'ann');
    for (let count = 0; count < 30; count += 1) ann.send('chat.typing', 'foreign', { typing: false });
    await ann.until((client) => client.errors.length === 30);
    await ann.roundTrip();
  });

  for (const broken of ['{', '', 'null', '[]', '7', '{"type":7}', '{"type":"chat.join","room":7}', '\u0000']) {
    it(`of JSON close it at once: ${JSON.stringify(broken)}`, async () => {
      const ann = await connect(server, 'ann');
      ann.socket.send(broken);
      assert.equal(await ann.closed, 1006);
      assert.deepEqual(ann.frames, []);
    });
  }

  it('say "Server busy" while it is', async () => {
    const ann = await connect(server, 'ann');
    server.setBusy(true);
    ann.send('chat.join', 'r');
    await ann.until((client) => client.errors.length === 1);
    server.setBusy(false);
    assert.deepEqual(ann.errors, ['Server busy']);
    await ann.join('r');
  });

  it('leave a frame of 65,536 bytes alone and close with 1009 at one more', async () => {
    const ann = await connect(server, 'ann');
    await ann.join('r');
    const frame = (bytes: number) => {
      const bare = JSON.stringify({ type: 'chat.typing', room: 'r', data: { typing: true, pad: '' } });
      return bare.replace('"pad":""', `"pad":"${'x'.repeat(bytes - bare.length)}"`);
    };
    assert.equal(frame(65_536).length, 65_536);
    ann.socket.send(frame(65_536));
    await ann.until((client) => client.of('chat.typing').length === 1);
    ann.socket.send(frame(65_537));
    assert.equal(await ann.closed, 1009);
  });
});
