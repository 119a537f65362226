import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { startServer, type StartedServer } from '../../demo/server/start.js';
import { createManualClock, type ManualClock } from './manual-clock.js';
import { connect, type WireClient } from './wire-client.js';

const typing = (client: WireClient, room: string, count: number) => {
  for (let sent = 0; sent < count; sent += 1) client.send('chat.typing', room, { typing: false, sent });
};

describe('A flood', () => {
  let server: StartedServer;
  let clock: ManualClock;
  beforeEach(() => (clock = createManualClock()));
  before(async () => {
    const movable = { now: () => clock.now(), after: (ms: number, run: () => void) => clock.after(ms, run) };
    server = await startServer({ clock: movable });
  });
  after(() => server.close());

  it('of 60 passes whole', async () => {
    const ann = await connect(server, 'ann');
    await ann.join('flood');
    clock.advance(1000);
    typing(ann, 'flood', 60);
    await ann.until((client) => client.of('chat.typing').length === 32); // what the server's writer takes at once
    const stop = clock.run();
    await ann.until((client) => client.of('chat.typing').length === 60);
    stop();
    assert.deepEqual(
      ann.of('chat.typing').map(({ data }) => data.sent),
      Array.from({ length: 60 }, (_, sent) => sent),
    );
    assert.deepEqual(ann.errors, []);
  });

  it('of 65 loses five, with words, and the connection stays', async () => {
    const ann = await connect(server, 'ann');
    for (let sent = 0; sent < 65; sent += 1) ann.send('chat.leave', 'flood');
    await ann.until((client) => client.errors.length === 5);
    assert.deepEqual(new Set(ann.errors), new Set(['Rate limit exceeded']));
    clock.advance(1000);
    await ann.roundTrip();
  });

  it('of 66 closes the connection with 1006 and takes it out of its room', async () => {
    const ann = await connect(server, 'ann');
    await ann.join('burst');
    clock.advance(1000);
    typing(ann, 'burst', 66);
    assert.equal(await ann.closed, 1006);
    assert.deepEqual(server.rooms.users('burst'), []);
  });

  it('at 45 a second is closed after 13 s', async () => {
    const ann = await connect(server, 'ann');
    let ended: number | undefined;
    void ann.closed.then(() => (ended ??= sent));
    let sent = 0;
    for (; sent < 700 && ended === undefined; sent += 1) {
      ann.send('utils.generateRoomID');
      // The answer, an error or the end: then the server has seen it.
      await Promise.race([ann.until((client) => client.frames.length > sent), ann.closed]);
      clock.advance(1000 / 45);
    }
    assert.ok(ended !== undefined && ended / 45 > 12.5 && ended / 45 < 13.5, `closed after ${ended} frames`);
  });

  it('that ends and begins again is counted anew', async () => {
    const ann = await connect(server, 'ann');
    for (const round of [1, 2]) {
      for (let sent = 0; sent < 65; sent += 1) ann.send('chat.leave', 'flood');
      await ann.until((client) => client.errors.length === round * 5);
      clock.advance(2000);
    }
    await ann.roundTrip();
  });

  it('of one sender takes no tokens from another', async () => {
    const ann = await connect(server, 'ann');
    const bo = await connect(server, 'bo');
    await bo.join('flood');
    for (let sent = 0; sent < 66; sent += 1) ann.send('chat.leave', 'flood');
    await ann.closed;
    bo.send('chat.message', 'flood', { message: 'still here' });
    await bo.until((client) => client.of('chat.message').length === 1);
    assert.deepEqual(bo.errors, []);
  });
});
