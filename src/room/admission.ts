import { MeetError } from '../errors.js';
import { codePoints, LIMITS } from '../protocol/limits.js';
import { orAborted } from '../signaling/delay.js';
import { type Identity, readToken } from '../signaling/identity.js';
import { parseServerUrl, type ServerUrl } from '../signaling/server-url.js';
import { signIn } from '../signaling/sign-in.js';
import type { Settings, TokenProvider } from './settings.js';

/** What is needed to knock at a room's door. */
export interface Admission {
  /** The room on the wire: prefix and id. */
  readonly room: string;
  readonly server: ServerUrl;
  readonly token: string;
  readonly identity: Identity;
}

interface GuestToken {
  readonly server: string;
  readonly name: string;
  readonly token: string;
}

type TokenReason = Parameters<TokenProvider>[0]['reason'];

/** Milliseconds that a guest's token must still last to be used again. */
const GUEST_MARGIN = 60_000;

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
    parseServerUrl(settings.server, location.href);
    if (settings.token !== '' && !settings.tokenProvider) readToken(settings.token);
    return undefined;
  } catch (error) {
    return error instanceof MeetError ? error : new MeetError('internal', 'setup check failed', { cause: error });
  }
};

/** The page's own token. What it throws is the page's: kept as `cause`, never told apart from a rejection. */
const provided = async (provider: TokenProvider, reason: TokenReason, signal: AbortSignal): Promise<string> => {
  try {
    const token: unknown = await orAborted(provider({ reason, signal }), signal);
    if (typeof token === 'string' && token !== '') return token;
  } catch (cause) {
    signal.throwIfAborted();
    throw new MeetError('token-missing', 'tokenProvider failed', { cause });
  }
  throw new MeetError('token-missing', 'tokenProvider gave no token');
};

/** Who we are and where we go: asks the page's provider, takes its token, or signs in as a guest. */
export class Admissions {
  #guest: GuestToken | undefined;

  constructor(
    private readonly settings: Settings,
    private readonly onWait: (until: number | undefined) => void,
  ) {}

  /** @throws {MeetError} `room-missing`, `room-invalid`, `server-invalid`, `token-…`, `sign-in-failed`, `rate-limited` … */
  async admit(signal: AbortSignal): Promise<Admission> {
    const room = wireRoom(this.settings);
    const server = parseServerUrl(this.settings.server, location.href);
    const token = await this.token('join', signal);
    return { room, server, token, identity: readToken(token) };
  }

  /** A token for the next upgrade: fresh from the provider if there is one. */
  async token(reason: TokenReason, signal: AbortSignal): Promise<string> {
    const { tokenProvider, token } = this.settings;
    if (tokenProvider) return provided(tokenProvider, reason, signal);
    return token === '' ? this.#guestToken(signal) : token;
  }

  async #guestToken(signal: AbortSignal): Promise<string> {
    const server = parseServerUrl(this.settings.server, location.href);
    const name = [...this.settings.displayName.trim()].slice(0, LIMITS.name).join('');
    const last = this.#guest;
    if (last?.name === name && last.server === this.settings.server) {
      const { expiresAt } = readToken(last.token);
      if (!expiresAt || expiresAt.getTime() > Date.now() + GUEST_MARGIN) return last.token;
    }
    const token = await signIn({ server, name, signal, onWait: this.onWait });
    this.#guest = { server: this.settings.server, name, token };
    return token;
  }
}
