import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { createServer as createHttp } from 'node:http';
import { after, afterEach, before, describe, it } from 'node:test';
import { SignJWT, exportJWK, generateKeyPair, type CryptoKey, type JWTPayload } from 'jose';
import { WebSocket } from 'ws';
import type { SignalingOptions } from '../../demo/server/server.js';
import { startServer, type StartedServer } from '../../demo/server/start.js';
import { createManualClock } from './manual-clock.js';
import { WireClient, refusedStatus, socketUrl } from './wire-client.js';

const SECRET = 's'.repeat(32);

describe('Who may come', () => {
  let server: StartedServer | undefined;
  afterEach(() => server?.close());
  const start = async (options: Partial<SignalingOptions> = {}) =>
    (server = await startServer({ secret: SECRET, httpLimits: false, ...options }));

  const sign = (claims: JWTPayload, key: string | CryptoKey = SECRET, alg = 'HS256') =>
    new SignJWT({ sub: 'ann', username: 'Ann', iss: 'private-meet', ...claims })
      .setProtectedHeader({ alg, ...(alg === 'HS256' ? {} : { kid: alg }) })
      .setExpirationTime('1h')
      .sign(typeof key === 'string' ? new TextEncoder().encode(key) : key);
  const enter = async (token: string) => {
    const client = new WireClient(new WebSocket(socketUrl(server!.url, token)), 'ann');
    await once(client.socket, 'open');
    return client;
  };
  const statusOf = (token: string) => refusedStatus(socketUrl(server!.url, token));

  it('guests may not where they are turned off, and those with a token still may', async () => {
    await start({ guests: false });
    const refused = await fetch(`${server!.url}/auth/sign-in`, { method: 'POST', body: '{}' });
    assert.equal(refused.status, 403);
    assert.equal(await statusOf(await server!.issueToken({ guest: true })), 401);
    await enter(await sign({}));
  });

  it('a guest is marked as one in the room, and keeps the name they chose', async () => {
    await start();
    const response = await fetch(`${server!.url}/auth/sign-in`, {
      method: 'POST',
      body: '{"username":"Guest of honour"}',
    });
    const { accessToken, userId } = (await response.json()) as { accessToken: string; userId: string };
    const guest = await enter(accessToken);
    const ann = await enter(await sign({}));
    await ann.join('room');
    guest.send('chat.join', 'room');
    await ann.until((client) => client.usersOf('room')?.length === 2);
    assert.deepEqual(ann.of('room.users').at(-1)!.data.users, [
      { userID: 'ann', username: 'Ann' },
      { userID: userId, username: 'Guest of honour', guest: true },
    ]);
  });

  const rooms: [claims: JWTPayload, allowed: string[], refused: string[]][] = [
    [{ room: ' a ' }, ['a'], ['b', 'A']],
    [{ rooms: ['a', 'b'] }, ['a', 'b'], ['c']],
    [{ room: 'a', rooms: ['b'] }, ['a', 'b'], ['c']],
    [{ rooms: [] }, [], ['a']],
    [{ room: '' }, [], ['a']],
    [{ room: null }, [], ['a', 'null']],
    [{ rooms: [7, { a: 1 }] }, [], ['7', 'a']],
  ];
  for (const [claims, allowed, refused] of rooms) {
    it(`a token with ${JSON.stringify(claims)} is held to it`, async () => {
      await start();
      const ann = await enter(await sign(claims));
      for (const room of allowed) await ann.join(room);
      for (const room of refused) ann.send('chat.join', room);
      await ann.until((client) => client.errors.length === refused.length);
      assert.deepEqual(new Set(ann.errors), new Set(["You can't send messages to this room"]));
      assert.deepEqual(server!.rooms.names().sort(), [...allowed].sort());
    });
  }

  it('who has another audience may not; guests of the server’s own still may', async () => {
    await start({ trust: { audience: 'meet' } });
    for (const claims of [{}, { aud: 'other' }, { aud: ['other'] }])
      assert.equal(await statusOf(await sign(claims)), 401);
    await enter(await sign({ aud: 'meet' }));
    await enter(await sign({ aud: ['other', 'meet'] }));
    await enter(await server!.issueToken({ guest: true }));
  });

  it('tokens of former secrets are good, and none is signed with them', async () => {
    const former = 'f'.repeat(32);
    await start({ trust: { formerSecrets: [former] } });
    await enter(await sign({}, former));
    await enter(await sign({}));
    assert.equal(await statusOf(await sign({}, 'x'.repeat(32))), 401);
    const token = await server!.issueToken();
    await server!.close();
    await start({ secret: former });
    assert.equal(await statusOf(token), 401);
  });

  it('a socket ends with its token where that was asked for, however far off that is', async () => {
    const clock = createManualClock(Date.now());
    await start({ clock, endsWithToken: true });
    const token = await server!.issueToken({ sub: 'ann', expiresIn: 3600 * 24 * 60 });
    const ann = new WireClient(new WebSocket(socketUrl(server!.url, token)), 'ann');
    await once(ann.socket, 'open');
    await ann.join('room');
    for (let minutes = 0; minutes < 3; minutes += 1) {
      clock.advance(54_000);
      await ann.roundTrip();
    }
    const short = await server!.issueToken({ sub: 'bo', expiresIn: 5 });
    const bo = new WireClient(new WebSocket(socketUrl(server!.url, short)), 'bo');
    await once(bo.socket, 'open');
    clock.advance(35_000);
    assert.equal(await bo.closed, 1008);
    await ann.roundTrip();
  });

  it('whoever’s token has ended is out of the room before they answer the close, and is heard no more', async () => {
    const clock = createManualClock(Date.now());
    const heard: string[] = [];
    await start({ clock, endsWithToken: true, onFrame: ({ type }) => heard.push(type) });
    const ann = await enter(await server!.issueToken({ sub: 'ann', expiresIn: 5 }));
    await ann.join('room');
    heard.length = 0;
    ann.socket.pause(); // so that the close frame stays unanswered
    clock.advance(35_000);
    assert.deepEqual(server!.rooms.names(), []);
    ann.send('chat.join', 'room');
    ann.socket.resume();
    assert.equal(await ann.closed, 1008);
    assert.deepEqual([heard, server!.rooms.names()], [[], []]);
  });

  it('whoever’s token ends while it is checked leaves nothing behind that a server would wait for', async () => {
    const clock = createManualClock(Date.now());
    let looks = 0;
    // The check takes its time at the first look; those that follow come behind the end of the token.
    const late = { ...clock, now: () => clock.now() + (armed && (looks += 1) > 2 ? 60_000 : 0) };
    let armed = false;
    await start({ clock: late, endsWithToken: true });
    const token = await server!.issueToken({ sub: 'ann', expiresIn: 5 });
    armed = true;
    const ann = new WireClient(new WebSocket(socketUrl(server!.url, token)), 'ann');
    assert.equal(await ann.closed, 1008);
    assert.equal(server!.connections.size, 0);
  });

  describe('by public keys', () => {
    const pairs = new Map<string, Awaited<ReturnType<typeof generateKeyPair>>>();
    const keys = createHttp((_, response) => {
      void Promise.all(
        [...pairs].map(async ([alg, { publicKey }]) => ({ ...(await exportJWK(publicKey)), alg, kid: alg })),
      ).then((all) => response.end(JSON.stringify({ keys: all })));
    });
    let url: string;
    before(async () => {
      for (const alg of ['RS256', 'ES256']) pairs.set(alg, await generateKeyPair(alg));
      keys.listen(0, '127.0.0.1');
      await once(keys, 'listening');
      url = `http://127.0.0.1:${(keys.address() as AddressInfo).port}/keys.json`;
    });
    after(() => keys.close());

    for (const alg of ['RS256', 'ES256']) {
      it(`who is named by a token of ${alg} may, with the issuer that was set`, async () => {
        await start({ trust: { jwks: { url, issuer: 'https://id.example' } } });
        const { privateKey } = pairs.get(alg)!;
        await enter(await sign({ iss: 'https://id.example' }, privateKey, alg));
        assert.equal(await statusOf(await sign({}, privateKey, alg)), 401);
        const { privateKey: strange } = await generateKeyPair(alg);
        assert.equal(await statusOf(await sign({ iss: 'https://id.example' }, strange, alg)), 401);
        await enter(await sign({}));
      });
    }

    it('who calls himself a guest still needs the audience', async () => {
      await start({ trust: { audience: 'meet', jwks: { url } } });
      const { privateKey } = pairs.get('ES256')!;
      assert.equal(await statusOf(await sign({ guest: true }, privateKey, 'ES256')), 401);
      await enter(await sign({ guest: true, aud: 'meet' }, privateKey, 'ES256'));
    });

    it('may not while these can’t be had, and the server stays', async () => {
      const gone: Server = createServer().listen(0, '127.0.0.1');
      await once(gone, 'listening');
      const { port } = gone.address() as AddressInfo;
      gone.close();
      await start({ trust: { jwks: { url: `http://127.0.0.1:${port}/` } } });
      assert.equal(await statusOf(await sign({}, pairs.get('ES256')!.privateKey, 'ES256')), 401);
      await enter(await sign({}));
    });
  });
});
