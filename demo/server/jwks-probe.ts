import { importJWK, type JWK } from 'jose';

const LIMIT_MS = 5000;
/** RFC 7518, 3.3: shorter ones are not to be used, and are not taken. */
const MIN_RSA_BYTES = 256;

/** The algorithm that a key checks tokens by, or `undefined` when it checks none that we take. */
const algorithmOf = ({ kty, crv, alg, use, key_ops: uses }: JWK): string | undefined => {
  if ((use !== undefined && use !== 'sig') || (uses !== undefined && !uses.includes('verify'))) return undefined;
  const fits = kty === 'RSA' ? 'RS256' : kty === 'EC' && crv === 'P-256' ? 'ES256' : undefined;
  return alg === undefined || alg === fits ? fits : undefined;
};

const isUsable = async (key: unknown): Promise<boolean> => {
  if (typeof key !== 'object' || key === null) return false;
  const jwk = key as JWK; // what stands in it is judged by `importJWK`, which throws
  try {
    const algorithm = algorithmOf(jwk);
    if (algorithm === undefined) return false;
    await importJWK(jwk, algorithm);
    return jwk.kty !== 'RSA' || Buffer.from(jwk.n ?? '', 'base64url').length >= MIN_RSA_BYTES;
  } catch {
    return false; // broken: the caller counts those that are not
  }
};

/** How many keys that tokens can be checked by stand at an address, or in words why that can't be told. Asked as `jose` does it. */
export const countKeys = async (url: string): Promise<number | string> => {
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { accept: 'application/json, application/jwk-set+json' },
      signal: AbortSignal.timeout(LIMIT_MS),
    });
    if (response.status !== 200) return `answers ${response.status}, and not 200`;
    const said = (await response.json().catch(() => undefined)) as { keys?: unknown } | null | undefined;
    if (!Array.isArray(said?.keys)) return 'what it answers is no JSON with a list of keys';
    const usable = await Promise.all(said.keys.map(isUsable));
    return usable.filter(Boolean).length;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    if (!(cause instanceof Error)) return String(cause);
    return cause.name === 'TimeoutError' ? `no answer for ${LIMIT_MS / 1000} s` : cause.message || cause.name;
  }
};
