import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { startServer, type StartedServer } from '../../demo/server/start.js';
import { connect } from './wire-client.js';

describe('Host tools', () => {
  let server: StartedServer;
  afterEach(() => server.close());
  const start = async (hostTools?: { waitingRoom: 'off' | 'guests' | 'all' }) =>
    (server = await startServer({ secret: 's'.repeat(32), httpLimits: false, hostTools }));

  it('nothing is said of them where they are off', async () => {
    await start();
    const ann = await connect(server, 'ann', {}, 'host');
    await ann.join('r');
    assert.deepEqual(ann.of('room.users')[0]?.data, { users: [{ userID: 'ann', username: 'ANN' }] });
    ann.send('host.end', 'r');
    await ann.until((client) => client.errors.includes('Invalid message type'));
  });

  it('who waits is let in by a host, and once removed stays out', async () => {
    await start({ waitingRoom: 'all' });
    const bob = await connect(server, 'bob');
    bob.send('chat.join', 'r', { knock: true });
    await bob.until((client) => client.of('room.waiting').length === 1);
    const ann = await connect(server, 'ann', {}, 'host');
    await ann.join('r');
    await bob.until((client) => client.of('room.waiting').at(-1)?.data.host === true);
    assert.equal(bob.of('room.users').length, 0);
    ann.send('host.admit', 'r', { userID: 'bob' });
    await bob.until((client) => client.usersOf('r')?.length === 2);
    bob.send('host.end', 'r');
    await bob.until((client) => client.errors.includes('Only a host can do this'));
    ann.send('host.remove', 'r', { userID: 'bob' });
    await bob.until((client) => client.of('room.refused').length === 1);
    bob.send('chat.join', 'r', { knock: true });
    await bob.until((client) => client.of('room.refused').length === 2);
    assert.equal(bob.of('room.refused')[1]?.data.reason, 'removed');
    assert.deepEqual(ann.usersOf('r'), ['ann']);
  });
});
