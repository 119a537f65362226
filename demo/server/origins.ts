import type { IncomingMessage } from 'node:http';
import { isSecure, type TrustedProxies } from './addresses.js';

/** Origins whose pages may use the server: `['*']` for all, `[]` for the server's own alone. */
export type AllowedOrigins = readonly string[];

/** An origin as a browser writes it, a trailing slash forgiven; `undefined` for what is none. */
const parseOrigin = (text: string): string | undefined => {
  if (text === '*') return text;
  const origin = text.replace(/\/+$/, '').toLowerCase();
  if (!/^[a-z][a-z\d+.-]*:\/\/[^\s/?#@*,]+$/.test(origin) || !URL.canParse(origin)) return undefined;
  // Browsers leave out the port that goes without saying; apps with schemes of their own have no other origin than what is written.
  return /^https?:/.test(origin) ? new URL(origin).origin : origin;
};

/** The list in `ALLOWED_ORIGINS`, separated by commas; `undefined` when one of them is no origin. */
export const parseOrigins = (text: string): AllowedOrigins | undefined => {
  const written = text.split(',').map((origin) => origin.trim());
  const origins = written.filter((origin) => origin !== '').map(parseOrigin);
  return origins.every((origin) => origin !== undefined) ? origins : undefined;
};

export interface OriginPolicy {
  readonly allowed: AllowedOrigins;
  readonly proxies: TrustedProxies;
}

/** The origin of pages that come from where the request went: scheme and host. */
const ownOrigin = (request: IncomingMessage, proxies: TrustedProxies): string | undefined => {
  const own = `${isSecure(request, proxies) ? 'https' : 'http'}://${request.headers.host ?? ''}`;
  return URL.canParse(own) ? new URL(own).origin : undefined;
};

/** Whether a request's `Origin` may speak to us. Without one it is no browser, and nothing is kept from it. */
export const isAllowedOrigin = (request: IncomingMessage, { allowed, proxies }: OriginPolicy): boolean => {
  const { origin } = request.headers;
  if (origin === undefined || allowed.includes('*') || allowed.includes(origin.toLowerCase())) return true;
  return origin.toLowerCase() === ownOrigin(request, proxies);
};

/** Headers that let a page of another origin read the answer, and its `Retry-After`. */
export const corsHeaders = (request: IncomingMessage, policy: OriginPolicy): Record<string, string> => {
  const { origin } = request.headers;
  if (origin === undefined || !isAllowedOrigin(request, policy)) return { Vary: 'Origin' };
  return {
    'Access-Control-Allow-Origin': policy.allowed.includes('*') ? '*' : origin,
    'Access-Control-Expose-Headers': 'Retry-After',
    Vary: 'Origin',
  };
};

export const PREFLIGHT_HEADERS: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
  'Access-Control-Allow-Headers': 'Authorization, Content-Type',
  'Access-Control-Max-Age': '600',
};
