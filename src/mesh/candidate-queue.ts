import { LIMITS } from '../protocol/limits.js';
import { candidateFits } from './sdp.js';

/** Holds a peer's candidates until the description that they belong to is set, and drops those of another. */
export class CandidateQueue {
  #held: RTCIceCandidateInit[] = [];
  readonly #seen = new Set<string>();

  constructor(private readonly connection: RTCPeerConnection) {}

  async add(candidate: RTCIceCandidateInit): Promise<void> {
    if (this.connection.signalingState === 'closed') return; // Firefox throws for a look at its descriptions.
    const description = this.connection.remoteDescription;
    if (!description || !candidateFits(candidate, description.sdp)) {
      if (this.#held.length >= LIMITS.candidates) this.#held.shift(); // The oldest are of a session long gone.
      this.#held.push(candidate);
      return;
    }
    await this.#apply(candidate);
  }

  /** A description was set: what it was waited for goes in now. */
  async flush(): Promise<void> {
    const held = this.#held;
    this.#held = [];
    for (const candidate of held) await this.add(candidate);
  }

  async #apply(candidate: RTCIceCandidateInit): Promise<void> {
    // An empty candidate says that no more come for an m-line (Firefox); nobody waits for that.
    if (!candidate.candidate) return;
    const key = `${candidate.usernameFragment ?? ''} ${candidate.candidate}`;
    if (this.#seen.has(key) || this.#seen.size >= 16 * LIMITS.candidates) return;
    this.#seen.add(key);
    try {
      await this.connection.addIceCandidate(candidate);
    } catch {
      // One that does not parse, or whose m-line is gone, costs nothing: the others may do.
    }
  }
}
