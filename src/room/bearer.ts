import { MeetError } from '../errors.js';
import { type Identity, readToken, timeLeft } from '../signaling/identity.js';
import type { TokenSource } from '../signaling/websocket-channel.js';
import type { Admission, Admissions } from './admission.js';
import type { OwnPlace } from './identity-lock.js';
import type { ExpiryWatch } from './token-watch.js';
import type { Self } from './types.js';

/** Whether the server would have none of a token. */
export const isTokenRefused = (error: unknown): boolean =>
  error instanceof MeetError && (error.code === 'token-rejected' || error.code === 'token-expired');

/** Who the newest token says we are, and the token for each upgrade. */
export class Bearer {
  #identity: Identity | undefined;
  #token = '';

  constructor(
    private readonly admissions: Admissions,
    private readonly place: OwnPlace,
    private readonly expiry: ExpiryWatch,
    /** Somebody else than before has that place already. */
    private readonly onEnded: (error: MeetError) => void,
  ) {}

  get identity(): Identity | undefined {
    return this.#identity;
  }

  /** The newest token. */
  get token(): string {
    return this.#token;
  }

  /** Whether we are who we were, by the same name: others hold us to both. */
  is({ id, name }: Self): boolean {
    return this.#identity === undefined || (this.#identity.id === id && this.#identity.name === name);
  }

  begin({ identity, token }: Admission): void {
    this.#identity = identity;
    this.#token = token;
  }

  /** The admission as the newest token has it: for a session of its own, of who we are by now. */
  admissionNow(admission: Admission): Admission {
    return { ...admission, token: this.#token, identity: this.#identity ?? admission.identity };
  }

  /** The token for an upgrade. One of another user (a guest who signed in again) makes us that user once the line is up. */
  async tokenFor(admission: Admission, ...[reason, signal, last]: Parameters<TokenSource>): Promise<string> {
    if (isTokenRefused(last)) this.admissions.refuse('reconnect');
    const token = reason === 'join' ? admission.token : await this.admissions.token(reason, signal);
    const identity = readToken(token);
    if (identity.id !== this.#identity?.id) {
      try {
        await this.place.take(admission, identity, signal);
      } catch (error) {
        if (error instanceof MeetError && error.code === 'duplicate-identity') this.onEnded(error);
        throw error;
      }
    }
    this.begin({ ...admission, identity, token });
    if (reason !== 'join') this.expiry.watch(identity.expiresAt, timeLeft(identity));
    return token;
  }
}
