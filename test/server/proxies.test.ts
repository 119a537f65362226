import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { afterEach, describe, it } from 'node:test';
import { addressOf, isSecure, parseNetworks, subscriberOf, type TrustedProxies } from '../../demo/server/addresses.js';
import { startServer, type StartedServer } from '../../demo/server/start.js';
import { createManualClock } from './manual-clock.js';
import { refusedStatus, socketUrl } from './wire-client.js';

const requestFrom = (remoteAddress: string, headers: Record<string, string> = {}) =>
  ({ socket: { remoteAddress }, headers }) as unknown as IncomingMessage;

describe('Who sent a request', () => {
  const told = (forwarded: string, proxies: TrustedProxies, remote = '::ffff:10.0.0.1') =>
    addressOf(requestFrom(remote, { 'x-forwarded-for': forwarded }), proxies);

  it('is the address of the connection, whatever a header says, unless proxies are trusted', () => {
    assert.equal(told('1.2.3.4', 0), '10.0.0.1');
    assert.equal(told('1.2.3.4', parseNetworks('loopback')!), '10.0.0.1');
    assert.equal(addressOf(requestFrom('fe80::1%eth0'), 0), 'fe80::1');
  });

  it('is behind so many proxies, and no farther than they can know', () => {
    assert.equal(told('6.6.6.6, 1.2.3.4', 1), '1.2.3.4');
    assert.equal(told('6.6.6.6, 1.2.3.4, 10.0.0.2', 2), '1.2.3.4');
    assert.equal(told('1.2.3.4', 3), '1.2.3.4');
    assert.equal(addressOf(requestFrom('10.0.0.1'), 1), '10.0.0.1');
  });

  it('is behind those of the networks that are trusted', () => {
    const networks = parseNetworks('10.0.0.0/8, fd00::/8, 203.0.113.7')!;
    assert.equal(told('6.6.6.6, 1.2.3.4, 203.0.113.7, fd00::5', networks), '1.2.3.4');
    assert.equal(told('10.9.9.9', networks), '10.9.9.9');
    assert.equal(told('1.2.3.4', networks, '198.51.100.1'), '198.51.100.1');
  });

  it('is read with a port, in brackets and mapped to IPv6, and not past what is no address', () => {
    assert.equal(told('1.2.3.4:5678', 1), '1.2.3.4');
    assert.equal(told('[2001:db8::1]:443', 1), '2001:db8::1');
    assert.equal(told('::ffff:1.2.3.4', 1), '1.2.3.4');
    for (const nonsense of ['unknown', '', ',,,', '1.2.3.4.5', 'x'.repeat(8000)]) {
      assert.equal(told(nonsense, 1), '10.0.0.1');
    }
    assert.equal(told('1.2.3.4, nonsense', 2), '10.0.0.1');
  });

  it('counts by IPv4 address, or by the /64 of an IPv6 one however it is written', () => {
    assert.equal(subscriberOf('1.2.3.4'), '1.2.3.4');
    const same = ['2001:db8::1', '2001:DB8:0:0:ffff::', '2001:0db8:0000:0000:1:2:3:4'].map(subscriberOf);
    assert.deepEqual(new Set(same), new Set(['2001:db8:0:0::/64']));
    assert.notEqual(subscriberOf('2001:db8:0:1::1'), same[0]);
    assert.equal(subscriberOf('::1'), '0:0:0:0::/64');
  });

  it('networks are read, and nothing else', () => {
    for (const text of [
      '10.0.0.0/33',
      '10.0.0/8',
      'proxy.example',
      'true',
      '-1',
      '10.0.0.0/8/8',
      '::/129',
      '1.2.3.4/',
    ]) {
      assert.equal(parseNetworks(text), undefined, text);
    }
  });

  it('came by TLS when a trusted proxy says so, and no one else', () => {
    const told = (remote: string, proto: string, proxies: TrustedProxies) =>
      isSecure(requestFrom(remote, { 'x-forwarded-proto': proto }), proxies);
    assert.equal(told('10.0.0.1', 'https', 1), true);
    assert.equal(told('10.0.0.1', 'https, http', 2), true);
    assert.equal(told('10.0.0.1', 'http', 1), false);
    assert.equal(told('10.0.0.1', 'httpsx', 1), false);
    assert.equal(told('10.0.0.1', 'https', 0), false);
    assert.equal(told('198.51.100.1', 'https', parseNetworks('10.0.0.0/8')!), false);
  });
});

describe('Behind a proxy', () => {
  let server: StartedServer;
  afterEach(() => server.close());
  const signIn = async (headers: Record<string, string>) =>
    (await fetch(`${server.url}/auth/sign-in`, { method: 'POST', body: '{}', headers })).status;

  it('that is trusted the sixth sign-in of one visitor bans that one alone', async () => {
    server = await startServer({ proxies: parseNetworks('loopback')!, clock: createManualClock() });
    const statuses = [];
    for (let count = 0; count < 6; count += 1) statuses.push(await signIn({ 'X-Forwarded-For': '192.0.2.1' }));
    assert.deepEqual(statuses, [200, 200, 200, 200, 200, 429]);
    assert.equal(await signIn({ 'X-Forwarded-For': '192.0.2.2' }), 200);
    assert.equal(await signIn({ 'X-Forwarded-For': '192.0.2.2, 192.0.2.1' }), 429);
  });

  it('that is not trusted nobody gets away by naming another address', async () => {
    server = await startServer({ clock: createManualClock() });
    const statuses = [];
    for (let count = 0; count < 6; count += 1) statuses.push(await signIn({ 'X-Forwarded-For': `192.0.2.${count}` }));
    assert.equal(statuses.at(-1), 429);
  });

  it('that speaks TLS the own origin is https, and only then', async () => {
    server = await startServer({ allowedOrigins: [], proxies: 1, httpLimits: false });
    const from = (origin: string, proto?: string) => ({
      ...(proto === undefined ? {} : { 'X-Forwarded-Proto': proto }),
      Origin: origin,
    });
    const host = new URL(server.url).host;
    assert.equal(await signIn(from(`https://${host}`, 'https')), 200);
    assert.equal(await signIn(from(`http://${host}`, 'https')), 403);
    assert.equal(await signIn(from(`https://${host}`)), 403);
    assert.equal(await signIn(from(`http://${host}`)), 200);
    const address = socketUrl(server.url, await server.issueToken());
    assert.equal(await refusedStatus(address, { headers: from(`https://${host}`, 'http') }), 403);
  });
});
