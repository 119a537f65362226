import { type PeerState, SILENT_STATE } from '../protocol/peer-state.js';
import type { Peer } from './peer.js';
import type { PeerLink } from './peer-host.js';
import { ReceivedMedia } from './received-media.js';
import type { Flow } from './stats.js';

/** What is shown of somebody: what they say of themselves, as far as it can be seen and heard, and their two streams. */
export class PeerView {
  readonly #media = new ReceivedMedia();

  constructor(private readonly peer: Peer) {}

  get link(): PeerLink {
    const { care, connections, hasConnected, mayConnect } = this.peer;
    const told = this.state;
    const state = hasConnected ? (connections.isUp() ? 'connected' : 'reconnecting') : 'connecting';
    return {
      ...told,
      state: mayConnect ? (care?.linkState ?? state) : 'failed',
      flow: this.flow,
      videoRejected: care?.lacksFormat(told) ?? false,
      ...this.#media.streams,
    };
  }

  /** The figures of the last second. */
  get flow(): Flow | undefined {
    return this.peer.connections.shown?.care?.meter.flow;
  }

  /** What a peer of ours says; of a deployed client, what its tracks show. */
  get state(): PeerState {
    const { care, connections, hasConnected, isAdmitted, other } = this.peer;
    // Nothing of it can be seen or heard yet, or is to be, whatever it says.
    if (!hasConnected || !isAdmitted) return SILENT_STATE;
    if (other.isOurs) return other.told;
    if (care || !other.isDeployed) return care?.observation?.state ?? SILENT_STATE;
    const camera = connections.shown?.lines.received('camera');
    return { ...SILENT_STATE, microphone: true, camera: camera?.muted === false };
  }

  /** Something of it is another than before: the streams show it. */
  follow(): void {
    const { care, connections, isAdmitted, other } = this.peer;
    const incoming = other.isOurs || !care ? connections.shown?.lines : care.observation;
    this.#media.follow(this.state, isAdmitted ? incoming : undefined);
  }

  clear(): void {
    this.#media.clear();
  }
}
