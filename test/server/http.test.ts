import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { decodeJwt } from 'jose';
import type { SignalingOptions } from '../../demo/server/server.js';
import { startServer, type StartedServer } from '../../demo/server/start.js';
import { createManualClock } from './manual-clock.js';

describe('Over HTTP', () => {
  let server: StartedServer | undefined;
  afterEach(() => server?.close());
  const start = async (options: Partial<SignalingOptions> = {}) => (server = await startServer(options));
  const signIn = (body: string, init: RequestInit = {}) =>
    fetch(`${server!.url}/auth/sign-in`, { method: 'POST', body, ...init });

  it('/health says OK', async () => {
    const { url } = await start();
    const response = await fetch(`${url}/health`);
    assert.equal(response.status, 200);
    assert.equal(await response.text(), 'OK');
  });

  it('a guest is given a token, a new UUID, and the name asked for', async () => {
    await start();
    const response = await signIn('{"username":"  Ann "}');
    const body = (await response.json()) as Record<string, string>;
    assert.equal(response.status, 200);
    assert.deepEqual(Object.keys(body).sort(), ['accessToken', 'tokenType', 'userId', 'username']);
    assert.equal(body.tokenType, 'Bearer');
    assert.equal(body.username, 'Ann');
    assert.match(body.userId!, /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    const { sub, username, iss } = decodeJwt(body.accessToken!);
    assert.deepEqual({ sub, username, iss }, { sub: body.userId, username: 'Ann', iss: 'private-meet' });
  });

  it('who gives no name is Guest, and 32 code points are allowed', async () => {
    await start();
    for (const [body, name] of [
      ['{}', 'Guest'],
      ['{"username":"   "}', 'Guest'],
      [JSON.stringify({ username: '🎥'.repeat(32) }), '🎥'.repeat(32)],
    ] as const) {
      const answer = (await (await signIn(body)).json()) as { username: string };
      assert.equal(answer.username, name);
    }
  });

  it('a bad body or a long name is answered 400, in text', async () => {
    await start({ httpLimits: false });
    const bodies = ['', '{', '[]', 'null', '"Ann"', '{"username":7}', JSON.stringify({ username: '🎥'.repeat(33) })];
    for (const body of [...bodies, `{"username":"${' '.repeat(100_000)}"}`]) {
      const response = await signIn(body);
      assert.equal(response.status, 400, body.slice(0, 50));
      assert.match(response.headers.get('content-type') ?? '', /^text\/plain/);
      assert.notEqual(await response.text(), '');
    }
  });

  it('other methods, other paths and /ws without an upgrade get 405, 404 and 426', async () => {
    const { url } = await start();
    const status = async (path: string, method = 'GET') => (await fetch(url + path, { method })).status;
    assert.equal(await status('/auth/sign-in'), 405);
    assert.equal(await status('/health', 'POST'), 405);
    assert.equal(await status('/auth/elsewhere'), 404);
    assert.equal(await status('/elsewhere'), 404);
    assert.equal(await status('/ws'), 426);
  });

  it('everything moves under a base path', async () => {
    const { url } = await start({ basePath: '/meet' });
    assert.match(url, /\/meet$/);
    assert.equal((await fetch(`${url}/health`)).status, 200);
    assert.equal((await fetch(new URL('/health', url))).status, 404);
  });

  describe('limits', () => {
    it('let 5 sign-ins through, then none for 30 s, and say so', async () => {
      const clock = createManualClock();
      await start({ clock });
      for (let count = 0; count < 5; count += 1) assert.equal((await signIn('{}')).status, 200);
      const refused = await signIn('{}');
      assert.equal(refused.status, 429);
      assert.equal(refused.headers.get('retry-after'), '30');
      clock.advance(29_500);
      const still = await signIn('{}');
      assert.equal(still.status, 429);
      assert.equal(still.headers.get('retry-after'), '1');
      clock.advance(500);
      assert.equal((await signIn('{}')).status, 200);
    });

    it('let 10 reads through, then none for 10 s', async () => {
      const clock = createManualClock();
      const { url } = await start({ clock });
      for (let count = 0; count < 10; count += 1) assert.equal((await fetch(`${url}/auth/sign-in`)).status, 405);
      const refused = await fetch(`${url}/auth/sign-in`);
      assert.equal(refused.status, 429);
      assert.equal(refused.headers.get('retry-after'), '10');
      assert.equal((await signIn('{}')).status, 200); // sign-ins have a bucket of their own
      clock.advance(10_000);
      assert.equal((await fetch(`${url}/auth/sign-in`)).status, 405);
    });

    it('refill at 2 sign-ins a second', async () => {
      const clock = createManualClock();
      await start({ clock });
      for (let count = 0; count < 5; count += 1) await signIn('{}');
      clock.advance(1000);
      const statuses = [];
      for (let count = 0; count < 3; count += 1) statuses.push((await signIn('{}')).status);
      assert.deepEqual(statuses, [200, 200, 429]);
    });

    it('leave /health, /ws and preflights alone', async () => {
      const { url } = await start({ clock: createManualClock() });
      for (let count = 0; count < 30; count += 1) {
        assert.equal((await fetch(`${url}/ws`)).status, 426);
        assert.equal((await fetch(`${url}/health`)).status, 200);
        assert.equal((await fetch(`${url}/auth/sign-in`, { method: 'OPTIONS' })).status, 204);
      }
    });

    it('let in all of eight guests of one second who honour Retry-After', async () => {
      const clock = createManualClock();
      await start({ clock });
      const guest = async (): Promise<number> => {
        for (let tries = 1; ; tries += 1) {
          const response = await signIn('{}');
          if (response.status === 200) return tries;
          const wait = Number(response.headers.get('retry-after'));
          assert.ok(wait > 0, 'told how long to wait');
          await new Promise<void>((resolve) => {
            clock.after(wait * 1000, resolve);
            waiting += 1;
            if (waiting === 3) clock.advance(30_000);
          });
        }
      };
      let waiting = 0;
      const tries = await Promise.all(Array.from({ length: 8 }, guest));
      assert.deepEqual(tries.sort(), [1, 1, 1, 1, 1, 2, 2, 2]);
    });
  });

  describe('other origins', () => {
    const headers = { Origin: 'https://page.example' };

    for (const [allowed, given] of [
      [['*'], '*'],
      [['https://page.example'], 'https://page.example'],
    ] as const) {
      it(`are let in by ${allowed[0]}, preflight and Retry-After too`, async () => {
        const { url } = await start({ allowedOrigins: allowed, clock: createManualClock() });
        const preflight = await fetch(`${url}/auth/sign-in`, {
          method: 'OPTIONS',
          headers: {
            ...headers,
            'Access-Control-Request-Method': 'POST',
            'Access-Control-Request-Headers': 'content-type',
          },
        });
        assert.equal(preflight.status, 204);
        assert.match(preflight.headers.get('access-control-allow-methods') ?? '', /POST/);
        assert.match(preflight.headers.get('access-control-allow-headers') ?? '', /content-type/i);
        for (let count = 0; count < 5; count += 1) await signIn('{}', { headers });
        const limited = await signIn('{}', { headers });
        assert.equal(limited.status, 429);
        for (const response of [preflight, limited]) {
          assert.equal(response.headers.get('access-control-allow-origin'), given);
          assert.equal(response.headers.get('access-control-expose-headers'), 'Retry-After');
        }
      });
    }

    it('not on the list are refused whatever they send, and use up nobody’s tries', async () => {
      await start({ allowedOrigins: ['https://other.example'], clock: createManualClock() });
      for (let count = 0; count < 20; count += 1) {
        const refused = await signIn('{}', { headers });
        assert.equal(refused.status, 403);
        assert.equal(refused.headers.get('access-control-allow-origin'), null);
      }
      assert.equal((await signIn('{}', { headers: { Origin: 'null' } })).status, 403);
      assert.equal((await signIn('{}', { headers: { Origin: 'https://other.example' } })).status, 200);
    });

    it('not on the list get no leave', async () => {
      const { url } = await start({ allowedOrigins: ['https://other.example'] });
      const preflight = await fetch(`${url}/auth/sign-in`, { method: 'OPTIONS', headers });
      assert.equal(preflight.status, 403);
      const response = await fetch(`${url}/health`, { headers });
      for (const { headers: answered } of [preflight, response]) {
        assert.equal(answered.get('access-control-allow-origin'), null);
      }
    });
  });
});
