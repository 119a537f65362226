import { MeetError } from '../errors.js';
import { errorName } from '../protocol/kind.js';
import { codePoints, LIMITS } from '../protocol/limits.js';
import { asked } from '../signaling/delay.js';
import { type Identity, readToken, timeLeft } from '../signaling/identity.js';
import { serverBase } from '../signaling/page-address.js';
import { parseServerUrl, type ServerUrl } from '../signaling/server-url.js';
import { signIn } from '../signaling/sign-in.js';
import { checkIceServers } from './ice-servers.js';
import type { Settings, TokenProvider } from './settings.js';

/** What is needed to knock at a room's door. */
export interface Admission {
  /** The room on the wire: prefix and id. */
  readonly room: string;
  readonly server: ServerUrl;
  readonly token: string;
  readonly identity: Identity;
  /** Whom it was asked of, and when, ms of `performance.now()`. */
  readonly provider: TokenProvider | undefined;
  readonly since: number;
}

interface GuestToken {
  readonly server: string;
  readonly name: string;
  readonly token: string;
  /** When it ends, ms of `performance.now()`. */
  readonly end: number;
  /** How often in a row the server refused it. */
  refusals: number;
}

/** Milliseconds that a page's token, given before the person joined, is not asked for again. */
const CONFIRM = 60_000;
/** How often a guest signs in before joining: the server counts it. */
const EARLY_SIGN_INS = 2;

type TokenReason = Parameters<TokenProvider>[0]['reason'];

/** Milliseconds that a guest's token must still last to be used again. */
const GUEST_MARGIN = 60_000;
/** A gateway before a restarting server refuses what is good: only twice in a row counts while we were in. */
const GUEST_REFUSALS = 2;

/** The room on the wire. @throws {MeetError} `room-missing`, `room-invalid` */
export const wireRoom = ({ room, roomPrefix }: Settings): string => {
  const id = room.trim();
  if (id === '') throw new MeetError('room-missing', 'room: not set');
  const whole = roomPrefix + id;
  if (codePoints(whole) > LIMITS.room) {
    throw new MeetError('room-invalid', `room: more than ${String(LIMITS.room)} characters, prefix included`);
  }
  return whole;
};

/** What the page got wrong, as far as it shows before anything is asked of the server. */
export const setupError = (settings: Settings): MeetError | undefined => {
  try {
    wireRoom(settings);
    parseServerUrl(settings.server, serverBase(settings.server));
    if (settings.token !== '' && !settings.tokenProvider) readToken(settings.token);
    checkIceServers(settings);
    return undefined;
  } catch (error) {
    return error instanceof MeetError ? error : new MeetError('internal', 'setup check failed', { cause: error });
  }
};

/** The page's own token. What it throws is the page's: kept as `cause`, never told apart from a rejection. */
const provided = async (provider: TokenProvider, reason: TokenReason, signal: AbortSignal): Promise<string> => {
  let token: unknown;
  try {
    token = await asked((limit) => provider({ reason, signal: limit }), signal);
  } catch (cause) {
    signal.throwIfAborted();
    const how = errorName(cause) === 'TimeoutError' ? 'did not answer in time' : 'failed';
    throw new MeetError('token-missing', `tokenProvider ${how}`, { cause });
  }
  if (typeof token !== 'string' || token === '') throw new MeetError('token-missing', 'tokenProvider gave no token');
  try {
    readToken(token);
  } catch (error) {
    const { code, message } = error as MeetError; // It throws nothing else.
    throw new MeetError(code, `tokenProvider: ${message}`, { retryAfter: 0 }); // The next one may be another.
  }
  return token.trim();
};

/** When what lasts for `left` ms from `start` on ends, ms of `performance.now()`: never, as far as nothing says so. */
const endOf = (start: number, left = Number.POSITIVE_INFINITY): number => start + left;

/** Who we are and where we go: asks the page's provider, takes its token, or signs in as a guest. */
export class Admissions {
  #guest: GuestToken | undefined;
  #earlySignIns = 0;
  /** Given ahead of time, for the next upgrade. */
  #kept: { readonly token: string; readonly end: number; readonly provider: TokenProvider } | undefined;

  constructor(
    private readonly settings: Settings,
    private readonly onWait: (until: number | undefined) => void,
  ) {}

  /** @throws {MeetError} `room-missing`, `room-invalid`, `server-invalid`, `token-…`, `sign-in-failed`, `rate-limited` … */
  async admit(reason: 'join' | 'lobby', signal: AbortSignal, name?: string): Promise<Admission> {
    const room = wireRoom(this.settings);
    const server = parseServerUrl(this.settings.server, serverBase(this.settings.server));
    const [provider, since] = [this.settings.tokenProvider, performance.now()];
    const token = await this.token(reason, signal, name);
    return { room, server, token, identity: readToken(token), provider, since };
  }

  /** Who was admitted a while ago, as they would be now: a page's own token is asked for anew by then, or of another function. */
  async confirm({ identity, provider, since }: Admission, signal: AbortSignal): Promise<Identity> {
    const isFresh = provider === this.settings.tokenProvider && performance.now() - since <= CONFIRM;
    return (isFresh ? undefined : await this.renew('join', signal)) ?? identity;
  }

  /** The join is over: what was given ahead of time is no longer for us. */
  forget(): void {
    this.#kept = undefined;
  }

  /** Whether an attempt after a refused token has another one. */
  get hasFreshTokens(): boolean {
    return this.settings.tokenProvider !== undefined || this.settings.token === '';
  }

  /** A token for the next upgrade: fresh from the provider if there is one; a guest's by `name`. */
  async token(reason: TokenReason, signal: AbortSignal, name = this.settings.displayName): Promise<string> {
    const { tokenProvider, token } = this.settings;
    const kept = this.#kept;
    this.#kept = undefined;
    if (kept && kept.provider === tokenProvider && performance.now() < kept.end) return kept.token;
    if (tokenProvider) return provided(tokenProvider, reason, signal);
    return token === '' ? this.#guestToken(name, reason, signal) : token.trim();
  }

  /** The newest token there is, where the last upgrade was by this one. */
  newest(last: string): string {
    const { tokenProvider, token } = this.settings;
    return this.#kept?.token ?? (tokenProvider || token === '' ? last : token.trim());
  }

  /** Asks the provider, if there is one, for a token to use at the next upgrade: the last one is old. */
  async renew(reason: TokenReason, signal: AbortSignal): Promise<Identity | undefined> {
    const { tokenProvider } = this.settings;
    if (!tokenProvider) return undefined;
    const token = await provided(tokenProvider, reason, signal);
    const identity = readToken(token);
    this.#kept = { token, end: endOf(performance.now(), timeLeft(identity)), provider: tokenProvider };
    return identity;
  }

  /** The server refused us: a guest's token is not held against it for ever. True when the next one will be new. */
  refuse(reason: 'join' | 'reconnect'): boolean {
    if (!this.#guest) return false;
    this.#guest.refusals += 1;
    if (reason === 'reconnect' && this.#guest.refusals < GUEST_REFUSALS) return false;
    this.#guest = undefined;
    return true;
  }

  /** The server took us in. */
  accept(): void {
    this.#earlySignIns = 0;
    if (this.#guest) this.#guest.refusals = 0;
  }

  async #guestToken(given: string, reason: TokenReason, signal: AbortSignal): Promise<string> {
    const server = parseServerUrl(this.settings.server, serverBase(this.settings.server));
    const name = [...given.trim()].slice(0, LIMITS.name).join('');
    const last = this.#guest;
    const isSame = last?.name === name && last.server === this.settings.server;
    if (isSame && last.end > performance.now() + GUEST_MARGIN) return last.token;
    const isEarly = reason === 'lobby';
    if (isEarly && (this.#earlySignIns += 1) > EARLY_SIGN_INS) {
      throw new MeetError('rate-limited', 'signed in early often enough');
    }
    const token = await signIn({ server, name, signal, onWait: isEarly ? undefined : this.onWait });
    // It is as old as the answer, whatever the clocks say: all of its life is left.
    const identity = readToken(token);
    const end = endOf(performance.now(), identity.life ?? timeLeft(identity));
    this.#guest = { server: this.settings.server, name, token, end, refusals: 0 };
    return token;
  }
}
