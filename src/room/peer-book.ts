import type { PeerLink } from '../mesh/peer-host.js';
import type { PeerTrust } from '../trust/state.js';
import type { User } from '../protocol/messages.js';
import type { Peer } from './types.js';

/** Milliseconds of one frame at 60 a second: changes within it are told together. */
const FRAME = 16;

export interface PeerBookHandlers {
  readonly onPeers: (peers: ReadonlyMap<string, Peer>) => void;
  readonly onJoin: (peer: Peer) => void;
  readonly onLeave: (peer: Peer) => void;
  readonly onChange: (peer: Peer, changed: readonly string[]) => void;
}

const snapshot = ({ id, name, role }: Pick<Peer, keyof User>, link: PeerLink, trust: PeerTrust): Peer =>
  Object.freeze({
    id,
    name,
    role,
    state: link.state,
    microphone: link.microphone,
    camera: link.camera,
    screen: link.screen,
    speaking: link.speaking ?? false,
    hand: link.hand,
    stalled: link.stalled,
    quality: link.flow?.quality ?? 'unknown',
    path: link.flow?.path ?? 'unknown',
    videoRejected: link.videoRejected,
    trust: trust.trust,
    verified: trust.verified,
    refusal: trust.refusal,
    stream: link.stream,
    screenStream: link.screenStream,
  });

const differences = (before: Peer, now: Peer): string[] =>
  (Object.keys(now) as (keyof Peer)[]).filter((key) => before[key] !== now[key]);

/** What changed of a peer since it was last told of; `timer` ends the frame in which it is not told again. */
interface Untold {
  readonly names: Set<string>;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** The peers as immutable snapshots, in order of joining, and who tells of their changes: at most once a frame each. */
export class PeerBook {
  #peers: ReadonlyMap<string, Peer> = new Map();
  /** By peer; of those told of within the last frame. */
  readonly #untold = new Map<string, Untold>();

  constructor(
    private readonly handlers: PeerBookHandlers,
    private readonly trustOf: (id: string) => PeerTrust,
  ) {}

  add({ id, name, role }: User, link: PeerLink): void {
    const peer = snapshot({ id, name, role }, link, this.trustOf(id));
    this.#publish(new Map(this.#peers).set(id, peer));
    this.handlers.onJoin(peer);
  }

  update(id: string, link: PeerLink): void {
    const before = this.#peers.get(id);
    if (!before) return;
    const now = snapshot(before, link, this.trustOf(id));
    const changed = differences(before, now);
    if (changed.length === 0) return;
    this.#publish(new Map(this.#peers).set(id, now));
    const untold = this.#untold.get(id);
    if (untold) for (const name of changed) untold.names.add(name);
    else this.#tell(id, changed);
  }

  remove(id: string): void {
    const peer = this.#peers.get(id);
    if (!peer) return;
    this.#forget(id);
    const rest = new Map(this.#peers);
    rest.delete(id);
    this.#publish(rest);
    this.handlers.onLeave(peer);
  }

  clear(): void {
    for (const id of [...this.#peers.keys()]) this.remove(id);
  }

  #publish(peers: ReadonlyMap<string, Peer>): void {
    this.#peers = peers;
    this.handlers.onPeers(peers);
  }

  /** Tells at once, then not again within the frame. */
  #tell(id: string, changed: readonly string[]): void {
    const timer = setTimeout(() => {
      const { names } = this.#untold.get(id) ?? {};
      this.#untold.delete(id);
      if (names?.size) this.#tell(id, [...names]);
    }, FRAME);
    this.#untold.set(id, { names: new Set(), timer });
    const peer = this.#peers.get(id);
    if (peer) this.handlers.onChange(peer, changed);
  }

  #forget(id: string): void {
    clearTimeout(this.#untold.get(id)?.timer);
    this.#untold.delete(id);
  }
}
