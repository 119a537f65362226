import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterEach, describe, it } from 'node:test';
import { decodeJwt } from 'jose';
import { signaling } from '../../demo/server/dev-plugin.js';

describe('The server of npm start', () => {
  let server: Server;
  afterEach(() => server.close());

  /** What it answers `/dev/host` with, `undefined` when it leaves that to others. */
  const ask = async (hostTools?: { waitingRoom: 'guests' }): Promise<unknown> => {
    const { plugin, middleware } = signaling({ secret: 's'.repeat(32), hostTools });
    server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const later: { serverStart?: () => void }[] = [];
    const plain = plugin as unknown as { readonly serverStart: (args: unknown) => unknown }; // of all its arguments two are read
    plain.serverStart({ config: { plugins: later }, server });
    later[0]?.serverStart?.();
    const context = {
      path: '/dev/host',
      query: { name: 'Ann' },
      req: { url: '/dev/host', headers: {} },
      body: undefined,
    };
    const run = middleware as unknown as (context: unknown, next: () => Promise<void>) => Promise<void>; // of Koa's context four are read
    await run(context, async () => {});
    return context.body;
  };

  it('makes a host of whoever asks, where it has their tools', async () => {
    const { role, username } = decodeJwt(String(await ask({ waitingRoom: 'guests' })));
    assert.deepEqual({ role, username }, { role: 'host', username: 'Ann' });
  });

  it('makes none where it has not', async () => assert.equal(await ask(), undefined));
});
