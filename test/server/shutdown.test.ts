import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { decodeJwt } from 'jose';
import { WebSocket } from 'ws';
import { startServer } from '../../demo/server/start.js';
import { createTokens } from '../../demo/server/tokens.js';
import { systemClock } from '../../demo/server/clock.js';
import { freePort } from './free-port.js';
import { connect } from './wire-client.js';

const MAIN = fileURLToPath(new URL('../../demo/server/main.ts', import.meta.url));
const SECRET = 'a secret of the test, 32 bytes long at least';

describe('The stand-alone server', () => {
  let child: ChildProcess | undefined;
  afterEach(() => child?.kill('SIGKILL'));

  const run = async (env: Record<string, string>) => {
    const port = await freePort();
    child = spawn(process.execPath, ['--import', 'tsx', MAIN], {
      env: { PATH: process.env.PATH, PORT: String(port), JWT_SECRET: SECRET, ALLOWED_ORIGINS: '*', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const lines: string[] = [];
    child.stderr!.on('data', (text: Buffer) => lines.push(text.toString()));
    await once(child.stdout!, 'data');
    const { issue } = createTokens({ secret: SECRET, issuer: 'Office', expiresIn: 60, clock: systemClock });
    return { child, lines, host: { url: `http://localhost:${port}`, issueToken: issue } };
  };

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`closes every socket with 1001 on ${signal} and exits, whoever does not answer`, async () => {
      const { child: process, host } = await run({ APP_NAME: 'Office' });
      const [ann, bo, deaf] = [await connect(host, 'ann'), await connect(host, 'bo'), await connect(host, 'deaf')];
      for (const client of [ann, bo, deaf]) await client.join('room');
      deaf.socket.pause();
      const exit = once(process, 'exit');
      process.kill(signal);
      assert.equal(await ann.closed, 1001);
      assert.equal(await bo.closed, 1001);
      assert.deepEqual(await exit, [0, null]);
      deaf.socket.terminate();
    });
  }

  it('takes its settings from the environment', async () => {
    const { host, lines } = await run({ APP_NAME: 'Office', JWT_EXPIRATION: '15m' });
    const response = await fetch(`${host.url}/auth/sign-in`, { method: 'POST', body: '{"username":"Ann"}' });
    const { accessToken } = (await response.json()) as { accessToken: string };
    const { iss, iat, exp } = decodeJwt(accessToken);
    assert.equal(iss, 'Office');
    assert.equal(exp! - iat!, 900);
    assert.deepEqual(lines, []);
  });

  it('warns when it makes up a secret, and when no other origin is let in', async () => {
    const { lines } = await run({ JWT_SECRET: '', ALLOWED_ORIGINS: '' });
    assert.match(lines.join(''), /JWT_SECRET is not set/);
    assert.match(lines.join(''), /ALLOWED_ORIGINS is not set/);
  });
});

describe('Closing the server', () => {
  it('refuses the upgrades that come meanwhile and leaves nothing open', async () => {
    const server = await startServer();
    const ann = await connect(server, 'ann');
    ann.socket.pause(); // keeps the server closing until it gives up on the answer
    const late = new WebSocket(`${server.url.replace('http', 'ws')}/ws?token=${await server.issueToken()}`);
    const failed = once(late, 'error');
    const closed = server.close();
    await failed;
    await closed;
    assert.equal(server.connections.size, 0);
    ann.socket.terminate();
  });
});
