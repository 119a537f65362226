import type { Flow } from './stats.js';
import type { Sight } from './sight.js';
import { ceilingOf, NO_STRAIN, strain, strainLevel } from './strain.js';
import { type PeerBudget, shareUplink } from './uplink.js';

/** One of those among whom the uplink is shared. */
export interface Sharer {
  readonly sight: Sight;
  /** Of the last second. */
  readonly lastFlow: Flow | undefined;
  /** Their share may be another one. */
  hold(): Promise<void>;
}

export interface SharingSource {
  readonly peers: () => ReadonlyMap<string, Sharer>;
  readonly sharesScreen: () => boolean;
  /** How far we have given way is another than before. */
  readonly onStrain: (level: number) => void;
}

/** Cores of a machine that does not say. */
const CORES = 4;

/** Milliseconds between two sharings at least that somebody else asks for: they touch the encoders for everybody. */
const BREATH = 250;

/** Keeps everybody's share of our uplink, and our machine, within what there is. */
export class Sharing {
  #budgets: ReadonlyMap<string, PeerBudget> = new Map();
  #strain = NO_STRAIN;
  #renewedAt = -BREATH;
  #due: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly source: SharingSource) {}

  of(id: string): PeerBudget | undefined {
    return this.#budgets.get(id);
  }

  /** Somebody came or went, or a screen is shared. */
  renew(): void {
    const peers = this.source.peers();
    const receivers = [...peers].map(([id, { sight }]) => {
      return [id, { shown: sight.there, narrowed: sight.narrowed }] as const;
    });
    const ceiling = ceilingOf(this.#strain.machine.level);
    this.#budgets = shareUplink(new Map(receivers), this.source.sharesScreen(), ceiling);
    for (const peer of peers.values()) void peer.hold();
  }

  /** Somebody shows more or less: at once, unless it was just so. */
  renewSoon(): void {
    if (this.#due !== undefined) return;
    this.#due = setTimeout(
      () => {
        this.#due = undefined;
        this.#renewedAt = performance.now();
        this.renew();
      },
      Math.max(0, this.#renewedAt + BREATH - performance.now()),
    );
  }

  stop(): void {
    clearTimeout(this.#due);
  }

  /** A second has passed, `now` is ms of the clock. */
  look(now: number): void {
    const peers = this.source.peers();
    for (const [id, { sight, lastFlow }] of peers) sight.look(lastFlow, this.of(id), now);
    const flows = [...peers.values()].flatMap(({ lastFlow }) => lastFlow ?? []);
    const before = strainLevel(this.#strain);
    this.#strain = strain(this.#strain, { flows, cores: navigator.hardwareConcurrency || CORES }, now);
    this.renew();
    if (strainLevel(this.#strain) !== before) this.source.onStrain(strainLevel(this.#strain));
  }
}
