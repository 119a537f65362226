import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { on, once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { WebSocket } from 'ws';
import { startServer, type StartedServer } from '../../demo/server/start.js';
import { freePort } from '../server/free-port.js';
import { WireClient, refusedStatus, socketUrl } from '../server/wire-client.js';
import { aptInstall } from '../tools/install-browsers.js';
import { ROOT } from '../tools/run.js';

const CEILING_MS = 30_000;

const ensureInstalled = (): void => {
  const isThere = () => spawnSync('nginx', ['-v']).error === undefined;
  if (isThere() || (aptInstall('nginx') && isThere())) return;
  throw new Error('nginx is missing and could not be installed: install it, for instance with apt-get install nginx');
};

/** The configuration that operators are given, with this machine's ports, paths and certificate in it. */
const configuration = (directory: string, port: number, upstream: number): string => {
  const given = readFileSync(join(ROOT, 'demo/server/deploy/nginx.conf'), 'utf8');
  const here = given
    .replace('listen 443 ssl', `listen 127.0.0.1:${port} ssl`)
    .replaceAll('/etc/letsencrypt/live/meet.example.com', directory)
    .replaceAll('/var/log/nginx', directory)
    .replace('127.0.0.1:3000', `127.0.0.1:${upstream}`);
  return `daemon off; pid ${directory}/pid; events {} http { client_body_temp_path ${directory}/body; proxy_temp_path ${directory}/proxy; ${here} }`;
};

/** Waits until something is true of what stands in a directory. */
const until = async (directory: string, isTrue: () => boolean): Promise<void> => {
  const watcher = watch(directory);
  try {
    const changes = on(watcher, 'change', { signal: AbortSignal.timeout(CEILING_MS) });
    while (!isTrue()) await changes.next();
  } finally {
    watcher.close();
  }
};

describe('Behind nginx, as operators are told to set it up', () => {
  const directory = mkdtempSync(join(tmpdir(), 'nginx-'));
  let server: StartedServer;
  let nginx: ChildProcess;
  let url: string;
  let port: number;
  before(async () => {
    ensureInstalled();
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'; // of this process: it speaks to nobody else
    const key = ['-keyout', join(directory, 'privkey.pem'), '-out', join(directory, 'fullchain.pem')];
    const name = ['-nodes', '-days', '1', '-subj', '/CN=meet.example.com'];
    const made = spawnSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', ...key, ...name]);
    assert.equal(made.status, 0, made.stderr.toString());
    server = await startServer({ allowedOrigins: [], proxies: 1 });
    port = await freePort();
    url = `https://127.0.0.1:${port}`;
    writeFileSync(join(directory, 'nginx.conf'), configuration(directory, port, server.port));
    const arguments_ = ['-p', directory, '-e', join(directory, 'start.log'), '-c', join(directory, 'nginx.conf')];
    nginx = spawn('nginx', arguments_, { stdio: 'inherit' });
    await until(directory, () => existsSync(join(directory, 'pid'))); // written once it listens
  });
  after(async () => {
    const exit = once(nginx, 'exit');
    nginx.kill('SIGTERM');
    await exit;
    await server.close();
    rmSync(directory, { recursive: true });
  });

  const enter = async (id: string) => {
    const token = await server.issueToken({ sub: id, username: id });
    const client = new WireClient(new WebSocket(socketUrl(url, token), { origin: url }), id);
    await once(client.socket, 'open');
    await client.join('room');
    return { client, token };
  };

  it('a page of the same https origin signs in and speaks by WebSocket, and a page of http does not', async () => {
    const headers = { Origin: url };
    const signedIn = await fetch(`${url}/auth/sign-in`, { method: 'POST', body: '{"username":"Ann"}', headers });
    assert.equal(signedIn.status, 200);
    const [ann, bo] = [await enter('ann'), await enter('bo')];
    ann.client.send('chat.message', 'room', { message: 'hello' });
    await bo.client.until((client) => client.of('chat.message').length === 1);
    const token = await server.issueToken();
    const status = await refusedStatus(socketUrl(url, token), { origin: url.replace('https', 'http') });
    assert.equal(status, 403);
    for (const { client } of [ann, bo]) client.socket.close();
  });

  it('keeps tokens out of its logs, also of what fails', async () => {
    const { client, token } = await enter('cy');
    client.socket.close();
    await client.closed;
    assert.equal(await refusedStatus(socketUrl(url, `${token}x`)), 401);
    const log = () => readFileSync(join(directory, 'private-meet.log'), 'utf8');
    await until(directory, () => log().includes('"GET /ws" 401'));
    assert.match(log(), /"GET \/ws" 401/);
    assert.match(log(), /"GET \/ws" 101/);
    for (const name of ['private-meet.log', 'private-meet.error.log', 'start.log']) {
      assert.ok(!readFileSync(join(directory, name), 'utf8').includes(token.slice(-40)), name);
    }
  });

  it('waits longer than the server is silent, and shows figures to nobody', async () => {
    const given = readFileSync(join(ROOT, 'demo/server/deploy/nginx.conf'), 'utf8');
    const seconds = [...given.matchAll(/proxy_(?:read|send)_timeout (\d+)s/g)].map(([, text]) => Number(text));
    assert.equal(seconds.length, 2);
    assert.ok(seconds.every((each) => each > 108));
    assert.equal((await fetch(`${url}/metrics`)).status, 403);
    assert.equal((await fetch(`${url}/ready`)).status, 200);
  });
});
