import type { Bytes } from './bytes.js';

/** Curve25519 is v² = u³ + J·u² + u over the integers modulo P (RFC 7748, 4.1). */
const P = 2n ** 255n - 19n;
const J = 486_662n;

const modulo = (value: bigint): bigint => ((value % P) + P) % P;

const power = (base: bigint, exponent: bigint): bigint => {
  let result = 1n;
  for (let square = base; exponent > 0n; exponent >>= 1n, square = (square * square) % P)
    if (exponent & 1n) result = (result * square) % P;
  return result;
};

const decode = (bytes: Uint8Array): bigint => bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);

/**
 * A point of Curve25519, as its u coordinate, whose relation to any other point nobody knows: the map Elligator 2 of RFC 9380 (6.7.1,
 * Z = 2) of 32 bytes, read as RFC 7748 reads a coordinate (`decodeUCoordinate`: little-endian, without the highest bit).
 */
export const mapToCurve = (bytes: Uint8Array): Bytes => {
  const input = decode(bytes) & (2n ** 255n - 1n);
  // 1 + 2·input² is never 0, since −1 is a square and 2 is none.
  const first = modulo(-J * power(modulo(1n + 2n * input * input), P - 2n));
  const isOnCurve = power(modulo(first * (first * (first + J) + 1n)), (P - 1n) / 2n) <= 1n;
  let rest = isOnCurve ? first : modulo(-first - J);
  return Uint8Array.from({ length: 32 }, () => {
    const byte = Number(rest & 255n);
    rest >>= 8n;
    return byte;
  });
};
