import { expect } from '@open-wc/testing';
import { _map_to_curve_elligator2_curve25519 as oracleMap, x25519 } from '@noble/curves/ed25519.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha512 as oracleHash } from '@noble/hashes/sha2.js';
import { concat, framed, hashOf, utf8 } from '../../src/trust/bytes.js';
import { randomBytes } from '../helpers/bytes.js';
import { createShare, createTag } from '../../src/trust/cpace.js';
import { mapToCurve } from '../../src/trust/elligator.js';
import { hex, secretKey } from './secret-keys.js';

const P = 2n ** 255n - 19n;

const toBytes = (value: bigint): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: 32 }, (_, at) => Number((value >> BigInt(8 * at)) & 255n));
const toNumber = (bytes: Uint8Array): bigint => BigInt(`0x${hex(Uint8Array.from(bytes).reverse())}`);

/** By the other implementation, which leaves the last division to whoever wants it. */
const expectedPoint = (bytes: Uint8Array): string => {
  const { xMn, xMd } = oracleMap((toNumber(bytes) & (2n ** 255n - 1n)) % P);
  const power = (base: bigint, exponent: bigint): bigint => {
    if (exponent === 0n) return 1n;
    const half = power((base * base) % P, exponent >> 1n);
    return exponent & 1n ? (half * base) % P : half;
  };
  return hex(toBytes((xMn * power(xMd, P - 2n)) % P));
};

describe('arithmetic, beside another implementation', () => {
  it('maps 10,000 inputs to the same points, those at the edges too', () => {
    const edges = [
      0n,
      1n,
      2n,
      P - 2n,
      P - 1n,
      P,
      P + 1n,
      P + 18n,
      2n ** 254n,
      2n ** 255n - 1n,
      2n ** 255n,
      2n ** 256n - 1n,
    ];
    const inputs = [...edges.map(toBytes), ...Array.from({ length: 9_988 }, () => randomBytes(32))];
    expect(inputs).to.have.length(10_000);
    for (const input of inputs) if (hex(mapToCurve(input)) !== expectedPoint(input)) expect.fail(hex(input));
  });

  it('multiplies 1,000 points with the same result', async () => {
    for (let count = 0; count < 1_000; count += 1) {
      const [scalar, point] = [randomBytes(32), randomBytes(32)];
      const { share } = await createShare(point, await secretKey(hex(scalar)));
      if (hex(share) !== hex(x25519.scalarMult(scalar, point))) expect.fail(`${hex(scalar)} ${hex(point)}`);
    }
  });

  it('hashes and signs the same', async () => {
    for (let count = 0; count < 100; count += 1) {
      const [sid, secret, share, data] = [randomBytes(68), randomBytes(64), randomBytes(32), randomBytes(2 * count)];
      expect(hex(await hashOf('SHA-512', data))).to.equal(hex(oracleHash(data)));
      const mac = oracleHash(concat(utf8('CPaceMac'), sid, secret));
      const tag = hmac(oracleHash, mac, framed(share, data));
      expect(hex(await createTag(sid, secret, { share, data }))).to.equal(hex(tag));
    }
  });
});
