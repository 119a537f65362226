import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { SettingsError, readSettings } from '../../demo/server/env.js';

const MAIN = fileURLToPath(new URL('../../demo/server/main.ts', import.meta.url));
const SECRET = 's'.repeat(32);

const problemsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readSettings(env, 3000);
    return [];
  } catch (error) {
    assert.ok(error instanceof SettingsError);
    return error.problems;
  }
};

describe('A setting', () => {
  const bad: [name: string, values: string[], says: RegExp][] = [
    ['PORT', ['x', '-1', '65536', '80.5', '0x50', '1e3', '3000 3001'], /number from 0 to 65535, such as 3000/],
    ['JWT_SECRET', ['a', 's'.repeat(31)], /at least 32 bytes long, such as what "openssl rand -hex 32" gives; it has/],
    ['JWT_EXPIRATION', ['1d', 'soon', '0', '-1h', '24 h', '500ms', '999999999h', '9'.repeat(400)], /such as 24h, 15m/],
    [
      'ALLOWED_ORIGINS',
      [
        'www.example.com',
        'https://a.example/path',
        'https://a.example?x',
        'https://a.example, b.example',
        'https://a.example https://b.example',
        'https://*.example.com',
        'https://user@a.example',
        'https://a.example:port',
        'null',
        'https://',
      ],
      /like https:\/\/www\.example\.com \(scheme and host, no path\)/,
    ],
    ['HOST', ['http://localhost', '127.0.0.1:3000', '1.2.3', '256.1.1.1', 'a b', '-x'], /without scheme and port/],
    ['TRUST_PROXY', ['true', '17', '-1', '10.0.0.0/33', 'proxy.example'], /number of proxies in front, such as 1/],
    [
      'REDIS_URL',
      [
        'redis.example.com:6379',
        'http://redis.example.com',
        'redis://',
        'redis://a.example/x',
        'redis://a.example/0?x=1',
        'unix:/run/redis.sock',
        'redis://:pass word@:6379',
      ],
      /like redis:\/\/redis\.example\.com:6379 or, with TLS and a password, rediss:/,
    ],
    ['MAX_PEOPLE_PER_ROOM', ['1', '0', 'none', '-5', '1.5', 'Infinity'], /whole number from 2/],
    ['MAX_ROOMS_PER_USER', ['0', 'x', '99999999'], /whole number from 1/],
  ];
  for (const [name, values, says] of bad) {
    it(`${name} that can't be used is told in one sentence with what to write`, () => {
      for (const value of values) {
        const problems = problemsOf({ [name]: value });
        assert.equal(problems.length, 1, value);
        assert.match(problems[0]!, says);
        assert.ok(problems[0]!.startsWith(`${name} has to be `));
        assert.ok(name !== 'JWT_SECRET' || !problems[0]!.includes(`"${value}"`), 'a secret is not repeated');
      }
    });
  }

  it('REDIS_URL says nothing of its password, and wants a secret that all nodes have', () => {
    const [problem = ''] = problemsOf({ REDIS_URL: 'http://:hush@redis.example.com', JWT_SECRET: SECRET });
    assert.ok(problem.startsWith('REDIS_URL has to be ') && !problem.includes('hush'));
    const url = 'rediss://user:hush@redis.example.com:6380/2';
    assert.deepEqual(problemsOf({ REDIS_URL: url }), ['REDIS_URL is set without JWT_SECRET: set both, or neither.']);
    assert.equal(readSettings({ REDIS_URL: url, JWT_SECRET: SECRET }, 3000).redisUrl, url);
  });

  it('HOST_TOOLS is on or off, and WAITING_ROOM is nothing without it', () => {
    const toolsOf = (env: Record<string, string>) => readSettings(env, 3000).options.hostTools;
    assert.equal(toolsOf({}), undefined);
    assert.equal(toolsOf({ HOST_TOOLS: 'off', WAITING_ROOM: 'off' }), undefined);
    assert.deepEqual(toolsOf({ HOST_TOOLS: 'on' }), { waitingRoom: 'off' });
    assert.deepEqual(toolsOf({ HOST_TOOLS: 'on', WAITING_ROOM: 'guests' }), { waitingRoom: 'guests' });
    for (const HOST_TOOLS of ['', 'off']) {
      assert.deepEqual(problemsOf({ HOST_TOOLS, WAITING_ROOM: 'all' }), [
        'WAITING_ROOM needs hosts who let people in: set HOST_TOOLS to on, or WAITING_ROOM to off.',
      ]);
    }
  });

  it('HOST_TOOLS goes with one node', () => {
    const env = { HOST_TOOLS: 'on', REDIS_URL: 'redis://a.example', JWT_SECRET: SECRET };
    assert.deepEqual(problemsOf(env), [
      'HOST_TOOLS=on works with one node: leave REDIS_URL out, or set HOST_TOOLS to off.',
    ]);
    assert.deepEqual(problemsOf({ ...env, HOST_TOOLS: 'off' }), []);
  });

  it('that is wrong hides no other that is wrong too', () => {
    assert.equal(problemsOf({ PORT: 'x', JWT_SECRET: 'a', ALLOWED_ORIGINS: 'b' }).length, 3);
  });

  it('is read as it is meant: spaces, slashes, cases and ports that go without saying', () => {
    const { port, host, options } = readSettings(
      {
        PORT: ' 8080 ',
        HOST: '[::1]',
        JWT_SECRET: SECRET,
        JWT_EXPIRATION: '1h30m',
        ALLOWED_ORIGINS: ' HTTPS://A.example:443/ ,http://b.example:8080, capacitor://localhost,',
        TRUST_PROXY: '2',
        MAX_PEOPLE_PER_ROOM: '9',
      },
      3000,
    );
    assert.deepEqual(
      { port, host, proxies: options.proxies, seconds: options.tokenSeconds, limits: options.limits },
      { port: 8080, host: '::1', proxies: 2, seconds: 5400, limits: { peoplePerRoom: 9 } },
    );
    assert.deepEqual(options.allowedOrigins, ['https://a.example', 'http://b.example:8080', 'capacitor://localhost']);
  });

  it('that is empty counts as not set', () => {
    const { port, host, options } = readSettings({ PORT: '', HOST: ' ', JWT_SECRET: '', ALLOWED_ORIGINS: '' }, 3000);
    assert.deepEqual({ port, host }, { port: 3000, host: null });
    assert.deepEqual(options.allowedOrigins, []);
    assert.ok(options.secret.length >= 64);
  });
});

describe('The server that can’t start', () => {
  const run = async (env: Record<string, string>) => {
    const child = spawn(process.execPath, ['--import', 'tsx', MAIN], {
      env: { PATH: process.env.PATH, JWT_SECRET: SECRET, ALLOWED_ORIGINS: '*', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => said.push(text.toString()));
    const [code] = (await once(child, 'close')) as [number];
    return { code, lines: said.join('').trim().split('\n') };
  };

  it('says so in one line for each setting, and ends with 1', async () => {
    const { code, lines } = await run({ PORT: 'x', JWT_SECRET: 'a' });
    assert.equal(code, 1);
    assert.deepEqual(
      lines.map((line) => line.split(' ')[0]),
      ['PORT', 'JWT_SECRET'],
    );
  });

  it('names the port that is in use', async () => {
    const other = createServer().listen(0);
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { code, lines } = await run({ PORT: String(port) });
    other.close();
    assert.equal(code, 1);
    assert.deepEqual(lines, [`Port ${port} is in use: stop what listens on it, or set PORT to another one.`]);
  });

  it('names the address that is none of this machine’s', async () => {
    const { code, lines } = await run({ PORT: '0', HOST: '192.0.2.1' });
    assert.equal(code, 1);
    assert.equal(lines.length, 1);
    assert.match(lines[0]!, /^HOST 192\.0\.2\.1 is no address of this machine/);
  });
});
