import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { afterEach, describe, it } from 'node:test';
import { parseIceUrls } from '../../demo/server/ice.js';
import { readSettings } from '../../demo/server/env.js';
import type { SignalingOptions } from '../../demo/server/server.js';
import { startServer, type StartedServer } from '../../demo/server/start.js';
import { createManualClock } from './manual-clock.js';
import { connect } from './wire-client.js';

const secret = 't'.repeat(32);
const turn = { urls: ['turn:turn.example:3478', 'stun:turn.example:3478'], secret, seconds: 600 };

describe('/ice', () => {
  let server: StartedServer | undefined;
  afterEach(() => server?.close());
  const start = async (options: Partial<SignalingOptions> = {}) => (server = await startServer(options));
  const ask = (token?: string, headers: Record<string, string> = {}) =>
    fetch(`${server!.url}/ice`, {
      headers: { ...headers, ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }) },
    });

  it('gives who has a token a credential that ends, as coturn wants it', async () => {
    const clock = createManualClock();
    await start({ turn, clock });
    const response = await ask(await server!.issueToken({ sub: 'user-of-mine' }));
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    const { iceServers, ttl } = (await response.json()) as { iceServers: RTCIceServer[]; ttl: number };
    assert.equal(ttl, 600);
    assert.deepEqual(iceServers[0], { urls: ['stun:turn.example:3478'] });
    const { urls, username = '', credential } = iceServers[1]!;
    assert.deepEqual(urls, ['turn:turn.example:3478']);
    assert.match(username, /^\d+:[\da-f]{16}$/);
    assert.equal(Number(username.split(':')[0]), clock.now() / 1000 + 600);
    assert.equal(credential, createHmac('sha1', secret).update(username).digest('base64'));
  });

  it('gives none that outlives the token', async () => {
    const clock = createManualClock();
    await start({ turn, clock });
    const response = await ask(await server!.issueToken({ expiresIn: 60 }));
    const { iceServers, ttl } = (await response.json()) as { iceServers: RTCIceServer[]; ttl: number };
    assert.equal(ttl, 90); // with what two clocks may differ by
    assert.equal(Number(iceServers[1]!.username!.split(':')[0]), clock.now() / 1000 + 90);
  });

  it('gives guests one for an hour, or for as long as is said, and never for longer than others', async () => {
    const clock = createManualClock();
    const ttlOf = async (options: Partial<typeof turn> & { guestSeconds?: number }, guest: boolean) => {
      await start({ turn: { ...turn, ...options }, clock });
      const response = await ask(await server!.issueToken({ guest }));
      const { ttl } = (await response.json()) as { ttl: number };
      await server!.close();
      return ttl;
    };
    const day = { seconds: 43_200 };
    assert.deepEqual([await ttlOf(day, true), await ttlOf(day, false)], [3600, 43_200]);
    assert.equal(await ttlOf({ ...day, guestSeconds: 60 }, true), 60);
    assert.equal(await ttlOf({ guestSeconds: 7200 }, true), 600);
  });

  it('gives guests of before nothing once guests are turned off', async () => {
    await start({ turn, guests: false });
    assert.equal((await ask(await server!.issueToken({ guest: true }))).status, 401);
    assert.equal((await ask(await server!.issueToken())).status, 200);
  });

  it('gives the same user the same name, and it tells nobody who that is', async () => {
    await start({ turn });
    const nameOf = async (sub: string) => {
      const answer = (await (await ask(await server!.issueToken({ sub }))).json()) as { iceServers: RTCIceServer[] };
      return answer.iceServers.at(-1)!.username!.split(':')[1];
    };
    assert.equal(await nameOf('ann'), await nameOf('ann'));
    assert.notEqual(await nameOf('ann'), await nameOf('bo'));
  });

  it('gives nobody else anything', async () => {
    const clock = createManualClock();
    await start({ turn, clock, allowedOrigins: [], httpLimits: false });
    const token = await server!.issueToken({ sub: 'ann', expiresIn: 60 });
    assert.equal((await ask()).status, 401);
    assert.equal((await ask('nonsense')).status, 401);
    assert.equal((await ask(token, { Origin: 'https://evil.example' })).status, 403);
    assert.equal((await fetch(`${server!.url}/ice?token=${token}`)).status, 401);
    assert.equal((await fetch(`${server!.url}/ice`, { method: 'POST' })).status, 405);
    clock.advance(91_000);
    assert.equal((await ask(token)).status, 401);
  });

  it('is spoken of in the lists and in the tokens of guests where there is one, and nowhere else', async () => {
    const told = async () => {
      const ann = await connect(server!, 'ann');
      await ann.join('r');
      const { data } = ann.of('room.users').at(-1)!;
      const response = await fetch(`${server!.url}/auth/sign-in`, { method: 'POST', body: '{}' });
      const { accessToken } = (await response.json()) as { accessToken: string };
      const claims = JSON.parse(Buffer.from(accessToken.split('.')[1]!, 'base64url').toString()) as object;
      return [Object.keys(data).sort(), 'ice' in claims];
    };
    await start();
    assert.deepEqual(await told(), [['users'], false]);
    await server!.close();
    await start({ turn });
    assert.deepEqual(await told(), [['ice', 'users'], true]);
  });

  it('is not there without a TURN server, and limited with one', async () => {
    await start();
    assert.equal((await ask(await server!.issueToken())).status, 404);
    await server!.close();
    await start({ turn, clock: createManualClock() });
    const statuses = [];
    for (let count = 0; count < 11; count += 1) statuses.push((await ask()).status);
    assert.deepEqual(new Set(statuses), new Set([401, 429]));
  });
});

describe('TURN_URLS', () => {
  it('are addresses of TURN servers, and what else a browser would refuse is refused here', () => {
    for (const text of ['turn:a.example', 'turns:[2001:db8::1]:443?transport=tcp, stun:a.example'])
      assert.ok(parseIceUrls(text));
    for (const text of [
      'a.example',
      'stun:a.example',
      'turn://a.example',
      'turn:a.example?x=y',
      'stun:a?transport=udp',
      'turn:',
      'turn:a.example:65536',
      'turn:a.example:0, turn:b.example',
      'turn:[::::]:3478',
    ]) {
      assert.equal(parseIceUrls(text), undefined, text);
    }
  });

  it('go with TURN_SECRET', () => {
    for (const env of [{ TURN_URLS: 'turn:a.example' }, { TURN_SECRET: secret }]) {
      assert.throws(() => readSettings(env, 3000), /is set without TURN_/);
    }
    const { options } = readSettings({ TURN_URLS: 'turn:a.example', TURN_SECRET: secret }, 3000);
    assert.deepEqual(options.turn, { urls: ['turn:a.example'], secret, seconds: 43_200, guestSeconds: 3600 });
  });
});
