import assert from 'node:assert/strict';
import { once } from 'node:events';
import { afterEach, describe, it } from 'node:test';
import { WebSocket } from 'ws';
import type { ServerEvent } from '../../demo/server/events.js';
import { createLog, logEvents } from '../../demo/server/log.js';
import { startServer, type StartedServer } from '../../demo/server/start.js';
import { createManualClock } from './manual-clock.js';
import { socketUrl } from './wire-client.js';

const SECRET = 's'.repeat(32);
const MINUTE = 60_000;

describe('Two servers with one secret and no Redis', () => {
  let servers: StartedServer[] = [];
  afterEach(async () => {
    await Promise.all(servers.map((server) => server.close()));
    servers = [];
  });

  /** A server, the sockets of which are told of others by its log. */
  const start = async (clock = createManualClock(Date.now())) => {
    const events: ServerEvent[] = [];
    const lines: string[] = [];
    const log = logEvents(createLog('error', { write: (line) => void lines.push(line) }), { people: false });
    const onEvent = (event: ServerEvent) => {
      events.push(event);
      log(event);
    };
    const server = await startServer({ secret: SECRET, clock, metrics: true, onEvent });
    servers.push(server);
    return { server, clock, lines, splits: () => events.filter(({ kind }) => kind === 'split').length };
  };
  const signIn = async ({ url }: StartedServer): Promise<string> => {
    const response = await fetch(`${url}/auth/sign-in`, { method: 'POST', body: '{}' });
    return ((await response.json()) as { accessToken: string }).accessToken;
  };
  const enter = async ({ url }: StartedServer, token: string) => {
    const socket = new WebSocket(socketUrl(url, token));
    await once(socket, 'open');
    socket.terminate();
  };

  it('are told of as soon as somebody signs in at one and comes to the other, once in the log and each time in the figures', async () => {
    const clock = createManualClock(Date.now());
    const [one, two] = [await start(clock), await start(clock)];
    for (const { server } of [one, two]) await enter(server, await signIn(server));
    clock.advance(MINUTE);
    for (let time = 0; time < 2; time += 1) await enter(two.server, await signIn(one.server));
    assert.equal(two.splits(), 2);
    assert.equal(two.lines.length, 1);
    assert.match(two.lines[0]!, /two split the rooms between them\. Set REDIS_URL for both/);
    assert.match(await (await fetch(`${two.server.url}/metrics`)).text(), /^private_meet_splits_total 2$/m);
    assert.equal(one.splits(), 0);
  });

  it('are not meant by a token of before a restart, nor by one of a backend', async () => {
    const clock = createManualClock(Date.now());
    const former = await start(clock);
    clock.advance(MINUTE);
    const token = await signIn(former.server);
    await former.server.close();
    servers = [];
    const { server, splits } = await start(clock);
    await enter(server, token);
    clock.advance(MINUTE);
    await enter(server, await server.issueToken({ sub: 'ann' }));
    await enter(server, await signIn(server));
    assert.equal(splits(), 0);
  });
});
