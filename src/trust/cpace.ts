import { type Bytes, framed, hashOf, utf8 } from './bytes.js';
import { mapToCurve } from './elligator.js';

// CPACE-X25519-SHA512 of draft-irtf-cfrg-cpace-21, initiator and responder, with explicit key confirmation.

const CURVE = 'X25519';
const LABEL = 'CPace255';
/** Bytes of the first block of SHA-512 less the last one: what is before the zeros and they fill it. */
const FILLED = 127;

/** What one says of oneself: the share, and what it is bound to (`AD`). */
export interface Side {
  readonly share: Uint8Array;
  readonly data: Uint8Array;
}

/** A fresh secret of one run, and the share that goes out. */
export interface Share {
  readonly key: CryptoKey;
  readonly share: Bytes;
}

/**
 * A passphrase as it is proved: OpaqueString of RFC 8265 (4.2: spaces are U+0020, NFC, case is kept), trimmed, runs of spaces as one.
 * Empty: there is none.
 */
export const preparePassphrase = (text: string): Bytes =>
  utf8(
    text
      .replace(/\p{Zs}+/gu, ' ')
      .normalize('NFC')
      .trim(),
  );

/** X25519 of RFC 7748 with any point. @throws {Error} the point is of low order: the result would be the same for everybody */
const multiply = async (key: CryptoKey, point: Bytes): Promise<Bytes> => {
  const other = await crypto.subtle.importKey('raw', point, CURVE, false, []);
  const result = new Uint8Array(await crypto.subtle.deriveBits({ name: CURVE, public: other }, key, 256));
  if (result.every((byte) => byte === 0)) throw new RangeError('a point of low order');
  return result;
};

const createKey = async (): Promise<CryptoKey> => {
  const pair = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
  return pair.privateKey;
};

/** Whether this browser has the curve: without it a passphrase proves nothing here. */
export const supportsTrust = async (): Promise<boolean> => {
  try {
    await createKey();
    return true;
  } catch {
    return false; // No such curve, or no WebCrypto: the page is not of a secure origin.
  }
};

/** The generator of a run: only who knows the passphrase knows it. */
export const createGenerator = async (passphrase: Bytes, context: Bytes, sid: Bytes): Promise<Bytes> => {
  const begin = framed(LABEL, passphrase);
  const zeros = new Uint8Array(Math.max(0, FILLED - begin.length));
  return mapToCurve((await hashOf('SHA-512', begin, framed(zeros, context, sid))).subarray(0, 32));
};

/** @throws {DOMException} the browser has no such curve */
export const createShare = async (generator: Bytes, key?: CryptoKey): Promise<Share> => {
  const secret = key ?? (await createKey());
  return { key: secret, share: await multiply(secret, generator) };
};

/** What both have if they began with the same passphrase and believe the same (`ISK`). @throws {Error} `theirs` is of low order */
export const agree = async (
  sid: Bytes,
  key: CryptoKey,
  theirs: Bytes,
  [a, b]: readonly [Side, Side],
): Promise<Bytes> => {
  const secret = await multiply(key, theirs);
  return hashOf('SHA-512', framed(`${LABEL}_ISK`, sid, secret, a.share, a.data, b.share, b.data));
};

/** What a side shows that it has it too. */
export const createTag = async (sid: Bytes, secret: Bytes, { share, data }: Side): Promise<Bytes> => {
  const hash = 'SHA-512';
  const mac = await hashOf(hash, utf8('CPaceMac'), sid, secret);
  const key = await crypto.subtle.importKey('raw', mac, { name: 'HMAC', hash }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, framed(share, data)));
};
