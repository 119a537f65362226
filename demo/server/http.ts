import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from './clock.js';
import type { Listener } from './events.js';
import { iceServersFor, type TurnOptions } from './ice.js';
import { codePoints } from './messages.js';
import type { Metrics } from './metrics.js';
import { shownName } from './names.js';
import { PREFLIGHT_HEADERS, corsHeaders, isAllowedOrigin, type OriginPolicy } from './origins.js';
import { BanLimiter, type BanRate } from './rate-limit.js';
import type { Tokens } from './tokens.js';

const MAX_USERNAME_CODE_POINTS = 32;
const MAX_BODY_BYTES = 4096;
const READS: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** protocol.md, HTTP: per IP. */
export const HTTP_LIMITS: { readonly post: BanRate; readonly get: BanRate } = {
  post: { perSecond: 2, burst: 5, banSeconds: 30 },
  get: { perSecond: 5, burst: 10, banSeconds: 10 },
};

export interface HttpOptions {
  readonly tokens: Tokens;
  readonly origins: OriginPolicy;
  /** Whom a request is counted for. */
  readonly subscriberOf: (request: IncomingMessage) => string;
  readonly clock: Clock;
  readonly tell: Listener;
  /** Why nobody should be sent here, in words; `undefined` when somebody may. */
  readonly unready: () => string | undefined;
  /** Who may read the figures, and the figures. Default nobody. */
  readonly metrics?: Pick<Metrics, 'type' | 'text'> | undefined;
  /** The bearer token that reads them; without one everybody may. */
  readonly metricsToken?: string | undefined;
  /** Default none: then there is no `/ice`. */
  readonly turn?: TurnOptions | undefined;
  /** Whether sign-in says that there are tools for hosts. */
  readonly hostTools?: boolean;
  /** Whether whoever has no token is given one. */
  readonly guests: boolean;
  /** Off for tests that sign many guests in and are not about limits. */
  readonly limits: boolean;
}

interface Answer {
  readonly status: number;
  readonly body: string | object;
  readonly headers?: Record<string, string>;
}

const text = (status: number, body: string, headers: Record<string, string> = {}): Answer => ({
  status,
  body,
  headers,
});

/** Compares two secrets in a time that tells nothing of them. */
const isSame = (one: string, other: string): boolean => {
  const [left, right] = [one, other].map((secret) => createHash('sha256').update(secret).digest());
  return left !== undefined && right !== undefined && timingSafeEqual(left, right);
};

/** Reads a body, or gives `undefined` when it is longer than any sign-in. */
const readBody = async (request: IncomingMessage): Promise<string | undefined> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Not destroyed when left early, or the refusal could not be sent.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
};

/** The name in a sign-in's body, or the words of the refusal. */
const readUsername = (body: string): { username: string } | { refusal: string } => {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return { refusal: 'Invalid request body' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { refusal: 'Invalid request body' };
  const { username = '' } = value as { username?: unknown };
  if (typeof username !== 'string') return { refusal: 'Invalid request body' };
  const trimmed = username.trim();
  if (codePoints(trimmed) > MAX_USERNAME_CODE_POINTS) {
    return { refusal: `Username is too long (maximum is ${MAX_USERNAME_CODE_POINTS} characters)` };
  }
  return { username: shownName(trimmed) };
};

/** The HTTP side: `/health`, `/auth/sign-in`, and a plain word to whoever asks `/ws` without an upgrade. */
export const createHttpHandler = (options: HttpOptions) => {
  const { tokens, origins, subscriberOf, clock, limits, tell, unready, metrics, metricsToken, turn, guests } = options;
  const posts = new BanLimiter(HTTP_LIMITS.post, clock);
  const gets = new BanLimiter(HTTP_LIMITS.get, clock);

  const signIn = async (request: IncomingMessage): Promise<Answer> => {
    if (!guests) return text(403, 'Guests are not admitted: a token is needed', { Connection: 'close' });
    const body = await readBody(request);
    // The rest of what is too long stays unread, so the connection can't serve another request.
    if (body === undefined) return text(400, 'Invalid request body', { Connection: 'close' });
    const result = readUsername(body);
    if ('refusal' in result) return text(400, result.refusal);
    const { username } = result;
    const userId = randomUUID();
    const accessToken = await tokens.issue({ sub: userId, username, guest: true });
    const more = options.hostTools ? { capabilities: ['host-tools'] } : {};
    return { status: 200, body: { accessToken, tokenType: 'Bearer', userId, username, ...more } };
  };

  const ice = async ({ headers }: IncomingMessage): Promise<Answer> => {
    if (!turn) return text(404, 'Not Found');
    const [, token = ''] = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '') ?? [];
    const pass = await tokens.verify(token).catch(() => undefined);
    if (!pass || (pass.guest && !guests)) return text(401, 'Unauthorized', { 'WWW-Authenticate': 'Bearer' });
    return { status: 200, body: iceServersFor(pass, turn, clock) };
  };

  const retryAfter = (request: IncomingMessage): number => {
    const limiter = request.method === 'POST' ? posts : gets;
    return limits ? limiter.retryAfter(subscriberOf(request)) : 0;
  };

  const readMetrics = async ({ headers }: IncomingMessage): Promise<Answer> => {
    if (!metrics) return text(404, 'Not Found');
    if (metricsToken !== undefined && !isSame(headers.authorization ?? '', `Bearer ${metricsToken}`)) {
      return text(401, 'Unauthorized', { 'WWW-Authenticate': 'Bearer' });
    }
    return text(200, await metrics.text(), { 'Content-Type': metrics.type });
  };

  /** What machines ask, as often as they like: whether the process answers, whether to send it somebody, how it is. */
  const lookouts: Readonly<Record<string, (request: IncomingMessage) => Answer | Promise<Answer>>> = {
    '/health': () => text(200, 'OK'),
    '/ready': () => {
      const lack = unready();
      return lack === undefined ? text(200, 'OK') : text(503, lack);
    },
    '/metrics': readMetrics,
  };

  const routes: Readonly<Record<string, { method: string; answer: (request: IncomingMessage) => Promise<Answer> }>> = {
    '/auth/sign-in': { method: 'POST', answer: signIn },
    '/ice': { method: 'GET', answer: ice },
  };

  const answer = async (request: IncomingMessage, path: string): Promise<Answer> => {
    if (path === '/ws') return text(426, 'Upgrade Required', { Connection: 'Upgrade, close', Upgrade: 'websocket' });
    const lookout = lookouts[path];
    if (lookout && READS.has(request.method ?? '')) return lookout(request);
    if (lookout && request.method !== 'OPTIONS') return text(405, 'Method Not Allowed', { Allow: 'GET' });
    // What a page may not read it may not cause either, nor use up what others have left.
    if (!isAllowedOrigin(request, origins)) {
      tell({ kind: 'origin', origin: request.headers.origin ?? '' });
      return text(403, 'Forbidden');
    }
    if (request.method === 'OPTIONS') return text(204, '', PREFLIGHT_HEADERS);
    const seconds = retryAfter(request);
    if (seconds > 0) return text(429, 'Too Many Requests', { 'Retry-After': String(seconds) });
    const route = routes[path];
    if (!route) return text(404, 'Not Found');
    if (route.method !== request.method) return text(405, 'Method Not Allowed', { Allow: route.method });
    return route.answer(request);
  };

  return async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    const { status, body, headers } = await answer(request, path);
    if (path === '/auth/sign-in') tell({ kind: 'sign-in', status, address: subscriberOf(request) });
    const isText = typeof body === 'string';
    response.writeHead(status, {
      'Content-Type': isText ? 'text/plain; charset=utf-8' : 'application/json',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      ...corsHeaders(request, origins),
      ...headers,
    });
    response.end(isText ? body : JSON.stringify(body));
  };
};
