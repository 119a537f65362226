import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../../demo/server/clock.js';
import { createTokens } from '../../demo/server/tokens.js';
import { freePort } from './free-port.js';
import { connect } from './wire-client.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SECRET = 'a secret of the test, 32 bytes long at least';

/** What the server says to whoever comes the moment it listens. Connections are refused until then. */
const firstAnswer = async (url: string, child: ChildProcess): Promise<Response> => {
  for (;;) {
    try {
      return await fetch(url);
    } catch (error) {
      if (child.exitCode !== null) throw error;
      await setImmediate();
    }
  }
};

describe('npm start', () => {
  let child: ChildProcess;
  let url: string;
  let first: Response;
  before(async () => {
    const port = await freePort();
    url = `http://localhost:${port}`;
    // What the script runs; npm itself would stand between us and the signal.
    child = spawn(process.execPath, ['--import', 'tsx', 'node_modules/@web/dev-server/dist/bin.js'], {
      cwd: ROOT,
      env: { PATH: process.env.PATH, PORT: String(port), JWT_SECRET: SECRET },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    first = await firstAnswer(url, child);
  });
  after(() => child.kill('SIGKILL'));

  it('has the page for whoever comes first', () => assert.equal(first.status, 200));

  it('serves the page at /, under a policy without exceptions', async () => {
    const response = await fetch(`${url}/?room=x&name=Ann`);
    assert.match(await response.text(), /<private-meet/);
    const policy = response.headers.get('content-security-policy') ?? '';
    assert.match(policy, /^default-src 'none'; script-src 'self'; style-src 'self'; /);
    assert.match(policy, /require-trusted-types-for 'script'/);
    assert.doesNotMatch(policy, /unsafe|\*/);
  });

  it('serves the sources as scripts, without process.env', async () => {
    const page = await fetch(`${url}/demo/demo.ts`);
    assert.match(page.headers.get('content-type') ?? '', /javascript/);
    const store = await fetch(`${url}/node_modules/nanostores/atom/index.js`);
    const script = await store.text();
    assert.ok(script.length > 0);
    assert.doesNotMatch(script, /process\.env/);
  });

  it('keeps the rest of the repository to itself', async () => {
    for (const path of ['/.git/config', '/package.json', '/demo/../package.json', '/src/.hidden', '/test/']) {
      assert.equal((await fetch(url + path)).status, 404, path);
    }
  });

  it('is the signaling server as well, and closes its sockets with 1001', async () => {
    assert.equal(await (await fetch(`${url}/health`)).text(), 'OK');
    const { issue } = createTokens({ secret: SECRET, issuer: 'private-meet', expiresIn: 60, clock: systemClock });
    const ann = await connect({ url, issueToken: issue }, 'ann', { origin: url });
    await ann.join('room');
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    assert.equal(await ann.closed, 1001);
    assert.deepEqual(await exit, [0, null]);
  });
});
