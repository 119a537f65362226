import assert from 'node:assert/strict';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, it } from 'node:test';
import { countKeys } from '../../demo/server/jwks-probe.js';
import { isOurs } from '../../demo/server/server-probe.js';
import { startServer } from '../../demo/server/start.js';
import { freePort } from './free-port.js';

describe('--check', () => {
  let other: Server | undefined;
  afterEach(() => {
    other?.closeAllConnections();
    other?.close();
  });
  const serve = async (listener: RequestListener): Promise<number> => {
    other = createServer(listener).listen(0, '127.0.0.1');
    await once(other, 'listening');
    return (other.address() as AddressInfo).port;
  };
  const keysOf = async (status: number, body: string) =>
    countKeys(`http://127.0.0.1:${await serve((_, response) => response.writeHead(status).end(body))}/keys`);
  const jwkOf = ({ publicKey }: { publicKey: KeyObject }) => publicKey.export({ format: 'jwk' });

  it('counts the public keys that check tokens, and no others', async () => {
    const rsa = jwkOf(generateKeyPairSync('rsa', { modulusLength: 2048 }));
    const ec = jwkOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }));
    const unusable = [
      jwkOf(generateKeyPairSync('rsa', { modulusLength: 1024 })),
      jwkOf(generateKeyPairSync('ec', { namedCurve: 'P-384' })),
      { ...rsa, use: 'enc' },
      { ...rsa, alg: 'PS256' },
      { ...ec, x: 'AA' },
      { kty: 'oct', k: 'secret' },
      null,
      'key',
    ];
    const keys = [{ ...rsa, alg: 'RS256', use: 'sig' }, ec, ...unusable];
    assert.equal(await keysOf(200, JSON.stringify({ keys })), 2);
    other?.close();
    assert.equal(await keysOf(200, JSON.stringify({ keys: unusable })), 0);
  });

  it('says what is wrong with where they should stand', async () => {
    assert.equal(await keysOf(302, '{"keys":[]}'), 'answers 302, and not 200');
    other?.close();
    for (const body of ['<html>', 'null', '{}', '{"keys":{}}']) {
      assert.equal(await keysOf(200, body), 'what it answers is no JSON with a list of keys', body);
      other?.close();
    }
    assert.match(String(await countKeys(`http://127.0.0.1:${await freePort()}/`)), /ECONNREFUSED/);
  });

  it('knows a server of ours from anything else', async () => {
    const ours = await startServer();
    assert.equal(await isOurs('127.0.0.1', ours.port), true);
    assert.equal(await isOurs(null, ours.port), true);
    await ours.close();
    assert.equal(await isOurs('127.0.0.1', ours.port), false);
    assert.equal(await isOurs('127.0.0.1', await serve((_, response) => response.end('OK'))), false);
  });
});
