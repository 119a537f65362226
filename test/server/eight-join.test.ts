import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startServer, type StartedServer } from '../../demo/server/start.js';
import { SDP, idsOf, meet } from './meet.js';
import { connect } from './wire-client.js';

describe('Eight who join within 100 ms', () => {
  let server: StartedServer;
  before(async () => {
    server = await startServer();
  });
  after(() => server.close());

  it('all ours: nobody is told off, nobody is put out, every offer is answered', async () => {
    const clients = await meet([server], 'ours', idsOf('m', 8), []);
    for (const client of clients) assert.deepEqual(client.errors, [], client.id);
    assert.equal(server.rooms.users('ours').length, clients.length, 'nobody was put out of the room');
    for (const client of clients) client.socket.terminate();
  });

  it('two of them deployed clients, whose offers come in bursts: no pace of ours is too much, every offer is answered', async () => {
    const ours = idsOf('m', 6);
    const clients = await meet([server], 'mixed', ours, idsOf('a', 2));
    for (const client of clients.slice(0, ours.length)) {
      assert.equal(client.errors.includes('Rate limit exceeded'), false, client.id);
    }
    for (const client of clients) client.socket.terminate();
  });

  it('would be told off or put out without the queue', { timeout: 30_000 }, async () => {
    const ids = idsOf('m', 8);
    const clients = await Promise.all(ids.map((id) => connect(server, id)));
    for (const client of clients) client.send('chat.join', 'unpaced');
    await Promise.all(clients.map((client) => client.until(() => client.usersOf('unpaced')?.length === ids.length)));
    for (const client of clients) {
      for (let frame = 0; frame < 40; frame += 1) client.send('webrtc.offer', 'unpaced', { sdp: SDP, to: 'm0' });
    }
    const isLost = () =>
      server.rooms.users('unpaced').length < ids.length || clients.some(({ errors }) => errors.length > 0);
    while (!isLost()) await new Promise((resolve) => setTimeout(resolve, 20));
    for (const client of clients) client.socket.terminate();
  });
});
