import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { systemClock } from '../../demo/server/clock.js';
import { createTokens } from '../../demo/server/tokens.js';
import { freePort } from '../server/free-port.js';
import { connect } from '../server/wire-client.js';
import { buildServer } from '../tools/build-server.js';
import { ROOT } from '../tools/run.js';
import { RedisServer } from './redis-server.js';

const SECRET = 's'.repeat(32);
const PASSWORD = 'hush: 7/@';

describe('npx private-meet-element on several machines', () => {
  const directory = mkdtempSync(join(tmpdir(), 'nodes-'));
  const file = join(directory, 'server.cjs');
  let redis: RedisServer;
  before(async () => {
    redis = await RedisServer.start(['--requirepass', PASSWORD]);
    await buildServer();
    copyFileSync(join(ROOT, 'dist/server.cjs'), file);
  });
  after(async () => {
    await redis.stop();
    rmSync(directory, { recursive: true });
  });

  const urlWith = (password: string) => redis.url.replace('//', `//:${encodeURIComponent(password)}@`);
  const start = (args: string[], env: Record<string, string>): ChildProcess =>
    spawn(process.execPath, [file, ...args], {
      cwd: directory,
      env: { PATH: process.env['PATH'], JWT_SECRET: SECRET, ALLOWED_ORIGINS: '*', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const check = async (url: string) => {
    const child = start(['server', '--check'], { PORT: '0', REDIS_URL: url });
    const said = { out: '', err: '' };
    child.stdout?.on('data', (text: Buffer) => (said.out += text.toString()));
    child.stderr?.on('data', (text: Buffer) => (said.err += text.toString()));
    const [code] = (await once(child, 'close')) as [number];
    assert.ok(!`${said.out}${said.err}`.includes('hush'), 'the password is not repeated');
    return { ...said, code };
  };

  it('--check asks Redis, and says what is wrong with it', async () => {
    const fine = await check(urlWith(PASSWORD));
    assert.deepEqual([fine.code, fine.err], [0, '']);
    assert.match(fine.out, /^Redis at 127\.0\.0\.1:\d+: answers\.$/m);
    const wrong = await check(urlWith('another'));
    assert.equal(wrong.code, 1);
    assert.match(wrong.err, /^Redis at 127\.0\.0\.1:\d+: WRONGPASS .* mend REDIS_URL\.\n$/);
    const none = await check(redis.url);
    assert.equal(none.code, 1);
    assert.match(none.err, /NOAUTH/);
    const nobody = await check(`redis://127.0.0.1:${await freePort()}`);
    assert.equal(nobody.code, 1);
    assert.match(nobody.err, /ECONNREFUSED/);
    redis.freeze();
    const silent = await check(urlWith(PASSWORD));
    redis.thaw();
    assert.equal(silent.code, 1);
    assert.match(silent.err, /no answer/);
  });

  it('the one file serves a room with another of its kind, and gives its places up on SIGTERM', async () => {
    const { issue } = createTokens({ secret: SECRET, issuer: 'private-meet', expiresIn: 60, clock: systemClock });
    const nodes = await Promise.all(
      ['ann', 'bo'].map(async (id) => {
        const port = await freePort();
        const child = start(['server'], { PORT: String(port), REDIS_URL: urlWith(PASSWORD) });
        const lines = createInterface({ input: child.stdout! });
        for await (const line of lines) if (line.includes('Signaling server on')) break;
        child.stdout!.resume();
        const client = await connect({ url: `http://localhost:${port}`, issueToken: issue }, id);
        return { child, client };
      }),
    );
    const [one, two] = nodes as [(typeof nodes)[0], (typeof nodes)[0]];
    await one.client.join('room');
    await two.client.join('room');
    await one.client.until((client) => client.usersOf('room')?.length === 2);
    const exit = once(two.child, 'exit');
    two.child.kill('SIGTERM');
    await one.client.until((client) => client.usersOf('room')?.length === 1);
    assert.equal(await two.client.closed, 1001);
    assert.deepEqual(await exit, [0, null]);
    const end = once(one.child, 'exit');
    one.child.kill('SIGTERM');
    assert.deepEqual(await end, [0, null]);
  });
});
