import { MeetError } from '../errors.js';
import { LIMITS } from '../protocol/limits.js';
import { displayText, isRecord, userId } from '../protocol/shape.js';

/** What a token says of its bearer. Read, not verified: only the server can do that. */
export interface Identity {
  /** The user id: the token's `sub`. */
  readonly id: string;
  readonly name: string;
  readonly expiresAt: Date | undefined;
  /** Milliseconds from its issue to its end, where it tells both. */
  readonly life: number | undefined;
  /** Whether its server has ICE servers for us. */
  readonly hasIce: boolean;
}

const decodeBase64Url = (text: string): string => {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(binary, (char) => char.charCodeAt(0)));
};

const JWT = /^[\w+/=-]+\.([\w+/=-]+)\.[\w+/=-]*$/u;

const parseClaims = (token: string): Record<string, unknown> | undefined => {
  const payload = token.length <= LIMITS.token ? JWT.exec(token)?.[1] : undefined;
  if (payload === undefined) return undefined;
  try {
    const claims: unknown = JSON.parse(decodeBase64Url(payload));
    return isRecord(claims) ? claims : undefined;
  } catch {
    return undefined; // Not base64, not UTF-8 or not JSON: the caller says so, without repeating the token.
  }
};

/** What somebody who pasted a token may have done; never repeats any of it. */
const whatIsWrong = (text: string): string => {
  if (text === '') return 'nothing but white space';
  if (text.length > LIMITS.token) return `longer than ${String(LIMITS.token)} characters`;
  if (/^bearer\s/iu.test(text)) return 'begins with "Bearer": give what stands behind it alone';
  if (/^["'`].*["'`]$/su.test(text)) return 'stands in quotation marks: give it without them';
  if (/^[{[<]/u.test(text)) return 'JSON or HTML, perhaps the whole answer: give the JWT in it alone';
  if (/^(?:undefined|null|nan|true|false)$/iu.test(text)) return `the word "${text.toLowerCase()}" in place of a token`;
  if (/\s/u.test(text)) return 'has white space in it';
  return 'not a JWT (three base64url parts with a JSON payload)';
};

/** Seconds since the epoch; what lies outside of a `Date`'s range is no end. */
const parseEnd = (exp: unknown): Date | undefined => {
  const end = typeof exp === 'number' ? new Date(exp * 1000) : undefined;
  return end && !Number.isNaN(end.getTime()) ? end : undefined;
};

/**
 * Reads `sub`, `username`, `iat` and `exp` of a JWT (RFC 7519), and `ice`, by which a server says that it has ICE servers.
 * @throws {MeetError} `token-malformed`
 */
export const readToken = (text: string): Identity => {
  const token = text.trim(); // A line feed at the end is what files and commands add.
  const malformed = (why: string) => new MeetError('token-malformed', `token: ${why}`);
  const claims = parseClaims(token);
  if (!claims) throw malformed(whatIsWrong(token));
  const { sub, username, iat, exp, ice } = claims;
  const id = userId(sub);
  if (id === undefined) {
    const is = typeof sub === 'string' && sub !== '' ? 'is longer than' : 'has to be a text of 1 to';
    throw malformed(`its \`sub\`, the user id, ${is} ${String(LIMITS.id)} characters`);
  }
  const expiresAt = parseEnd(exp);
  const life = expiresAt && typeof iat === 'number' ? Math.max(0, expiresAt.getTime() - iat * 1000) : undefined;
  return {
    id,
    name: typeof username === 'string' ? displayText(username.slice(0, 4 * LIMITS.text)) : '',
    expiresAt,
    life,
    hasIce: ice === true,
  };
};

/**
 * Milliseconds that a token lasts from now on; `undefined` where nothing says so. A visitor's clock may be wrong by days:
 * it is only believed where what it says lies within the token's own life, else the token counts as just issued.
 */
export const timeLeft = ({ expiresAt, life }: Identity): number | undefined => {
  const left = expiresAt ? expiresAt.getTime() - Date.now() : 0;
  return left > 0 && left <= (life ?? left) ? left : life;
};

/**
 * The order of ids that gives roles in a pair. What deployed clients do (`localeCompare`), made definite:
 * one locale for all, ties by code unit.
 */
export const compareIds = (a: string, b: string): number => a.localeCompare(b, 'en') || (a < b ? -1 : a > b ? 1 : 0);
