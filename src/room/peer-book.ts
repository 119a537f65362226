import type { PeerLink } from '../mesh/peer-host.js';
import type { Peer } from './types.js';

/** Milliseconds of one frame at 60 a second: changes within it are told together. */
const FRAME = 16;

export interface PeerBookHandlers {
  readonly onPeers: (peers: ReadonlyMap<string, Peer>) => void;
  readonly onJoin: (peer: Peer) => void;
  readonly onLeave: (peer: Peer) => void;
  readonly onChange: (peer: Peer, changed: readonly string[]) => void;
}

const snapshot = (id: string, name: string, link: PeerLink): Peer =>
  Object.freeze({
    id,
    name,
    state: link.state,
    microphone: link.microphone,
    camera: link.camera,
    screen: link.screen,
    speaking: link.speaking ?? false,
    hand: link.hand,
    quality: link.flow?.quality ?? 'unknown',
    path: link.flow?.path ?? 'unknown',
    stream: link.stream,
    screenStream: link.screenStream,
  });

const differences = (before: Peer, now: Peer): string[] =>
  (Object.keys(now) as (keyof Peer)[]).filter((key) => before[key] !== now[key]);

/** The peers as immutable snapshots, in order of joining, and who tells of their changes: at most once a frame each. */
export class PeerBook {
  #peers: ReadonlyMap<string, Peer> = new Map();
  readonly #changed = new Map<string, Set<string>>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly handlers: PeerBookHandlers) {}

  add(id: string, name: string, link: PeerLink): void {
    const peer = snapshot(id, name, link);
    this.#publish(new Map(this.#peers).set(id, peer));
    this.handlers.onJoin(peer);
  }

  update(id: string, link: PeerLink): void {
    const before = this.#peers.get(id);
    if (!before) return;
    const now = snapshot(id, before.name, link);
    const changed = differences(before, now);
    if (changed.length === 0) return;
    this.#publish(new Map(this.#peers).set(id, now));
    const noted = this.#changed.get(id) ?? new Set();
    for (const name of changed) noted.add(name);
    this.#changed.set(id, noted);
    if (this.#timer === undefined) this.#tell();
  }

  remove(id: string): void {
    const peer = this.#peers.get(id);
    if (!peer) return;
    this.#changed.delete(id);
    const rest = new Map(this.#peers);
    rest.delete(id);
    this.#publish(rest);
    this.handlers.onLeave(peer);
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const id of [...this.#peers.keys()]) this.remove(id);
  }

  #publish(peers: ReadonlyMap<string, Peer>): void {
    this.#peers = peers;
    this.handlers.onPeers(peers);
  }

  /** Tells at once, then not again within the frame. */
  readonly #tell = (): void => {
    this.#timer = undefined;
    if (this.#changed.size === 0) return;
    this.#timer = setTimeout(this.#tell, FRAME);
    const all = [...this.#changed];
    this.#changed.clear();
    for (const [id, changed] of all) {
      const peer = this.#peers.get(id);
      if (peer) this.handlers.onChange(peer, [...changed]);
    }
  };
}
