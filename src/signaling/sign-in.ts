import { MeetError } from '../errors.js';
import { isRecord } from '../protocol/shape.js';
import { parseJson, readText } from './answer.js';
import { delay, limited } from './delay.js';
import type { ServerUrl } from './server-url.js';

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
  /** The server limits sign-ins: the next try is at `until` (ms of `performance.now()`); `undefined` once it begins. Without it none follows. */
  readonly onWait: ((until: number | undefined) => void) | undefined;
}

const retryAfter = (response: Response): number => {
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 300) : DEFAULT_RETRY_AFTER;
};

/** What answers is no meeting server, or one behind something that answers in its place. It may be another the next time. */
export const noServer = (url: string, answer: string): MeetError =>
  new MeetError('server-invalid', `no meeting server at ${url}: ${answer}`, { retryAfter: 0 });

/** Answers that say that there is nothing at this address, or nothing that takes what we ask. */
const NOTHING_HERE: ReadonlySet<number> = new Set([404, 405, 410, 501]);

/** Whether whoever answered is a web site, or nobody: every server has an address for what it does not have. */
const isForeign = ({ status, headers }: Response): boolean =>
  NOTHING_HERE.has(status) || (headers.get('Content-Type') ?? '').includes('text/html');

interface Signed {
  readonly response: Response;
  readonly text: string;
}

/** One request and all of its answer, 15 s at most. */
const post = async ({ server, name, signal }: SignInOptions): Promise<Signed> => {
  const limit = limited(signal);
  try {
    const response = await fetch(server.http('/auth/sign-in'), {
      method: 'POST',
      body: JSON.stringify({ username: name }),
      credentials: 'omit',
      signal: limit,
    });
    return { response, text: await readText(response) };
  } catch (cause) {
    signal.throwIfAborted();
    if (limit.aborted) throw unreachable(server, cause);
    const answers = (await probe(server, 'no-cors', signal)) !== 'down';
    signal.throwIfAborted();
    throw answers && server.origin !== self.origin ? refused(server, self.origin, cause) : unreachable(server, cause);
  }
};

/** It answers, but not this page. */
export const refused = (server: ServerUrl, origin: string, cause?: unknown): MeetError =>
  new MeetError('origin-refused', `${server.name('')} allows no pages of ${origin}, or is no meeting server`, {
    cause,
  });

/** No answer at all: ours is the fault, or the server's. */
export const unreachable = (server: ServerUrl, cause?: unknown): MeetError =>
  navigator.onLine
    ? new MeetError('server-unreachable', `no answer from ${server.name('')}`, { cause })
    : new MeetError('offline', 'the browser is offline', { cause });

/** What `/health` says. A gateway's 5xx is no answer: the server behind it is down. */
export type Health = 'up' | 'down' | 'foreign';

/** Asks for `/health`: whether it answers at all (`no-cors`), or answers this page (`cors`), and who, where that can be read. */
export const probe = async (server: ServerUrl, mode: 'cors' | 'no-cors', signal: AbortSignal): Promise<Health> => {
  try {
    const init = { mode, cache: 'no-store', credentials: 'omit' } as const;
    const response = await fetch(server.http('/health'), { ...init, signal: limited(signal, 10_000) });
    void response.body?.cancel();
    if (response.status >= 500 && response.status !== 501) return 'down';
    return isForeign(response) ? 'foreign' : 'up';
  } catch {
    return 'down'; // A refused request is the answer that was asked for.
  }
};

/**
 * Signs in as a guest and returns the token; waits as long as the server asks.
 * @throws {MeetError} `sign-in-failed`, `rate-limited`, `server-invalid`, `origin-refused`, `server-unreachable`, `offline`
 */
export const signIn = async (options: SignInOptions): Promise<string> => {
  for (let tries = 1; ; tries += 1) {
    const { response, text } = await post(options);
    const { status } = response;
    const url = options.server.name('/auth/sign-in');
    if (response.ok) {
      const body = parseJson(text);
      const token = isRecord(body) ? body['accessToken'] : undefined;
      if (typeof token === 'string') return token;
      throw noServer(url, 'its answer holds no token');
    }
    // A gateway before a server that restarts or limits answers in HTML too.
    if (status >= 500 && status !== 501) throw new MeetError('server-unreachable', `${url} answered ${String(status)}`);
    if (status !== 429 && isForeign(response)) throw noServer(url, `it answered ${String(status)}`);
    if (status !== 429) throw new MeetError('sign-in-failed', `${url} answered ${String(status)}`);
    const seconds = retryAfter(response);
    if (tries === MAX_TRIES || !options.onWait) {
      throw new MeetError('rate-limited', 'sign-in: still limited by the server', { retryAfter: seconds });
    }
    const wait = seconds * 1000 + Math.random() * RETRY_SPREAD;
    options.onWait(performance.now() + wait);
    await delay(wait, options.signal);
    options.onWait(undefined);
  }
};
