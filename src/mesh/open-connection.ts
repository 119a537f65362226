import type { OpenOffer } from '../protocol/extensions.js';
import { LIMITS } from '../protocol/limits.js';
import type { Signal } from '../protocol/messages.js';
import type { PeerState } from '../protocol/peer-state.js';
import type { Connection } from './connection.js';
import type { Spare } from './spare.js';

/** Milliseconds for which somebody may take an offer that is open to all: a hello and its answer each take a flight. */
const OPEN = 10_000;

/** A connection whose offer went out with our hello. */
export interface OpenConnection {
  readonly connection: Connection;
  readonly id: string;
  readonly offer: OpenOffer;
}

/** What whoever takes one is asked for. */
interface Taker {
  /** Whether no other offer was answered before, so that it is theirs. */
  beginOpen(open: OpenConnection): boolean;
  beginInstead(): void;
}

/** The connections whose offers went out with our hello, open to whoever takes them first. */
export class OpenConnections {
  /** By id, all that there were; `undefined`: taken, or closed. */
  readonly #open = new Map<string, OpenConnection | undefined>();
  /** Of the last hello, by rank. */
  #offers: readonly OpenOffer[] = [];
  /** Who took which, and is in no list yet. */
  readonly #takers = new Map<string, string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly spare: Pick<Spare, 'isWarm' | 'settle' | 'take'>,
    private readonly nextId: () => string,
    private readonly ownState: () => PeerState,
  ) {}

  /** The offers that are ready, the same as long as one of them is open: each keeps its rank. */
  offers(): readonly OpenOffer[] {
    if (this.#untaken.some(({ connection }) => !connection.isClosed)) return this.#offers;
    this.close();
    const made: OpenConnection[] = [];
    while (this.spare.isWarm && made.length < LIMITS.openOffers) {
      const [connection, id] = [this.spare.take(), this.nextId()];
      const offer = connection.negotiation.openOffer(id, this.ownState());
      if (!offer || offer.sdp.length > LIMITS.openSdp) connection.close();
      else made.push({ connection, id, offer });
    }
    this.spare.settle();
    for (const open of made) this.#open.set(open.id, open);
    if (made.length > 0) {
      this.#timer = setTimeout(() => {
        this.close();
      }, OPEN);
    }
    return (this.#offers = made.map(({ offer }) => offer));
  }

  /** Whether whoever has this rank may have taken an offer, and their answer be on its way. */
  isOffered(rank: number): boolean {
    return this.#open.get(this.#offers[rank]?.x.from ?? '') !== undefined;
  }

  /** Marks an offer to one person as not needed by who has taken one of those. */
  mark(signal: Signal): Signal {
    const unless = this.#untaken.map(({ id }) => id);
    if (signal.type !== 'webrtc.offer' || !signal.x || unless.length === 0) return signal;
    return { ...signal, x: { ...signal.x, unless } };
  }

  /** Somebody says that they take the offer of the connection `id`; their `peer`, once they are in a list. */
  handleTaken(from: string, peer: Taker | undefined, id: string): void {
    if (!this.#open.has(id)) return;
    const open = this.#open.get(id);
    const taker = this.#takers.get(id) ?? from;
    if (!peer) this.#takers.set(id, taker);
    else if (open && taker === from) this.#give(open, peer);
    else peer.beginInstead();
  }

  /** Somebody is in a list now. */
  handleAdd(id: string, peer: Taker): void {
    const open = this.#untaken.find((each) => this.#takers.get(each.id) === id);
    if (open) this.#give(open, peer);
  }

  /** Nobody has taken those that are left. */
  close(): void {
    clearTimeout(this.#timer);
    for (const { connection, id } of this.#untaken) {
      connection.close();
      this.#open.set(id, undefined);
    }
  }

  get #untaken(): OpenConnection[] {
    return [...this.#open.values()].filter((open) => open !== undefined);
  }

  #give(open: OpenConnection, peer: Taker): void {
    this.#open.set(open.id, undefined);
    if (!peer.beginOpen(open)) open.connection.close();
  }
}
