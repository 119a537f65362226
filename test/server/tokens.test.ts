import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { SignJWT, decodeJwt, decodeProtectedHeader } from 'jose';
import { WebSocket } from 'ws';
import { startServer, type StartedServer } from '../../demo/server/start.js';
import { parseDuration } from '../../demo/server/tokens.js';
import { createManualClock } from './manual-clock.js';
import { WireClient, connect, refusedStatus, socketUrl } from './wire-client.js';

const forge = (secret: string, claims: Record<string, unknown>, alg = 'HS256') =>
  new SignJWT({ sub: 'eve', username: 'Eve', iss: 'private-meet', ...claims })
    .setProtectedHeader({ alg })
    .setIssuedAt()
    .sign(new TextEncoder().encode(secret.padEnd(64, '.').slice(0, 64)));

describe('A token', () => {
  let server: StartedServer;
  const clock = createManualClock(Date.now());
  before(async () => (server = await startServer({ clock, secret: 's'.repeat(64) })));
  after(() => server.close());
  const inAnHour = () => Math.floor(clock.now() / 1000) + 3600;

  it('carries sub, username, iss, iat and exp, signed HS256', async () => {
    const token = await server.issueToken({ sub: 'ann', username: 'Ann', expiresIn: 60 });
    const now = Math.floor(clock.now() / 1000);
    assert.equal(decodeProtectedHeader(token).alg, 'HS256');
    assert.deepEqual(decodeJwt(token), { sub: 'ann', username: 'Ann', iss: 'private-meet', iat: now, exp: now + 60 });
  });

  const bad: [what: string, token: () => string | Promise<string>][] = [
    ['missing', () => ''],
    ['no JWT', () => 'hello'],
    ['of another secret', () => forge('other', { exp: inAnHour() })],
    ['of another issuer', () => server.issueToken({ sub: 'eve', issuer: 'another-app' })],
    ['of another algorithm', () => forge(server.secret, { exp: inAnHour() }, 'HS512')],
    ['unsigned', () => `${btoa('{"alg":"none"}')}.${btoa('{"sub":"eve","iss":"private-meet","exp":9e9}')}.`],
    ['expired', () => server.issueToken({ sub: 'eve', expiresIn: -31 })],
    ['without an expiry', () => forge(server.secret, {})],
    ['not good yet', () => forge(server.secret, { exp: inAnHour(), nbf: inAnHour() })],
    ['without a user', () => forge(server.secret, { exp: inAnHour(), sub: '' })],
    ['of a user of nothing but spaces', () => forge(server.secret, { exp: inAnHour(), sub: '  ' })],
    ['of a user who is a number', () => forge(server.secret, { exp: inAnHour(), sub: 7 })],
    ['of a user who is a list', () => forge(server.secret, { exp: inAnHour(), sub: ['ann'] })],
    ['of a user whose id is too long', () => forge(server.secret, { exp: inAnHour(), sub: 'x'.repeat(256) })],
    ['of a user who would be the server itself', () => forge(server.secret, { exp: inAnHour(), sub: 'system' })],
  ];
  for (const [what, token] of bad) {
    it(`that is ${what} is refused with 401 before the upgrade`, async () => {
      assert.equal(await refusedStatus(socketUrl(server.url, await token())), 401);
    });
  }

  it('is taken for 30 s more, for clocks differ', async () => {
    for (const claims of [{ exp: inAnHour() - 3629 }, { exp: inAnHour(), nbf: inAnHour() - 3571 }]) {
      const socket = new WebSocket(socketUrl(server.url, await forge(server.secret, claims)));
      await once(socket, 'open');
      socket.terminate();
    }
  });

  it('may name a user by 255 characters', async () => {
    const ann = await connect(server, 'x'.repeat(255));
    await ann.join('long');
    ann.socket.terminate();
  });

  it('signed as ours by another program is taken', async () => {
    const token = await forge(server.secret, { exp: inAnHour() });
    const socket = new WebSocket(socketUrl(server.url, token));
    await once(socket, 'open');
  });

  it('is asked for at the upgrade only: an open socket outlives it', async () => {
    const token = await server.issueToken({ sub: 'ann', expiresIn: 10 });
    const ann = new WireClient(new WebSocket(socketUrl(server.url, token)), 'ann');
    await once(ann.socket, 'open');
    clock.advance(41_000);
    await ann.join('room');
    assert.equal(await refusedStatus(socketUrl(server.url, token)), 401);
  });
});

describe('The origin of an upgrade', () => {
  let server: StartedServer;
  before(async () => (server = await startServer({ allowedOrigins: ['https://meet.example'] })));
  after(() => server.close());
  const address = async () => socketUrl(server.url, await server.issueToken());

  it('is refused with 403 when it is not on the list', async () => {
    assert.equal(await refusedStatus(await address(), { origin: 'https://evil.example' }), 403);
    assert.equal(await refusedStatus(await address(), { origin: 'null' }), 403);
  });

  for (const [what, origin] of [
    ['on the list', () => 'https://meet.example'],
    ["the server's own", () => server.url],
    ['not there at all', () => undefined],
  ] as const) {
    it(`is taken when it is ${what}`, async () => {
      const name = origin();
      const socket = new WebSocket(await address(), name === undefined ? {} : { origin: name });
      await once(socket, 'open');
    });
  }
});

describe('parseDuration', () => {
  it('reads the notation of Go and plain seconds', () => {
    const known = { '24h': 86_400, '15m': 900, '1h30m': 5400, '90s': 90, '3600': 3600, '1.5h': 5400, '2500ms': 2.5 };
    for (const [text, seconds] of Object.entries(known)) assert.equal(parseDuration(text), seconds);
  });

  it('refuses everything else', () => {
    for (const text of ['', '0', '-1h', '1d', 'soon', '1h 30m', '5 m'])
      assert.throws(() => parseDuration(text), RangeError);
  });
});
