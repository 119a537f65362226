import { sessionOf } from '../protocol/extensions.js';
import { fingerprintOf, seenFingerprint } from './fingerprints.js';

/** Words that wait at most until it is known whom they come from. */
const MOST_WAITING = 40;

/** Between which two ends a connection is: the other end's session, and both fingerprints (SHA-256, hex) as the handshake had them. */
export interface Secured {
  readonly session: string;
  readonly own: string;
  readonly theirs: string;
}

export interface SecureHandlers {
  /** Its handshake is over and words can go: the first time. */
  readonly onSecure: (secured: Secured) => void;
  /** The handshake did not show one certificate, or now shows another one. */
  readonly onForeign: () => void;
  /** A word of trust, of whom `onSecure` told. */
  readonly onTrust: (data: unknown) => void;
}

/** Finds out to whom a connection leads, and holds what they say of trust until then. */
export class SecureWatch {
  #secured: Secured | undefined;
  #words: unknown[] = [];

  constructor(
    private readonly pc: RTCPeerConnection,
    private readonly remoteId: () => string | undefined,
    private readonly handlers: SecureHandlers,
  ) {}

  get secured(): Secured | undefined {
    return this.#secured;
  }

  /** The connection has come up, again maybe, and its channel is open. */
  async look(): Promise<void> {
    const theirs = await seenFingerprint(this.pc).catch(() => undefined);
    if (this.pc.connectionState !== 'connected') return; // It tells once it is again.
    const [own, id] = [fingerprintOf(this.pc.currentLocalDescription?.sdp ?? ''), this.remoteId()];
    const isAsBefore = !this.#secured || this.#secured.theirs === theirs;
    if (theirs === undefined || own === undefined || id === undefined || !isAsBefore) {
      this.handlers.onForeign();
      return;
    }
    if (this.#secured) return;
    this.#secured = { session: sessionOf(id), own, theirs };
    this.handlers.onSecure(this.#secured);
    for (const word of this.#words.splice(0)) this.handlers.onTrust(word);
  }

  hear(data: unknown): void {
    if (this.#secured) this.handlers.onTrust(data);
    else if (this.#words.length < MOST_WAITING) this.#words.push(data);
  }
}
