import assert from 'node:assert/strict';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { startServer, type StartedServer } from '../../demo/server/start.js';
import { createManualClock, type ManualClock } from './manual-clock.js';
import { connect } from './wire-client.js';

describe('The heartbeat', () => {
  let server: StartedServer;
  let clock: ManualClock;
  beforeEach(async () => {
    clock = createManualClock();
    server = await startServer({ clock });
  });
  afterEach(() => server.close());

  it('pings every 54 s, and who answers stays', async () => {
    const ann = await connect(server, 'ann');
    for (let beat = 0; beat < 5; beat += 1) {
      const ping = once(ann.socket, 'ping');
      clock.advance(53_999);
      clock.advance(1);
      await ping;
      await ann.roundTrip(); // behind the pong on the same socket
    }
    assert.equal(ann.socket.readyState, ann.socket.OPEN);
  });

  it('ends who floods it with pongs that nobody asked for', async () => {
    const flood = await connect(server, 'flood');
    for (let count = 0; count < 200; count += 1) flood.socket.pong();
    assert.equal(await flood.closed, 1006);
  });

  it('ends who is silent for 60 s, and the room sees it go', async () => {
    const ann = await connect(server, 'ann');
    const silent = await connect(server, 'silent', { autoPong: false });
    await ann.join('room');
    await silent.join('room');
    const ping = once(ann.socket, 'ping');
    clock.advance(54_000);
    await ping;
    await ann.roundTrip();
    await silent.roundTrip(); // words are no pong
    clock.advance(5999);
    assert.equal(server.rooms.users('room').length, 2);
    clock.advance(1);
    assert.equal(await silent.closed, 1006);
    await ann.until((client) => client.usersOf('room')?.length === 1 && client.of('room.users').length === 3);
    assert.deepEqual(ann.usersOf('room'), ['ann']);
  });
});
