import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { WebSocket } from 'ws';
import { startServer, type StartedServer } from '../../demo/server/start.js';
import { freePort } from '../server/free-port.js';
import { WireClient, refusedStatus, socketUrl } from '../server/wire-client.js';
import { aptInstall } from '../tools/install-browsers.js';
import { ROOT } from '../tools/run.js';

const CEILING_MS = 30_000;

const ensureInstalled = (): void => {
  const isThere = () => spawnSync('caddy', ['version']).error === undefined;
  if (isThere() || (aptInstall('caddy') && isThere())) return;
  throw new Error('Caddy is missing and could not be installed: install it, for instance with apt-get install caddy');
};

/** The configuration that operators are given, with a certificate of Caddy's own, and nothing done to this machine. */
const configuration = (): string => {
  const given = readFileSync(join(ROOT, 'demo/server/deploy/Caddyfile'), 'utf8');
  const here = '{\n\tadmin off\n\tlocal_certs\n\tskip_install_trust\n\tauto_https disable_redirects\n';
  return given.replace(/^\{\n/m, here);
};

describe('Behind Caddy, as operators are told to set it up', () => {
  const directory = mkdtempSync(join(tmpdir(), 'caddy-'));
  const lines: string[] = [];
  let server: StartedServer;
  let caddy: ChildProcess;
  let output: Interface;
  let url: string;
  /** Waits until Caddy has written a line with some words in it. */
  const line = async (words: string): Promise<void> => {
    const signal = AbortSignal.timeout(CEILING_MS);
    while (!lines.some((each) => each.includes(words))) await once(output, 'line', { signal });
  };
  before(async () => {
    ensureInstalled();
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'; // of this process: it speaks to nobody else
    server = await startServer({ allowedOrigins: [], proxies: 1 });
    url = `https://localhost:${await freePort()}`;
    const file = join(directory, 'Caddyfile');
    writeFileSync(file, configuration());
    const env = { PATH: process.env.PATH, HOME: directory, DOMAIN: url, SERVER: new URL(server.url).host };
    caddy = spawn('caddy', ['run', '--config', file], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    output = createInterface(caddy.stderr!);
    output.on('line', (line) => lines.push(line));
    await line('serving initial configuration');
  });
  after(async () => {
    const exit = once(caddy, 'exit');
    caddy.kill('SIGTERM');
    await exit;
    await server.close();
    rmSync(directory, { recursive: true });
  });

  it('a page of the same https origin signs in and speaks by WebSocket, and figures are shown to nobody', async () => {
    const headers = { Origin: url };
    const signedIn = await fetch(`${url}/auth/sign-in`, { method: 'POST', body: '{"username":"Ann"}', headers });
    assert.equal(signedIn.status, 200);
    const token = await server.issueToken({ sub: 'ann' });
    const ann = new WireClient(new WebSocket(socketUrl(url, token), { origin: url }), 'ann');
    await once(ann.socket, 'open');
    await ann.join('room');
    ann.socket.close();
    await ann.closed;
    assert.equal(await refusedStatus(socketUrl(url, token), { origin: 'https://page.example' }), 403);
    assert.equal((await fetch(`${url}/metrics`)).status, 403);
  });

  it('writes no token down when the server does not answer', async () => {
    const token = await server.issueToken({ sub: 'ann' });
    await server.close();
    assert.equal(await refusedStatus(socketUrl(url, token)), 502);
    await line('token=hidden');
    assert.ok(!lines.join('').includes(token.slice(-40)));
  });
});
