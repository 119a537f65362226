import { MeetError } from '../errors.js';
import { isRecord } from '../protocol/shape.js';
import type { ServerUrl } from './server-url.js';
import { delay } from './delay.js';

/** Seconds to wait when the server limits us and says no time, or says it where a page may not read it (its ban lasts 30 s). */
const DEFAULT_RETRY_AFTER = 30;
/** Guests who were turned away together must not come back together. Milliseconds. */
const RETRY_SPREAD = 2_000;
/** How often to wait out a limit before giving up: an office of 30 gets in, five at a time. */
const MAX_TRIES = 8;

export interface SignInOptions {
  readonly server: ServerUrl;
  readonly name: string;
  readonly signal: AbortSignal;
  /** The server limits sign-ins: the next try is at `until` (ms of `performance.now()`); `undefined` once it begins. */
  readonly onWait: (until: number | undefined) => void;
}

const retryAfter = (response: Response): number => {
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 300) : DEFAULT_RETRY_AFTER;
};

const readAccessToken = async (response: Response, signal: AbortSignal): Promise<string> => {
  const body: unknown = await response.json().catch(() => undefined);
  signal.throwIfAborted();
  const token = isRecord(body) ? body['accessToken'] : undefined;
  if (typeof token !== 'string') throw new MeetError('sign-in-failed', 'sign-in: the answer holds no token');
  return token;
};

const post = async ({ server, name, signal }: SignInOptions): Promise<Response> => {
  try {
    return await fetch(server.http('/auth/sign-in'), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username: name }),
      credentials: 'omit',
      signal,
    });
  } catch (cause) {
    signal.throwIfAborted();
    const answers = await probe(server, 'no-cors', signal);
    signal.throwIfAborted();
    throw answers && server.origin !== self.origin
      ? new MeetError('origin-refused', 'the server does not allow pages of this origin', { cause })
      : unreachable(server, cause);
  }
};

/** No answer at all: ours is the fault, or the server's. */
export const unreachable = (server: ServerUrl, cause?: unknown): MeetError =>
  navigator.onLine
    ? new MeetError('server-unreachable', `no answer from ${server.origin}`, { cause })
    : new MeetError('offline', 'the browser is offline', { cause });

/**
 * Whether `/health` answers at all (`no-cors`), or answers this page (`cors`). A gateway's 5xx, where it can be read,
 * is no answer: the server behind it is down.
 */
export const probe = async (server: ServerUrl, mode: 'cors' | 'no-cors', signal: AbortSignal): Promise<boolean> => {
  try {
    const init = { mode, cache: 'no-store', credentials: 'omit' } as const;
    const limit = AbortSignal.any([signal, AbortSignal.timeout(10_000)]);
    const { status } = await fetch(server.http('/health'), { ...init, signal: limit });
    return status < 500;
  } catch {
    return false; // A refused request is the answer that was asked for.
  }
};

/**
 * Signs in as a guest and returns the token; waits as long as the server asks.
 * @throws {MeetError} `sign-in-failed`, `rate-limited`, `origin-refused`, `server-unreachable`, `offline`
 */
export const signIn = async (options: SignInOptions): Promise<string> => {
  for (let tries = 1; ; tries += 1) {
    const response = await post(options);
    if (response.ok) return readAccessToken(response, options.signal);
    if (response.status !== 429) {
      throw new MeetError('sign-in-failed', `sign-in: the server answered ${String(response.status)}`);
    }
    const seconds = retryAfter(response);
    if (tries === MAX_TRIES) {
      throw new MeetError('rate-limited', 'sign-in: still limited by the server', { retryAfter: seconds });
    }
    const wait = seconds * 1000 + Math.random() * RETRY_SPREAD;
    options.onWait(performance.now() + wait);
    await delay(wait, options.signal);
    options.onWait(undefined);
  }
};
