import assert from 'node:assert/strict';
import { once } from 'node:events';
import { afterEach, describe, it } from 'node:test';
import { WebSocket } from 'ws';
import { createLog, logEvents, type LogLevel } from '../../demo/server/log.js';
import type { SignalingOptions } from '../../demo/server/server.js';
import { startServer, type StartedServer } from '../../demo/server/start.js';
import { connect, refusedStatus, socketUrl } from './wire-client.js';

describe('Seen from outside', () => {
  let server: StartedServer | undefined;
  afterEach(() => server?.close());
  const start = async (options: Partial<SignalingOptions> = {}) => (server = await startServer(options));
  const read = (path: string, headers: Record<string, string> = {}) => fetch(`${server!.url}${path}`, { headers });
  const figure = async (name: string) => {
    const text = await (await read('/metrics')).text();
    const line = text.split('\n').find((each) => each.startsWith(`${name} `));
    return line === undefined ? undefined : Number(line.split(' ')[1]);
  };

  it('/metrics has sockets, rooms, people, frames, drops, closes, refusals, sign-ins, queue bytes and lag', async () => {
    await start({ metrics: true, httpLimits: false });
    const [ann, bo] = [await connect(server!, 'ann'), await connect(server!, 'bo')];
    await ann.join('room');
    await bo.join('room');
    await bo.join('other');
    ann.send('chat.message', 'elsewhere', { message: 'lost' });
    ann.send('nonsense');
    await ann.until((client) => client.errors.length === 2);
    await refusedStatus(socketUrl(server!.url, 'nonsense'));
    await fetch(`${server!.url}/auth/sign-in`, { method: 'POST', body: '{}' });
    assert.equal(await figure('private_meet_sockets'), 2);
    assert.equal(await figure('private_meet_rooms'), 2);
    assert.equal(await figure('private_meet_people'), 3);
    assert.equal(await figure('private_meet_queue_bytes'), 0);
    assert.equal(await figure('private_meet_frames_total{type="chat.join"}'), 3);
    assert.equal(await figure('private_meet_drops_total{reason="room"}'), 1);
    assert.equal(await figure('private_meet_drops_total{reason="error"}'), 1);
    assert.equal(await figure('private_meet_refusals_total{status="401"}'), 1);
    assert.equal(await figure('private_meet_sign_ins_total{status="200"}'), 1);
    assert.notEqual(await figure('nodejs_eventloop_lag_p99_seconds'), undefined);
    bo.socket.close();
    await ann.until((client) => client.usersOf('room')?.length === 1 && client.of('room.users').length === 3);
    assert.equal(await figure('private_meet_sockets'), 1);
    assert.equal(await figure('private_meet_people'), 1);
    assert.equal(await figure('private_meet_closes_total{reason="left"}'), 1);
    ann.socket.send('{');
    await ann.closed;
    assert.equal(await figure('private_meet_closes_total{reason="malformed"}'), 1);
  });

  it('/metrics has no room, no name and no id', async () => {
    await start({ metrics: true });
    const ann = await connect(server!, 'user-of-mine');
    await ann.join('secret-room');
    assert.doesNotMatch(await (await read('/metrics')).text(), /secret-room|user-of-mine|USER-OF-MINE/);
  });

  it('/metrics is not there unless asked for, and wants its token where it has one', async () => {
    await start();
    assert.equal((await read('/metrics')).status, 404);
    await server!.close();
    await start({ metrics: true, metricsToken: 'm'.repeat(32) });
    assert.equal((await read('/metrics')).status, 401);
    assert.equal((await read('/metrics', { Authorization: `Bearer ${'n'.repeat(32)}` })).status, 401);
    assert.equal((await read('/metrics', { Authorization: `Bearer ${'m'.repeat(32)}` })).status, 200);
  });

  it('/ready says no while the server closes, and /health still says that it lives', async () => {
    await start();
    assert.equal((await read('/ready')).status, 200);
    const ann = await connect(server!, 'ann');
    ann.socket.pause(); // keeps the server closing until it gives up on the answer
    const closed = server!.close();
    assert.equal((await read('/ready')).status, 503);
    assert.equal((await read('/health')).status, 200);
    assert.equal(await refusedStatus(socketUrl(server!.url, await server!.issueToken())), 503);
    await closed;
    ann.socket.terminate();
    server = undefined;
  });
});

describe('The log', () => {
  const logged = async (level: LogLevel, people: boolean) => {
    const lines: string[] = [];
    const log = createLog(level, { write: (line) => lines.push(line) });
    const server = await startServer({ allowedOrigins: [], onEvent: logEvents(log, { people }) });
    const token = await server.issueToken({ sub: 'user-of-mine', username: 'Ann' });
    const socket = new WebSocket(socketUrl(server.url, token));
    await once(socket, 'open');
    for (const frame of [
      { type: 'chat.join', room: 'secret-room', data: {} },
      { type: 'webrtc.offer', room: 'secret-room', data: { sdp: 'v=0 candidate 192.0.2.7', to: 'x' } },
      { type: 'chat.message', room: 'secret-room', data: { message: 'secret words' } },
      { type: 'secret type', room: 'secret-room', data: {} },
    ]) {
      socket.send(JSON.stringify(frame));
    }
    await fetch(`${server.url}/auth/sign-in`, { method: 'POST', body: '{"username":"Secret Name"}' });
    await refusedStatus(socketUrl(server.url, `bad-${token}`));
    for (let count = 0; count < 3; count += 1) {
      await refusedStatus(socketUrl(server.url, token), { origin: 'https://page.example' });
    }
    socket.send('{');
    await once(socket, 'close');
    await server.close();
    return { lines, token };
  };

  for (const level of ['debug', 'info'] as const) {
    it(`at ${level} has no token, no word, no room, no name, no id and no address`, async () => {
      const { lines, token } = await logged(level, false);
      const text = lines.join('');
      assert.ok(lines.length > 0);
      assert.doesNotMatch(text, /secret|Secret|192\.0\.2\.7|user-of-mine|127\.0\.0\.1|Ann/);
      for (const part of token.split('.')) assert.ok(!text.includes(part));
    });
  }

  it('is JSON, a line for each socket’s beginning and end, and for each origin that is refused the first time', async () => {
    const { lines } = await logged('info', false);
    const events = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    assert.deepEqual(
      events.map(({ level, msg }) => `${String(level)}: ${String(msg).split(':')[0]}`),
      ['info: socket opened', 'warn: pages of this origin are refused', 'info: socket ended'],
    );
    assert.deepEqual(
      { socket: events[0]!.socket, origin: events[1]!.origin, reason: events[2]!.reason },
      { socket: 1, origin: 'https://page.example', reason: 'malformed' },
    );
    for (const { time } of events) assert.ok(!Number.isNaN(Date.parse(String(time))));
  });

  it('says once that there seems to be a proxy which is not trusted', async () => {
    const lines: string[] = [];
    const log = createLog('info', { write: (line) => lines.push(line) });
    const server = await startServer({ onEvent: logEvents(log, { people: false }) });
    const headers = { 'X-Forwarded-For': '192.0.2.1' };
    for (let count = 0; count < 3; count += 1) {
      await fetch(`${server.url}/auth/sign-in`, { method: 'POST', body: '{}', headers });
    }
    await server.close();
    assert.equal(lines.length, 1);
    assert.match(lines[0]!, /set TRUST_PROXY/);
    assert.doesNotMatch(lines[0]!, /192\.0\.2\.1/);
  });

  it('has ids and addresses where they are asked for', async () => {
    const { lines } = await logged('info', true);
    const { user, address } = JSON.parse(lines[0]!) as Record<string, string>;
    assert.deepEqual({ user, address }, { user: 'user-of-mine', address: '127.0.0.1' });
  });
});
