/** PBKDF2 rounds (PROTOCOL, "Chat encryption"), as the three that follow. */
const ITERATIONS = 200_000;
const SALT_BYTES = 16;
const IV_BYTES = 12;
const VERSION = 1;
const ALGORITHM = 'AES-GCM';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

const toBase64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

/** @throws {DOMException} not base64 */
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

/** Where a cipher is used: constants of the deployment, and the room. */
export interface CipherRoom {
  /** Without the deployment's prefix. */
  readonly room: string;
  readonly roomPrefix: string;
  readonly wirePrefix: string;
}

/** A text of the wire that was opened, or why not: under another passphrase, or not of the form that its prefix promises. */
export type Opened =
  { readonly text: string } | { readonly text: undefined; readonly why: 'other-passphrase' | 'malformed' };

/** What a sealed text is made of; `undefined` for anything else. */
const readEnvelope = (json: string) => {
  try {
    const { v, alg, iv, content } = JSON.parse(json) as Record<string, unknown>;
    if (v !== VERSION || alg !== ALGORITHM || typeof iv !== 'string' || typeof content !== 'string') return undefined;
    const bytes = fromBase64(iv);
    return bytes.length === IV_BYTES ? { iv: bytes, content: fromBase64(content) } : undefined;
  } catch {
    return undefined; // No JSON, no object, no base64.
  }
};

/** UTF-16 units that a text is on the wire, sealed: the server takes 5000 (PROTOCOL). */
export const wireLength = (text: string, wirePrefix: string): number =>
  wirePrefix.length + 60 + 4 * Math.ceil((encoder.encode(text).length + 16) / 3);

/** The cipher of deployed clients' chat: who has the passphrase, or where there is none the room's name, reads it. */
export class ChatCipher {
  readonly #key: Promise<CryptoKey>;

  /** An empty `passphrase`: the room's name stands in for it, which is convenient and no secret. */
  constructor(
    private readonly at: CipherRoom,
    passphrase: string,
  ) {
    this.#key = deriveKey(at.room, passphrase || at.room);
    this.#key.catch(() => undefined); // Told to whoever uses it.
  }

  /** The wire's text of a message of `sender`'s (a user id). @throws {DOMException} the browser cannot */
  async seal(text: string, sender: string): Promise<string> {
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
    const sealed = await crypto.subtle.encrypt(this.#parameters(iv, sender), await this.#key, encoder.encode(text));
    const envelope = { v: VERSION, alg: ALGORITHM, iv: toBase64(iv), content: toBase64(new Uint8Array(sealed)) };
    return this.at.wirePrefix + JSON.stringify(envelope);
  }

  /** What `sender` wrote. A text without the deployment's prefix was not sealed, and is what it says. */
  async open(wire: string, sender: string): Promise<Opened> {
    const { wirePrefix } = this.at;
    if (!wire.startsWith(wirePrefix)) return { text: wire };
    const envelope = readEnvelope(wire.slice(wirePrefix.length));
    if (!envelope) return wirePrefix === '' ? { text: wire } : { text: undefined, why: 'malformed' };
    const key = await this.#key;
    try {
      const bytes = await crypto.subtle.decrypt(this.#parameters(envelope.iv, sender), key, envelope.content);
      return { text: decoder.decode(bytes) };
    } catch {
      return { text: undefined, why: 'other-passphrase' }; // Another key, another sender, or changed on the way.
    }
  }

  #parameters(iv: Uint8Array<ArrayBuffer>, sender: string): AesGcmParams {
    const additionalData = encoder.encode(`${this.at.roomPrefix}${this.at.room}|${sender}`);
    return { name: ALGORITHM, iv, additionalData };
  }
}

const deriveKey = async (room: string, passphrase: string): Promise<CryptoKey> => {
  const [hash, secret] = await Promise.all([
    crypto.subtle.digest('SHA-256', encoder.encode(`salt:${room}`)),
    crypto.subtle.importKey('raw', encoder.encode(passphrase), 'PBKDF2', false, ['deriveKey']),
  ]);
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', iterations: ITERATIONS, salt: hash.slice(0, SALT_BYTES) };
  return crypto.subtle.deriveKey(parameters, secret, { name: ALGORITHM, length: 256 }, false, ['encrypt', 'decrypt']);
};
