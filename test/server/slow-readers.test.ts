import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { systemClock, type Clock } from '../../demo/server/clock.js';
import { startServer, type StartedServer } from '../../demo/server/start.js';
import { connect } from './wire-client.js';

describe('Who does not read', () => {
  let server: StartedServer;
  let skipped = 0;
  /** Real time, of which the test skips what it would only wait for. */
  const clock: Clock = { now: () => Date.now() + skipped, after: (ms, run) => systemClock.after(ms / 50, run) };
  before(async () => (server = await startServer({ clock })));
  after(() => server.close());

  it('is closed after seconds without progress, and the others are not', async () => {
    const [ann, bo] = [await connect(server, 'ann'), await connect(server, 'bo')];
    for (const client of [ann, bo]) await client.join('room');
    bo.socket.pause();
    const pad = 'x'.repeat(60_000);
    for (let sent = 1; server.connections.size === 2; sent += 1) {
      ann.send('chat.typing', 'room', { typing: true, pad });
      await ann.until((client) => client.of('chat.typing').length === sent);
      skipped += 25;
    }
    assert.deepEqual(server.rooms.users('room'), [{ userID: 'ann', username: 'ANN' }]);
    bo.socket.resume();
    assert.equal(await bo.closed, 1006);
    assert.equal(ann.socket.readyState, ann.socket.OPEN);
    ann.socket.close();
    await ann.closed;
  });

  it('is told nothing for its pings, and closed for a flood of them', async () => {
    const eve = await connect(server, 'eve');
    for (let sent = 0; sent < 200; sent += 1) eve.socket.ping('x'.repeat(125));
    assert.equal(await eve.closed, 1006);
  });
});

describe('A ping', () => {
  it('is answered', async () => {
    const server = await startServer();
    const ann = await connect(server, 'ann');
    const pong = new Promise<string>((resolve) => ann.socket.once('pong', (data) => resolve(data.toString())));
    ann.socket.ping('hello');
    assert.equal(await pong, 'hello');
    ann.socket.close();
    await server.close();
  });
});

describe('A frame in pieces', () => {
  it('is taken whole, and its sender closed when there are thousands of them', async () => {
    const server = await startServer();
    const ann = await connect(server, 'ann');
    await ann.join('room');
    const text = JSON.stringify({ type: 'chat.message', room: 'room', data: { message: 'in pieces' } });
    for (const [index, character] of [...text].entries()) {
      ann.socket.send(character, { fin: index === text.length - 1 });
    }
    await ann.until((client) => client.of('chat.message').length === 1);
    for (let sent = 0; sent < 2000; sent += 1) ann.socket.send(' ', { fin: false });
    assert.equal(await ann.closed, 1008);
    await server.close();
  });
});
