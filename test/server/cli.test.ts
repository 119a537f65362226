import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createServer, type AddressInfo } from 'node:net';
import { systemClock } from '../../demo/server/clock.js';
import { SETTINGS } from '../../demo/server/env.js';
import { createTokens } from '../../demo/server/tokens.js';
import { buildServer } from '../tools/build-server.js';
import { ROOT } from '../tools/run.js';
import { freePort } from './free-port.js';
import { connect } from './wire-client.js';

const SECRET = 's'.repeat(32);

describe('npx private-meet-element', () => {
  const directory = mkdtempSync(join(tmpdir(), 'server-'));
  /** Away from the repository, where none of its packages is found. */
  const file = join(directory, 'server.cjs');
  before(async () => {
    await buildServer();
    copyFileSync(join(ROOT, 'dist/server.cjs'), file);
  });
  after(() => rmSync(directory, { recursive: true }));

  const start = (args: string[], env: Record<string, string> = {}): ChildProcess =>
    spawn(process.execPath, [file, ...args], {
      cwd: directory,
      env: { PATH: process.env.PATH, JWT_SECRET: SECRET, ALLOWED_ORIGINS: '*', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const run = async (args: string[], env?: Record<string, string>) => {
    const child = start(args, env);
    const said = { out: '', err: '' };
    child.stdout!.on('data', (text: Buffer) => (said.out += text.toString()));
    child.stderr!.on('data', (text: Buffer) => (said.err += text.toString()));
    const [code] = (await once(child, 'close')) as [number];
    return { ...said, code };
  };

  it('server is one file with everything inside, that joins two people and ends with 1001', async () => {
    const port = await freePort();
    const child = start(['server'], { PORT: String(port), METRICS: 'on' });
    await once(child.stdout!, 'data');
    const { issue } = createTokens({ secret: SECRET, issuer: 'private-meet', expiresIn: 60, clock: systemClock });
    const host = { url: `http://localhost:${port}`, issueToken: issue };
    const [ann, bo] = [await connect(host, 'ann'), await connect(host, 'bo')];
    for (const client of [ann, bo]) await client.join('room');
    assert.match(await (await fetch(`${host.url}/metrics`)).text(), /^private_meet_people 2$/m);
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    assert.equal(await ann.closed, 1001);
    assert.equal(await bo.closed, 1001);
    assert.deepEqual(await exit, [0, null]);
  });

  it('has the licence of all that stands in the file', () => {
    const text = readFileSync(file, 'utf8');
    for (const name of ['ws', 'jose', 'pino', 'prom-client', 'sonic-boom', 'tdigest', 'redis', '@redis/client']) {
      assert.match(text, new RegExp(`^${name} \\d+\\.\\d+\\.\\d+$`, 'm'));
    }
    const { devDependencies, dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<
      string,
      Record<string, string>
    >;
    for (const name of ['ws', 'jose', 'pino', 'prom-client', 'redis'])
      assert.ok(devDependencies![name] && !dependencies![name]);
  });

  it('server --help names every setting, and so does the page for operators', async () => {
    const { out, code } = await run(['server', '--help']);
    const page = readFileSync(join(ROOT, 'demo/server/README.md'), 'utf8');
    assert.equal(code, 0);
    for (const name of Object.keys(SETTINGS)) {
      assert.match(out, new RegExp(`^  ${name} `, 'm'));
      assert.ok(page.includes(`\`${name}\``), `${name} stands in demo/server/README.md`);
    }
  });

  it('server --check says what can be used, and ends with 1 where something can’t', async () => {
    const fine = await run(['server', '--check'], { PORT: '0' });
    assert.deepEqual([fine.code, fine.err], [0, '']);
    assert.match(fine.out, /^Settings: can be used\.\nPort \d+: can be listened on\.\n$/);
    const other = createServer().listen(0);
    await once(other, 'listening');
    const taken = await run(['server', '--check'], { PORT: String((other.address() as AddressInfo).port) });
    other.close();
    assert.equal(taken.code, 1);
    assert.match(taken.err, /is in use/);
    const child = start(['server'], { PORT: '0' });
    const [line] = (await once(child.stdout!, 'data')) as [Buffer];
    const port = /:(\d+)"/.exec(line.toString())?.[1] ?? '';
    const running = await run(['server', '--check'], { PORT: port });
    assert.deepEqual([running.code, running.err], [0, '']);
    assert.match(running.out, /^Port \d+: a Private Meet server runs there already\./m);
    child.kill('SIGTERM');
    const keyless = await run(['server', '--check'], {
      PORT: '0',
      JWKS_URL: `http://127.0.0.1:${await freePort()}/keys?key=hidden`,
    });
    assert.equal(keyless.code, 1);
    assert.match(keyless.err, /^Keys at 127\.0\.0\.1:\d+\/keys: [^\n]*ECONNREFUSED[^\n]*, or JWKS_URL\.\n$/);
    const turn = { TURN_URLS: `turn:127.0.0.1:${await freePort()}?transport=tcp`, TURN_SECRET: SECRET };
    const silent = await run(['server', '--check'], { PORT: '0', ...turn });
    assert.equal(silent.code, 1);
    assert.match(silent.err, /^turn:127\.0\.0\.1:\d+\?transport=tcp: no answer\./);
    const wrong = await run(['server', '--check'], { JWT_SECRET: 'a' });
    assert.equal(wrong.code, 1);
    assert.match(wrong.err, /^JWT_SECRET has to be [^\n]*\n$/);
  });

  it('anything else is told in a line', async () => {
    const words = await run(['serve']);
    assert.deepEqual([words.code, words.err.split('\n').length], [2, 2]);
    assert.match(words.err, /^There is no "serve"\. Usage:/);
    assert.equal((await run([])).code, 2);
    assert.match((await run(['--version'])).out, /^\d+\.\d+\.\d+\n$/);
  });
});
