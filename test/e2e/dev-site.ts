import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { freePort } from '../server/free-port.js';

/** What `npm start` serves, on a port of its own: demo, docs, examples and a signaling server. */
export interface DevSite {
  readonly origin: string;
  stop(): void;
}

/** Resolves once it answers. */
export const startDevSite = async (): Promise<DevSite> => {
  const port = await freePort();
  const origin = `http://localhost:${String(port)}`;
  const server = spawn(process.execPath, ['node_modules/.bin/wds'], {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { stdout } = server;
  assert.ok(stdout);
  for await (const text of stdout.setEncoding('utf8').iterator({ destroyOnReturn: false }))
    if (String(text).includes(origin)) break;
  stdout.resume();
  return { origin, stop: () => void server.kill('SIGKILL') };
};
