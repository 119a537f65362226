import type { Identity } from './tokens.js';
import type { RoomLimits } from './rooms.js';

/** How many of each a server takes. */
export interface ServerLimits extends RoomLimits {
  readonly sockets: number;
  /** An IPv4 address, or the /64 of an IPv6 one. */
  readonly socketsPerAddress: number;
  /** Connections that are no WebSocket, of the same; those of trusted proxies are not counted. */
  readonly connectionsPerAddress: number;
  /** By the token's `sub`. */
  readonly socketsPerUser: number;
}

/** A school of a thousand behind one address, somebody with many tabs, and what nobody comes by honestly. */
export const DEFAULT_LIMITS: ServerLimits = {
  sockets: 20_000,
  socketsPerAddress: 1000,
  connectionsPerAddress: 1000,
  socketsPerUser: 32,
  roomsPerUser: 64,
  peoplePerRoom: 100,
};

/** How many sockets there are, by whose they are. */
export class SocketCensus {
  readonly #counts = new Map<string, number>();
  #all = 0;

  constructor(private readonly limits: ServerLimits) {}

  /** The status that a socket more is refused with, or `undefined` when it may come. */
  refusal(address: string, { userID }: Identity): string | undefined {
    const { sockets, socketsPerAddress, socketsPerUser } = this.limits;
    if (this.#all >= sockets) return '503 Service Unavailable';
    const isTooMany = this.#of(`at ${address}`) >= socketsPerAddress || this.#of(`of ${userID}`) >= socketsPerUser;
    return isTooMany ? '429 Too Many Requests' : undefined;
  }

  /** Counts a socket; the result, called once, takes it off again. */
  enter(address: string, { userID }: Identity): () => void {
    const keys = [`at ${address}`, `of ${userID}`];
    this.#all += 1;
    for (const key of keys) this.#counts.set(key, this.#of(key) + 1);
    return () => {
      this.#all -= 1;
      for (const key of keys) {
        const left = this.#of(key) - 1;
        if (left > 0) this.#counts.set(key, left);
        else this.#counts.delete(key);
      }
    };
  }

  #of(key: string): number {
    return this.#counts.get(key) ?? 0;
  }
}
