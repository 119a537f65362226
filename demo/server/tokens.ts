import { randomUUID } from 'node:crypto';
import { SignJWT, jwtVerify } from 'jose';
import type { Clock } from './clock.js';
import { SYSTEM } from './messages.js';
import { shownName } from './names.js';

/** Who a socket speaks for: the token's `sub` and `username`. */
export interface Identity {
  readonly userID: string;
  readonly username: string;
}

export interface TokenClaims {
  /** The user id; a new UUID when left out, as for a guest. */
  readonly sub?: string;
  readonly username?: string;
  /** Seconds the token is good for; negative makes one that has expired. */
  readonly expiresIn?: number;
  /** Whose token it is; other than the server's own it is refused. */
  readonly issuer?: string;
}

export interface TokenOptions {
  readonly secret: string;
  readonly issuer: string;
  /** Seconds. */
  readonly expiresIn: number;
  readonly clock: Clock;
}

/** UTF-16 units of a user id: as many as OpenID Connect (Core 1.0, 2) allows a `sub`. */
const MAX_USER_ID = 255;
/** Seconds by which two machines' clocks may differ. */
const CLOCK_TOLERANCE = 30;

const isUserId = (sub: unknown): sub is string =>
  typeof sub === 'string' && sub.trim() !== '' && sub.length <= MAX_USER_ID && sub !== SYSTEM;

/** Issues and checks the server's JWTs (HS256). */
export const createTokens = ({ secret, issuer, expiresIn, clock }: TokenOptions) => {
  const key = new TextEncoder().encode(secret);
  return {
    issue: (claims: TokenClaims = {}): Promise<string> => {
      const now = Math.floor(clock.now() / 1000);
      return new SignJWT({ username: claims.username ?? 'Guest' })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setSubject(claims.sub ?? randomUUID())
        .setIssuer(claims.issuer ?? issuer)
        .setIssuedAt(now)
        .setExpirationTime(now + (claims.expiresIn ?? expiresIn))
        .sign(key);
    },

    /** Rejects (with an error of `jose`) unless the token is ours and still good. */
    verify: async (token: string): Promise<Identity> => {
      const { payload } = await jwtVerify(token, key, {
        algorithms: ['HS256'],
        issuer,
        requiredClaims: ['sub', 'exp'],
        currentDate: new Date(clock.now()),
        clockTolerance: CLOCK_TOLERANCE,
      });
      const { sub, username }: Record<string, unknown> = payload;
      if (!isUserId(sub)) throw new TypeError('The token names no user');
      return { userID: sub, username: typeof username === 'string' ? shownName(username) : 'Guest' };
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
