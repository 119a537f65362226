import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, afterEach, before, describe, it } from 'node:test';
import { startServer, type StartedServer } from '../../demo/server/start.js';
import { FaultProxy } from '../rig/fault-proxy.js';
import { FaultyLine, type FrameFaults } from '../rig/frame-faults.js';
import { mulberry32, seedFor } from '../rig/prng.js';
import { connect, refusedStatus, socketUrl } from '../server/wire-client.js';

/** What of `count` frames arrives on a line, in order; resolves when the line is empty. */
const send = async (count: number, faults: FrameFaults, seed = 7): Promise<number[]> => {
  const line = new FaultyLine(mulberry32(seed));
  const arrived: number[] = [];
  line.faults = faults;
  for (let frame = 0; frame < count; frame += 1) line.pass('', 100, () => arrived.push(frame));
  line.faults = {};
  await new Promise<void>((resolve) => {
    line.pass('', 0, resolve);
  });
  return arrived;
};

const sorted = (frames: readonly number[]) => [...frames].sort((a, b) => a - b);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('the proxy that breaks things', () => {
  let server: StartedServer;
  let proxy: FaultProxy;
  before(async () => {
    server = await startServer();
    proxy = await FaultProxy.start(server.url, { seed: 3 });
  });
  afterEach(() => {
    proxy.heal();
    proxy.kill();
  });
  after(async () => {
    await proxy.close();
    await server.close();
  });
  const join = (id: string) => connect({ url: proxy.url, issueToken: server.issueToken }, id);

  it('draws the same for the same seed, another for another', async () => {
    const first = await send(300, { drop: 1 / 3 });
    assert.deepEqual(await send(300, { drop: 1 / 3 }), first);
    assert.notDeepEqual(await send(300, { drop: 1 / 3 }, 8), first);
    assert.ok(first.length > 170 && first.length < 230, `${String(first.length)} of 300 arrived`);
    assert.notEqual(seedFor(1, 'ann 0 up'), seedFor(1, 'ann 0 down'));
  });

  it('keeps the order and loses nothing when frames are late, twice or slow', async () => {
    assert.deepEqual(await send(50, { delay: [0, 30] }), upTo(50));
    assert.deepEqual(await send(20, { rate: 40_000 }), upTo(20));
    const twice = await send(50, { duplicate: 0.5 });
    assert.deepEqual([...new Set(twice)], upTo(50));
    assert.ok(twice.length > 60);
  });

  it('lets frames overtake each other, and loses none of them', async () => {
    const arrived = await send(50, { reorder: 0.4 });
    assert.notDeepEqual(arrived, upTo(50));
    assert.deepEqual(sorted(arrived), upTo(50));
  });

  it('passes everything on when nothing is set: frames both ways, close codes, sign-in, refused tokens', async () => {
    const ann = await join('ann');
    const bo = await join('bo');
    await ann.join('room');
    await bo.join('room');
    ann.send('chat.message', 'room', { message: 'hello' });
    await bo.until((client) => client.of('chat.message').length === 1);
    assert.equal(bo.raw.at(-1)?.binary, true);
    const answer = await fetch(`${proxy.url}/auth/sign-in`, { method: 'POST', body: '{"username":"Cy"}' });
    assert.equal(answer.status, 200);
    assert.equal(await refusedStatus(socketUrl(proxy.url, 'no.token')), 401);
    ann.socket.send('{');
    assert.equal(await ann.closed, 1006);
    await bo.until((client) => client.usersOf('room')?.length === 1);
  });

  it('breaks only the direction and the frames that it is told to', async () => {
    const ann = await join('ann');
    await ann.join('room');
    proxy.setFaults({ down: { drop: 1, match: (frame) => frame.includes('chat.message') } });
    ann.send('chat.message', 'room', { message: 'lost' });
    await ann.roundTrip();
    assert.equal(ann.of('chat.message').length, 0);
    proxy.heal();
    ann.send('chat.message', 'room', { message: 'heard' });
    await ann.until((client) => client.of('chat.message').length === 1);
  });

  it('leaves a half-open line: neither end hears a word, the server lists the user on', async () => {
    const ann = await join('ann');
    const bo = await join('bo');
    await ann.join('half');
    await bo.join('half');
    proxy.halfOpen('ann');
    ann.send('chat.message', 'half', { message: 'into the void' });
    ann.socket.terminate();
    await once(ann.socket, 'close');
    await bo.roundTrip();
    assert.deepEqual(bo.usersOf('half'), ['ann', 'bo']);
    assert.equal(bo.of('chat.message').length, 0);
  });

  it('kills one and leaves the others, and turns everyone away', async () => {
    const ann = await join('ann');
    const bo = await join('bo');
    await bo.join('room');
    proxy.kill('ann');
    assert.equal(await ann.closed, 1006);
    await bo.roundTrip();
    proxy.refuse(503);
    assert.equal(await refusedStatus(socketUrl(proxy.url, await server.issueToken({ sub: 'a', username: 'A' }))), 503);
    proxy.refuse(429);
    const answer = await fetch(`${proxy.url}/health`);
    assert.deepEqual([answer.status, answer.headers.get('Retry-After')], [429, '2']);
    proxy.refuse(undefined);
    assert.equal((await fetch(`${proxy.url}/health`)).status, 200);
  });
});
