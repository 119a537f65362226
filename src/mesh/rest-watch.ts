import type { PeerLink } from './peer-host.js';

/** Milliseconds without anybody on the way to a connection after which the room is at rest. */
const REST = 3_000;

/** Whether the room is at rest: somebody connected, and for a while nobody on the way, whom more work would hold up. */
export class RestWatch {
  #since = Number.POSITIVE_INFINITY;

  /** Looks at how all stand, at `now` (ms). */
  look(states: readonly PeerLink['state'][], now: number): boolean {
    if (!states.includes('connected') || states.includes('connecting')) this.#since = Number.POSITIVE_INFINITY;
    else if (this.#since > now) this.#since = now;
    return now - this.#since >= REST;
  }
}
