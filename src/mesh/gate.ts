import { MeetError } from '../errors.js';
import { type PairWord, sessionOf } from '../protocol/extensions.js';
import type { Signal } from '../protocol/messages.js';
import type { Counterpart } from './counterpart.js';
import { fingerprintOf } from './fingerprints.js';
import type { Audience } from './lines.js';
import type { PeerHost } from './peer-host.js';
import type { Secured } from './secure-watch.js';

/** Sessions of one person that are remembered at most: of more, which a server can make up, those of late. */
const MOST = 64;

/**
 * What of somebody gets through: which of their sessions may have a connection, which certificate it may be made with, and on which of
 * them anything flows. The server hands on descriptions and can put its own in their place.
 */
export class Gate {
  /** The fingerprint that each session showed in its first handshake. */
  readonly #prints = new Map<string, string>();
  readonly #shut = new Set<string>();
  #isShut = false;

  constructor(
    private readonly id: string,
    private readonly other: Counterpart,
    private readonly host: Pick<PeerHost, 'admits' | 'requiresTrust'>,
    private readonly complain: (error: MeetError) => void,
  ) {}

  /** Whether there may be a connection: not with a session that was shut, nor with an app that can't prove a thing where that is required. */
  get isOpen(): boolean {
    return !this.#isShut && !(this.other.isDeployed && this.host.requiresTrust());
  }

  /** Whether something goes out on a connection that leads to `secured`, and is shown of what comes in. */
  admits(secured: Secured | undefined): boolean {
    return this.host.admits(this.id, secured?.session);
  }

  audience(secured: Secured | undefined): Audience {
    if (!this.admits(secured)) return 'nobody';
    return this.other.isDeployed ? 'deployed' : 'ours';
  }

  /**
   * Lets a signal through, or drops it: of a session that was shut, one that lost on its way what makes it ours, and of another session
   * than the one that a connection leads to which is `up`. Whoever loads the page anew says hello, and is somebody new then.
   */
  passes(signal: Signal, up: Secured | undefined): boolean {
    const { x } = signal;
    if (x && (this.#stillShut(sessionOf(x.from)) || (up && up.session !== sessionOf(x.from)))) return false;
    if (!x && (this.other.isOursByItself || this.#prints.size > 0)) {
      if (signal.type !== 'webrtc.iceCandidate')
        this.tellTampered('a description of a peer came without the word that goes with it');
      return false;
    }
    if (x) this.#isShut = false;
    return signal.type !== 'webrtc.offer' || this.accepts(signal.sdp, x);
  }

  /** Whether a description may be applied: of one of ours it names one certificate, the one that their session showed before. */
  accepts(sdp: string, x: PairWord | undefined): boolean {
    if (!x && !this.other.isOurs) return true;
    const [named, known] = [fingerprintOf(sdp), this.#prints.get(sessionOf(x?.from ?? ''))];
    if (named !== undefined && (known === undefined || known === named)) return true;
    this.tellTampered('a description of a peer names another certificate than theirs');
    return false;
  }

  /** A handshake is over; whether it showed the same as that session's first. */
  note({ session, theirs }: Secured): boolean {
    const known = this.#prints.get(session);
    // Who came up last is forgotten last: while a connection of theirs is, no other session gets one.
    this.#prints.delete(session);
    forgetOldest(this.#prints.set(session, known ?? theirs));
    if (known !== undefined && known !== theirs) this.tellTampered('a connection to a peer leads to somebody else');
    return known === undefined || known === theirs;
  }

  /** Something is wrong with a session: it gets no connection any more. */
  shut(session: string): void {
    this.#shut.delete(session); // Whoever was shut last, or tried last, is forgotten last.
    forgetOldest(this.#shut.add(session));
    this.#isShut = true;
  }

  #stillShut(session: string): boolean {
    if (this.#shut.delete(session)) this.#shut.add(session);
    return this.#shut.has(session);
  }

  tellTampered(message: string): void {
    this.complain(new MeetError('tampered', message, { peer: this.id }));
  }
}

const forgetOldest = (sessions: Map<string, unknown> | Set<string>): void => {
  const [oldest] = sessions.keys();
  if (sessions.size > MOST && oldest !== undefined) sessions.delete(oldest);
};
