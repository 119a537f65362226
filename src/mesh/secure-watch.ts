import { sessionOf } from '../protocol/extensions.js';
import { fingerprintOf, seenFingerprints } from './fingerprints.js';

/** Words that wait at most until it is known whom they come from. */
const MOST_WAITING = 40;

/** Milliseconds until a handshake is looked at again that has shown nothing yet. */
const SOON = 250;

/** Between which two ends a connection is: the other end's session, and both fingerprints (SHA-256, hex) as the handshake had them. */
export interface Secured {
  readonly session: string;
  readonly own: string;
  readonly theirs: string;
}

export interface SecureHandlers {
  /** Its handshake is over and words can go: the first time. */
  readonly onSecure: (secured: Secured) => void;
  /** The handshakes showed several certificates, or now show another one. */
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
    const seen = await seenFingerprints(this.pc).catch(() => new Set<string>());
    if (this.pc.connectionState !== 'connected' || this.pc.signalingState === 'closed') return; // It tells once it is again.
    const [[theirs], id] = [[...seen], this.remoteId()];
    const own = fingerprintOf(this.pc.currentLocalDescription?.sdp ?? '');
    if (theirs === undefined || own === undefined || id === undefined) {
      setTimeout(() => void this.look(), SOON);
    } else if (seen.size > 1 || (this.#secured && this.#secured.theirs !== theirs)) {
      this.handlers.onForeign();
    } else if (!this.#secured) {
      this.#secured = { session: sessionOf(id), own, theirs };
      this.handlers.onSecure(this.#secured);
      for (const word of this.#words.splice(0)) this.handlers.onTrust(word);
    }
  }

  hear(data: unknown): void {
    if (this.#secured) this.handlers.onTrust(data);
    else if (this.#words.length < MOST_WAITING) this.#words.push(data);
  }
}
