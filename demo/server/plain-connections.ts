import type { Duplex } from 'node:stream';

/** Connections that have not become a socket (yet), by whose they are. */
export class PlainConnections {
  readonly #counts = new Map<string, number>();
  readonly #owners = new WeakMap<Duplex, string>();

  constructor(private readonly perOwner: number) {}

  /** Counts a connection until it is closed or released; false when its owner has too many, and then it is not counted. */
  enter(connection: Duplex, owner: string): boolean {
    if (this.#owners.has(connection)) return true; // served anew, see `serveWithoutUpgrade`
    const count = this.#counts.get(owner) ?? 0;
    if (count >= this.perOwner) return false;
    this.#counts.set(owner, count + 1);
    this.#owners.set(connection, owner);
    connection.once('close', () => this.release(connection));
    return true;
  }

  /** It is a WebSocket now, and counted as such. */
  release(connection: Duplex): void {
    const owner = this.#owners.get(connection);
    if (owner === undefined) return;
    this.#owners.delete(connection);
    const left = (this.#counts.get(owner) ?? 0) - 1;
    if (left > 0) this.#counts.set(owner, left);
    else this.#counts.delete(owner);
  }
}
