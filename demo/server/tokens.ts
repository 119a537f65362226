import { randomUUID } from 'node:crypto';
import { SignJWT, createRemoteJWKSet, decodeProtectedHeader, jwtVerify, type JWTPayload } from 'jose';
import type { Clock } from './clock.js';
import { SYSTEM } from './messages.js';
import { shownName } from './names.js';

export type Role = 'host' | 'speaker';

/** Who a socket speaks for: the token's `sub` and `username`. */
export interface Identity {
  readonly userID: string;
  readonly username: string;
  /** Signed in at this server, by whatever name they liked. */
  readonly guest?: true;
  /** What they are in rooms, on a server with host tools. */
  readonly role?: Role;
}

/** Who somebody is by their token, and what it lets them do. */
export interface Pass extends Identity {
  /** The rooms it is for; `undefined`: for any. */
  readonly rooms: ReadonlySet<string> | undefined;
  /** Milliseconds since 1970. */
  readonly endsAt: number;
  /** Signed in at another process that has our secret, while this one was running: there are two of us. */
  readonly elsewhere?: true;
}

export interface TokenClaims {
  /** The user id; a new UUID when left out, as for a guest. */
  readonly sub?: string;
  readonly username?: string;
  /** Seconds the token is good for; negative makes one that has expired. */
  readonly expiresIn?: number;
  readonly guest?: boolean;
  readonly role?: Role;
  /** Whose token it is; other than the server's own it is refused. */
  readonly issuer?: string;
}

/** What tokens are checked by beside the secret and the issuer. */
export interface TokenTrust {
  /** Secrets of before, whose tokens are still good. */
  readonly formerSecrets?: readonly string[];
  /** The `aud` that tokens from elsewhere must have. */
  readonly audience?: string;
  /** Where the public keys of tokens from elsewhere stand (RS256, ES256), and their `iss`; the server's own by default. */
  readonly jwks?: { readonly url: string; readonly issuer?: string };
}

export interface TokenOptions extends TokenTrust {
  readonly secret: string;
  readonly issuer: string;
  /** Seconds. */
  readonly expiresIn: number;
  readonly clock: Clock;
  /** What a token says of the server, for its bearer to read. */
  readonly marks?: Readonly<Record<string, unknown>>;
}

/** UTF-16 units of a user id: as many as OpenID Connect (Core 1.0, 2) allows a `sub`. */
const MAX_USER_ID = 255;
/** How long a set of public keys is waited for; `jose` keeps it once it is there. */
const JWKS_MS = 5000;
const PUBLIC_KEY_ALGORITHMS = ['RS256', 'ES256'];
/** Seconds by which two machines' clocks may differ. */
const CLOCK_TOLERANCE = 30;

const isUserId = (sub: unknown): sub is string =>
  typeof sub === 'string' && sub.trim() !== '' && sub.length <= MAX_USER_ID && sub !== SYSTEM;

/** Rooms that a token names, trimmed as those of frames are. A claim that can't be read lets nobody anywhere. */
const roomsOf = (claims: readonly unknown[]): ReadonlySet<string> =>
  new Set(claims.flat().flatMap((room) => (typeof room === 'string' ? [room.trim()] : [])));

/** Issues and checks the server's JWTs (HS256). */
export const createTokens = ({ secret, issuer, expiresIn, clock, marks, ...trust }: TokenOptions) => {
  const key = new TextEncoder().encode(secret);
  const formerKeys = (trust.formerSecrets ?? []).map((former) => new TextEncoder().encode(former));
  const publicKeys = trust.jwks ? createRemoteJWKSet(new URL(trust.jwks.url), { timeoutDuration: JWKS_MS }) : undefined;
  /** This process, in the tokens that it gives to guests. */
  const own = randomUUID();
  let first: number | undefined;
  /** Seconds since 1970 from which on a token of another process is of one that runs beside us. */
  const beside = (): number => (first ??= clock.now() / 1000) + CLOCK_TOLERANCE;
  const common = () => ({
    requiredClaims: ['sub', 'exp'],
    currentDate: new Date(clock.now()),
    clockTolerance: CLOCK_TOLERANCE,
  });

  /** What a token says, and whether it was signed with a secret of ours. */
  const check = async (token: string): Promise<{ payload: JWTPayload; isOwn: boolean }> => {
    const { alg = '' } = decodeProtectedHeader(token);
    if (publicKeys && PUBLIC_KEY_ALGORITHMS.includes(alg)) {
      const options = { ...common(), algorithms: PUBLIC_KEY_ALGORITHMS, issuer: trust.jwks?.issuer ?? issuer };
      return { payload: (await jwtVerify(token, publicKeys, options)).payload, isOwn: false };
    }
    const options = { ...common(), algorithms: ['HS256'], issuer };
    for (const former of formerKeys) {
      const checked = await jwtVerify(token, former, options).catch(() => undefined);
      if (checked) return { payload: checked.payload, isOwn: true };
    }
    return { payload: (await jwtVerify(token, key, options)).payload, isOwn: true };
  };

  return {
    issue: (claims: TokenClaims = {}): Promise<string> => {
      beside();
      const now = Math.floor(clock.now() / 1000);
      const ofGuest = claims.guest ? { guest: true, node: own } : {};
      const ofRole = claims.role ? { role: claims.role } : {};
      return new SignJWT({ username: claims.username ?? 'Guest', ...ofGuest, ...ofRole, ...marks })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setSubject(claims.sub ?? randomUUID())
        .setIssuer(claims.issuer ?? issuer)
        .setIssuedAt(now)
        .setExpirationTime(now + (claims.expiresIn ?? expiresIn))
        .sign(key);
    },

    /** Rejects (with an error of `jose`) unless the token is ours and still good. */
    verify: async (token: string): Promise<Pass> => {
      const since = beside();
      const { payload, isOwn } = await check(token);
      const { sub, username, guest, exp, aud, room, rooms, role, node, iat }: Record<string, unknown> = payload;
      if (!isUserId(sub)) throw new TypeError('The token names no user');
      const isGuest = isOwn && guest === true; // ours, which are for nobody else
      if (trust.audience !== undefined && !isGuest && ![aud].flat().includes(trust.audience)) {
        throw new TypeError('The token is for somebody else');
      }
      return {
        userID: sub,
        username: typeof username === 'string' ? shownName(username) : 'Guest',
        ...(isGuest ? { guest: true } : {}),
        ...(!isGuest && (role === 'host' || role === 'speaker') ? { role } : {}),
        rooms: room === undefined && rooms === undefined ? undefined : roomsOf([room, rooms]),
        ...(isGuest && typeof node === 'string' && node !== own && Number(iat) > since ? { elsewhere: true } : {}),
        endsAt: (Number(exp) + CLOCK_TOLERANCE) * 1000,
      };
    },
  };
};

export type Tokens = ReturnType<typeof createTokens>;

const UNIT_SECONDS: Record<string, number> = { ms: 0.001, s: 1, m: 60, h: 3600 };

/**
 * Seconds of a duration as `JWT_EXPIRATION` has it: `24h`, `15m`, `1h30m`, `90s`, `500ms` (Go's notation), or plain seconds.
 * Throws a `RangeError` on anything else, and on nothing at all.
 */
export const parseDuration = (text: string): number => {
  const trimmed = text.trim();
  const seconds = /^\d+$/.test(trimmed)
    ? Number(trimmed)
    : /^(?:\d+(?:\.\d+)?(?:ms|s|m|h))+$/.test(trimmed)
      ? [...trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)].reduce(
          (sum, [, amount, unit]) => sum + Number(amount) * (UNIT_SECONDS[unit ?? ''] ?? 0),
          0,
        )
      : 0;
  if (!Number.isFinite(seconds) || seconds <= 0)
    throw new RangeError(`Not a duration: "${text}" (say 24h, 15m or 3600)`);
  return seconds;
};
