import type { IncomingMessage } from 'node:http';

/** Origins whose pages may use the server: `['*']` for all, `[]` for the server's own alone. */
export type AllowedOrigins = readonly string[];

/** The list in `ALLOWED_ORIGINS`: comma-separated, trailing slashes forgiven. */
export const parseOrigins = (text: string): AllowedOrigins =>
  text
    .split(',')
    .map((origin) => origin.trim().replace(/\/+$/, '').toLowerCase())
    .filter((origin) => origin !== '');

/** Whether a request's `Origin` may speak to us. Without one it is no browser, and nothing is kept from it. */
export const isAllowedOrigin = ({ headers }: IncomingMessage, allowed: AllowedOrigins): boolean => {
  const { origin, host } = headers;
  if (origin === undefined || allowed.includes('*') || allowed.includes(origin.toLowerCase())) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
};

/** Headers that let a page of another origin read the answer, and its `Retry-After`. */
export const corsHeaders = (request: IncomingMessage, allowed: AllowedOrigins): Record<string, string> => {
  const { origin } = request.headers;
  if (origin === undefined || !isAllowedOrigin(request, allowed)) return { Vary: 'Origin' };
  return {
    'Access-Control-Allow-Origin': allowed.includes('*') ? '*' : origin,
    'Access-Control-Expose-Headers': 'Retry-After',
    Vary: 'Origin',
  };
};

export const PREFLIGHT_HEADERS: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
  'Access-Control-Allow-Headers': 'Authorization, Content-Type',
  'Access-Control-Max-Age': '600',
};
