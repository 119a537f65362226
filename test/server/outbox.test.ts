import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { ByteBudget } from '../../demo/server/byte-budget.js';
import { systemClock, type Clock } from '../../demo/server/clock.js';
import type { Frame } from '../../demo/server/messages.js';
import { Outbox, type OutboxOptions } from '../../demo/server/outbox.js';
import { startServer, type StartedServer } from '../../demo/server/start.js';
import { createManualClock } from './manual-clock.js';
import { connect } from './wire-client.js';

const frame = Buffer.from('{}');

const stuckOutbox = (options: OutboxOptions = {}) => {
  const clock = createManualClock();
  const pending: (() => void)[] = [];
  const written: string[] = [];
  const write = (bytes: Buffer, done: () => void) => {
    written.push(bytes.toString());
    pending.push(done);
  };
  return { clock, pending, written, outbox: new Outbox(write, clock, options) };
};

describe('The outbound queue', () => {
  it('holds 40 frames behind a writer that is stuck, then drops', async () => {
    const { outbox, pending, clock } = stuckOutbox();
    for (let count = 0; count < 32; count += 1) outbox.relay(frame);
    await turn();
    assert.equal(pending.length, 32); // these are the writer's
    clock.advance(1000);
    for (let count = 0; count < 44; count += 1) assert.equal(outbox.relay(frame), true);
    assert.equal(outbox.relay(frame), false); // the fifth beyond the 40
    for (const done of pending.splice(0)) done();
    clock.advance(1000);
    await turn();
    assert.equal(pending.length, 0); // who reads nothing and is put out is spared what waited
  });

  it('drops of who is put out what that room said, and nothing else', async () => {
    const { outbox, pending, written, clock } = stuckOutbox();
    for (let count = 0; count < 32; count += 1) outbox.relay(frame, 'a');
    await turn();
    outbox.direct(Buffer.from('answer'));
    outbox.relay(Buffer.from('b'), 'b');
    while (outbox.relay(frame, 'a'));
    for (const done of pending.splice(0)) done();
    clock.advance(1000);
    await turn();
    assert.deepEqual(written.slice(32), ['answer', 'b']);
  });

  it('holds half a mebibyte of whatever frames, and a longer one when it holds nothing', () => {
    const { outbox } = stuckOutbox();
    const large = Buffer.alloc(65_536);
    assert.equal(outbox.relay(Buffer.alloc(3_000_000)), true);
    assert.equal(outbox.bytes, 3_000_000);
    const { outbox: other } = stuckOutbox();
    for (let count = 0; count < 8; count += 1) other.relay(large);
    assert.equal(other.bytes, 524_288);
    for (let count = 0; count < 10; count += 1) other.relay(large);
    for (let count = 0; count < 10; count += 1) other.direct(large);
    assert.equal(other.bytes, 524_288);
  });

  it('holds less where all together hold too much, and gives back what it held', async () => {
    const budget = new ByteBudget(500_000);
    const [one, other] = [stuckOutbox({ budget }), stuckOutbox({ budget })];
    const large = Buffer.alloc(60_000);
    for (let count = 0; count < 40; count += 1) one.outbox.relay(large);
    for (let count = 0; count < 40; count += 1) other.outbox.relay(large);
    assert.ok(budget.used <= 565_536);
    assert.equal(other.outbox.bytes, 60_000); // its fair share
    other.outbox.close();
    await turn();
    while (one.pending.length > 0) {
      for (const done of one.pending.splice(0)) done();
      one.clock.advance(1000);
      await turn();
    }
    assert.equal(budget.used, 0);
  });

  it('says when a receiver takes nothing for seconds, not when it is slow', async () => {
    let stalls = 0;
    const { outbox, pending, clock } = stuckOutbox({ onStall: () => (stalls += 1) });
    for (let count = 0; count < 3; count += 1) outbox.relay(frame);
    await turn();
    for (let count = 0; count < 2; count += 1) {
      clock.advance(4000);
      pending.shift()!();
    }
    assert.equal(stalls, 0);
    clock.advance(10_000);
    assert.equal(stalls, 1);
    pending.shift()!();
    clock.advance(60_000);
    assert.equal(stalls, 1);
  });

  it('forgets its drops once a frame fits again', async () => {
    const { outbox, pending, clock } = stuckOutbox();
    for (let count = 0; count < 72; count += 1) outbox.relay(frame);
    await turn();
    for (let round = 0; round < 3; round += 1) {
      for (let count = 0; count < 4; count += 1) assert.equal(outbox.relay(frame), true);
      clock.advance(1);
      pending.shift()!();
      await turn();
      assert.equal(outbox.relay(frame), true);
    }
  });

  it('writes in order, at the pace of the writer', async () => {
    const clock = createManualClock();
    const written: string[] = [];
    const write = (bytes: Buffer, done: () => void) => {
      written.push(bytes.toString());
      done();
    };
    const outbox = new Outbox(write, clock);
    const all = Array.from({ length: 60 }, (_, index) => String(index));
    for (const text of all) outbox.relay(Buffer.from(text));
    assert.deepEqual(written, []);
    await turn();
    assert.equal(written.length, 32);
    clock.advance(20);
    assert.deepEqual(written, all);
  });

  it('writes nothing once closed', async () => {
    const { outbox, pending, clock } = stuckOutbox();
    outbox.relay(frame);
    outbox.close();
    outbox.direct(frame);
    await turn();
    clock.advance(1000);
    assert.deepEqual(pending, []);
  });
});

describe('A receiver that lags', () => {
  let server: StartedServer;
  let skipped = 0;
  /** Real time, from which the test may skip what it would only wait for. */
  const clock: Clock = { now: () => Date.now() + skipped, after: systemClock.after };
  before(async () => (server = await startServer({ clock })));
  after(() => server.close());

  it('loses frames in silence, then its place; the others see it go, and joining again brings it back', async () => {
    const [ann, bo, cy] = [await connect(server, 'ann'), await connect(server, 'bo'), await connect(server, 'cy')];
    for (const client of [ann, bo, cy]) await client.join('lag');
    for (const client of [ann, bo, cy]) await client.until((self) => self.usersOf('lag')?.length === 3);
    bo.socket.pause();
    // 60 kB each: what the system's socket buffers hold is soon full, and then the queue of 40.
    const big = { typing: true, pad: 'x'.repeat(60_000) };
    for (let sent = 1; server.rooms.users('lag').length === 3; sent += 1) {
      ann.send('chat.typing', 'lag', big);
      await ann.until((client) => client.of('chat.typing').length === sent);
      skipped += 25;
    }
    await cy.until((client) => client.usersOf('lag')?.length === 2);
    assert.deepEqual(cy.usersOf('lag'), ['ann', 'cy']);
    assert.equal(bo.socket.readyState, bo.socket.OPEN);
    bo.socket.resume();
    await bo.roundTrip();
    assert.deepEqual(bo.errors, []);
    assert.equal(bo.usersOf('lag')?.length, 3); // nobody told it
    assert.ok(bo.of('chat.typing').length < ann.of('chat.typing').length);
    bo.send('chat.message', 'lag', { message: 'anyone?' });
    await bo.until((client) => client.errors.length === 1);
    assert.deepEqual(bo.errors, ["You can't send messages to this room"]);
    bo.send('chat.join', 'lag');
    await cy.until((client) => client.usersOf('lag')?.length === 3);
  });

  it('is what two bursts of 60 in a room of two make of both', async () => {
    const frozen = createManualClock();
    let seen = 0;
    const frames = new EventEmitter();
    const onFrame = ({ type }: Frame) => {
      if (type === 'chat.typing' && ++seen === 120) frames.emit('all');
    };
    const host = await startServer({ clock: frozen, onFrame });
    const both = [await connect(host, 'dee'), await connect(host, 'eli')] as const;
    for (const client of both) await client.join('two');
    for (const client of both) await client.until((self) => self.usersOf('two')?.length === 2);
    frozen.advance(1000);
    const allSeen = once(frames, 'all');
    for (const client of both) {
      for (let sent = 0; sent < 60; sent += 1) client.send('chat.typing', 'two', { typing: false });
    }
    await allSeen;
    assert.deepEqual(host.rooms.users('two'), []);
    frozen.advance(1000);
    const stop = frozen.run();
    for (const client of both) {
      await client.roundTrip();
      assert.equal(client.of('chat.typing').length, 72); // 40 in the queue, 32 in the writer's hands
      client.send('chat.message', 'two', { message: 'anyone?' });
      await client.until((self) => self.errors.includes("You can't send messages to this room"));
    }
    stop();
    await host.close();
  });

  it('is nobody when one sends a burst of 60 to a room of two', async () => {
    const both = [await connect(server, 'fay'), await connect(server, 'gus')];
    for (const client of both) await client.join('one');
    for (const client of both) await client.until((self) => self.usersOf('one')?.length === 2);
    skipped += 1000;
    for (let sent = 0; sent < 60; sent += 1) both[0]!.send('chat.typing', 'one', { typing: false });
    for (const client of both) await client.until((self) => self.of('chat.typing').length === 60);
  });
});
