import { randomBytes } from 'node:crypto';
import { parseOrigins } from './origins.js';
import type { SignalingOptions } from './server.js';
import { parseDuration } from './tokens.js';

type Env = Readonly<Record<string, string | undefined>>;

/** The port in `PORT`. Throws a `RangeError` when that is no port. */
export const readPort = ({ PORT }: Env, fallback: number): number => {
  const port = PORT ? Number(PORT) : fallback;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new RangeError(`PORT is not a port: "${PORT}"`);
  return port;
};

/**
 * Settings by the names a deployed server has: `JWT_SECRET` (random when unset, so that a restart ends every token),
 * `JWT_EXPIRATION` (`24h`, `15m`, or seconds; default 24h), `APP_NAME` (the tokens' `iss`; default `private-meet`),
 * `ALLOWED_ORIGINS` (comma-separated, `*` for all; default: only pages of the server's own origin).
 */
export const readOptions = (env: Env): SignalingOptions => ({
  secret: env.JWT_SECRET || randomBytes(32).toString('hex'),
  appName: env.APP_NAME || 'private-meet',
  tokenSeconds: parseDuration(env.JWT_EXPIRATION || '24h'),
  allowedOrigins: parseOrigins(env.ALLOWED_ORIGINS ?? ''),
});
