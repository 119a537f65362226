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

/** What whoever takes it is asked for. */
interface Taker {
  /** Whether no other offer was answered before, so that it is theirs. */
  beginOpen(open: OpenConnection): boolean;
  beginInstead(): void;
}

/** The one connection at a time whose offer is open to whoever takes it first. */
export class OpenConnections {
  #open: OpenConnection | undefined;
  /** Of the last one, taken or not. */
  #id: string | undefined;
  /** Who took it, and is in no list yet. */
  #taker: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly spare: Pick<Spare, 'isWarm' | 'take'>,
    private readonly nextId: () => string,
    private readonly ownState: () => PeerState,
  ) {}

  /** The offer, the same as long as nobody has taken it; `undefined` while none is ready. */
  offer(): OpenOffer | undefined {
    if (this.#open && !this.#open.connection.isClosed) return this.#open.offer;
    if (!this.spare.isWarm) return undefined;
    const [connection, id] = [this.spare.take(), this.nextId()];
    const offer = connection.negotiation.openOffer(id, this.ownState());
    this.close();
    if (!offer || offer.sdp.length > LIMITS.openSdp) {
      connection.close();
      return undefined;
    }
    this.#timer = setTimeout(() => {
      this.close();
    }, OPEN);
    this.#open = { connection, id, offer };
    this.#id = id;
    this.#taker = undefined;
    return offer;
  }

  /** Marks an offer to one person as not needed by who has taken the open one. */
  mark(signal: Signal): Signal {
    const unless = this.#open?.id;
    if (signal.type !== 'webrtc.offer' || !signal.x || unless === undefined) return signal;
    return { ...signal, x: { ...signal.x, unless } };
  }

  /** Somebody says that they take the offer of the connection `id`; their `peer`, once they are in a list. */
  handleTaken(from: string, peer: Taker | undefined, id: string): void {
    if (id !== this.#id) return;
    if (!peer) this.#taker ??= from;
    else if (this.#open && (this.#taker ?? from) === from) this.#give(this.#open, peer);
    else peer.beginInstead();
  }

  /** Somebody is in a list now. */
  handleAdd(id: string, peer: Taker): void {
    if (this.#open && this.#taker === id) this.#give(this.#open, peer);
  }

  /** Nobody has taken it. */
  close(): void {
    clearTimeout(this.#timer);
    this.#open?.connection.close();
    this.#open = undefined;
  }

  #give(open: OpenConnection, peer: Taker): void {
    clearTimeout(this.#timer);
    this.#open = undefined;
    if (!peer.beginOpen(open)) open.connection.close();
  }
}
