import type { Signal } from '../protocol/messages.js';
import { type PeerState, SILENT_STATE } from '../protocol/peer-state.js';

/** Whether somebody's app is one of ours. */
export type PeerKind = 'unknown' | 'ours' | 'deployed';

/** Who is at the other end, as far as it is known: whether it is one of ours, and what it says of itself then. */
export class Counterpart {
  /** A client with our extensions, one without, or not known yet: then it is left to offer. */
  #kind: PeerKind = 'unknown';
  /** Whether its own signals told which: then nobody else's word counts. */
  #hasSpoken = false;
  #told: PeerState = SILENT_STATE;
  /** Whether the current connection's channel has spoken. */
  #isHeard = false;

  get kind(): PeerKind {
    return this.#kind;
  }

  get isKnown(): boolean {
    return this.#kind !== 'unknown';
  }

  get isOurs(): boolean {
    return this.#kind === 'ours';
  }

  get isDeployed(): boolean {
    return this.#kind === 'deployed';
  }

  /** Whether it said itself that it is one of ours. */
  get isOursByItself(): boolean {
    return this.isOurs && this.#hasSpoken;
  }

  /** A word of its own that only ours say. */
  noteOwnWord(): void {
    if (this.isOurs) this.#hasSpoken = true;
  }

  /** What it said of itself last. */
  get told(): PeerState {
    return this.#told;
  }

  /** What others say it is; tells whether that is news. */
  settle(kind: 'ours' | 'deployed'): boolean {
    if (this.#hasSpoken || this.#kind === kind || this.isOurs) return false;
    this.#kind = kind;
    return true;
  }

  /** A signal of its own: with `x` it is ours, and its connection can carry live state; tells whether that is news. */
  hear({ x }: Signal): boolean {
    const wasOurs = this.isOurs;
    if (x) this.#kind = 'ours';
    else if (!this.#hasSpoken) this.#kind = 'deployed';
    this.#hasSpoken = true;
    return this.isOurs && !wasOurs;
  }

  /** There is a newer connection: a description's word counts until its channel has spoken. */
  renew(): void {
    this.#isHeard = false;
  }

  /** Its state in a description. What the channel says later is newer than any description that comes again. */
  describe(state: PeerState | undefined): void {
    if (state && !this.#isHeard) this.#told = state;
  }

  /** Its state on a channel; tells whether it counts: of two connections the newer one's word is the newer one. */
  say(state: PeerState, isCurrent: boolean): boolean {
    if (!isCurrent && this.#isHeard) return false;
    this.#told = state;
    this.#isHeard ||= isCurrent;
    return true;
  }
}
