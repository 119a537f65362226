import type { Shown } from '../protocol/shown.js';
import { videoBudget } from './budget.js';
import type { MeshOptions } from './mesh-options.js';
import type { Peer } from './peer.js';
import type { PeerHost } from './peer-host.js';
import { PeerCare } from './peer-care.js';
import { Rejoin } from './rejoin.js';
import { RestWatch } from './rest-watch.js';
import { Sharing } from './sharing.js';
import type { Flow } from './stats.js';

/** Milliseconds: packets of several peers, and of the server, do not end in the same instant. */
const LATER = 3_000;

/** Milliseconds between looks at those who are quiet; at the others, every second one. */
const HALF_SECOND = 500;

/** What is looked after. */
export interface CaredMesh {
  readonly options: MeshOptions;
  readonly host: PeerHost;
  readonly peers: ReadonlyMap<string, Peer>;
  readonly sharesScreen: () => boolean;
}

/** Looks after all connections of a mesh, once a second. */
export class MeshCare {
  readonly sharing: Sharing;
  readonly #cares = new Map<string, PeerCare>();
  /** The height of the budget that was told. */
  #toldHeight: number | undefined;
  readonly #rest = new RestWatch();
  /** Has a deployed client drop its connection to us. */
  readonly rejoin: Rejoin['ask'];
  readonly #timer: ReturnType<typeof setInterval>;

  constructor(private readonly mesh: CaredMesh) {
    const { options, sharesScreen, peers, host } = mesh;
    this.rejoin = new Rejoin(peers, () => options.onRejoin?.(), host.time).ask;
    this.sharing = new Sharing({
      peers: () => this.#cares,
      sharesScreen,
      onStrain: (level) => options.onStrain?.(level),
    });
    for (const peer of mesh.peers.values()) this.#take(peer);
    this.sharing.renew();
    for (const care of this.#cares.values()) void care.tick(); // Of what came before, no event will tell.
    let lookedAt = this.#now;
    this.#timer = setInterval(() => {
      const now = this.#now;
      const isWhole = now - lookedAt > HALF_SECOND * 1.5; // A hidden page's timers come once a second as it is.
      if (isWhole) lookedAt = now;
      for (const care of this.#cares.values()) {
        // A deployed client's screen may have ended.
        if (isWhole || care.health.isOverdue(now) || care.observation?.state.screen) void care.tick();
      }
      if (isWhole) this.#look(now);
    }, HALF_SECOND);
  }

  add(peer: Peer): void {
    this.#take(peer);
    this.sharing.renew();
  }

  remove(id: string): void {
    if (this.#cares.delete(id)) this.sharing.renew();
  }

  /** How high somebody's pictures are shown here; `undefined`: nobody says. */
  shown(id: string): Shown | undefined {
    return this.mesh.options.shown?.(id);
  }

  /** Whether somebody else was heard since `time`, ms of the clock: so silence is not our own network's. */
  isFaultTheirs(time: number): boolean {
    const since = time + LATER;
    const lineHeardAt = this.mesh.options.lineHeardAt?.() ?? 0;
    return lineHeardAt > since || [...this.#cares.values()].some(({ health }) => health.heardAt > since);
  }

  /** Figures of every connection, from its last sample. */
  flows(): Promise<(readonly [id: string, flow: Flow])[]> {
    return Promise.all([...this.#cares].map(async ([id, care]) => [id, await care.flow()] as const));
  }

  sayReaction(emoji: string): void {
    for (const care of this.#cares.values()) care.sayReaction(emoji);
  }

  /** The pictures of deployed clients' cameras, which may be nothing but black. */
  get faces(): ReadonlyMap<string, MediaStreamTrack> {
    const faces = [...this.#cares].map(([id, { observation }]) => [id, observation?.face] as const);
    return new Map(faces.filter((each): each is readonly [string, MediaStreamTrack] => each[1] !== undefined));
  }

  /** Whose pictures are black, as somebody who looked says: their cameras count as off from now on. */
  setBlack(ids: ReadonlySet<string>): void {
    for (const [id, care] of this.#cares) {
      const { observation } = care;
      if (!observation || observation.isBlack === ids.has(id)) continue;
      observation.isBlack = ids.has(id);
      void care.tick();
    }
  }

  close(): void {
    clearInterval(this.#timer);
    this.sharing.stop();
  }

  get #now(): number {
    return this.mesh.host.time.now();
  }

  #take(peer: Peer): void {
    const care = new PeerCare(peer, this);
    this.#cares.set(peer.id, care);
    peer.care = care;
  }

  #look(now: number): void {
    this.sharing.look(now);
    this.#takeRest(now);
    const cares = [...this.#cares.values()];
    if (cares.length > 0 && cares.every(({ health }) => health.isSilent)) this.mesh.options.onSilence?.();
  }

  /** A camera that takes larger pictures opens anew, which would hold up connections on their way: only at rest. */
  #takeRest(now: number): void {
    const { peers, options } = this.mesh;
    const all = [...peers.values()];
    if (
      !this.#rest.look(
        all.map(({ link }) => link.state),
        now,
      )
    )
      return;
    for (const peer of all) peer.syncDtx();
    const budget = videoBudget(peers.size);
    if (this.#toldHeight === budget.height) return;
    this.#toldHeight = budget.height;
    options.onBudget(budget);
  }
}
