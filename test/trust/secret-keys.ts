/** PKCS #8 of an X25519 key, up to its 32 bytes (RFC 8410, 7). */
const PKCS8 = '302e020100300506032b656e04220420';

export const fromHex = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** A secret that is known, where the code makes one that nobody knows. */
export const secretKey = (scalar: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('pkcs8', fromHex(PKCS8 + scalar), 'X25519', false, ['deriveBits']);
