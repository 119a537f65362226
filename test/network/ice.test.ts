import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { startServer, type StartedServer } from '../../demo/server/start.js';
import { answersStun } from '../../demo/server/turn-probe.js';
import { TurnServer } from './turn-server.js';

describe('Credentials of /ice', () => {
  let coturn: TurnServer;
  let server: StartedServer;
  before(async () => {
    coturn = await TurnServer.start();
    const urls = [`turn:${coturn.host}:${coturn.port}`];
    server = await startServer({ turn: { urls, secret: coturn.secret, seconds: 60 } });
  });
  after(async () => {
    await server.close();
    await coturn.stop();
  });

  /** Whether coturn relays for a user: its own client sends through it to itself. */
  const relays = async (username: string, credential: string): Promise<boolean> => {
    const who = ['-u', username, '-w', credential, '-p', String(coturn.port), coturn.host];
    const client = spawn('turnutils_uclient', ['-y', '-c', '-n', '2', '-m', '1', ...who], { stdio: 'ignore' });
    const [code] = (await once(client, 'exit')) as [number | null];
    return code === 0;
  };

  it('are taken by coturn, and altered ones are not', async () => {
    const headers = { Authorization: `Bearer ${await server.issueToken({ sub: 'ann' })}` };
    const answer = (await (await fetch(`${server.url}/ice`, { headers })).json()) as { iceServers: RTCIceServer[] };
    const { username = '', credential = '' } = answer.iceServers[0]!;
    assert.equal(await relays(username, credential), true);
    assert.equal(await relays(`9${username}`, credential), false);
  });

  it('are for a server that --check finds', async () => {
    const address = `turn:${coturn.host}:${coturn.port}`;
    assert.equal(await answersStun(address), true);
    assert.equal(await answersStun(`${address}?transport=tcp`), true);
  });
});
