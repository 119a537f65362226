import type { OpenOffer } from '../protocol/extensions.js';
import type { Connection } from './connection.js';

/** Milliseconds for which somebody may take an offer that is open to all: a hello and its answer each take a flight. */
const OPEN = 10_000;

/** A connection whose offer went out with our hello. */
export interface OpenConnection {
  readonly connection: Connection;
  readonly id: string;
  readonly offer: OpenOffer;
}

/** The one connection that is open to whoever takes its offer first. */
export class OpenConnections {
  #open: OpenConnection | undefined;
  #id: string | undefined;
  /** Who took it, and is in no list yet. */
  #taker: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  get current(): OpenConnection | undefined {
    return this.#open;
  }

  /** From now on it is this one. */
  open(open: OpenConnection): void {
    clearTimeout(this.#timer);
    this.#open = open;
    this.#id = open.id;
    this.#timer = setTimeout(() => {
      this.close();
    }, OPEN);
  }

  /** Whether an answer to `id` is one to the open offer, taken by now or not. */
  isOf(id: string | undefined): boolean {
    return id !== undefined && id === this.#id;
  }

  /** Somebody who is in no list yet says that it is theirs. */
  reserve(taker: string): void {
    this.#taker ??= taker;
  }

  /** The connection for `taker`, unless it is somebody else's. */
  take(taker: string): OpenConnection | undefined {
    if (this.#taker !== undefined && this.#taker !== taker) return undefined;
    const open = this.#open;
    this.#open = undefined;
    clearTimeout(this.#timer);
    return open;
  }

  isReservedFor(taker: string): boolean {
    return this.#taker === taker;
  }

  /** Nobody took it. */
  close(): void {
    clearTimeout(this.#timer);
    this.#open?.connection.close();
    this.#open = undefined;
  }
}
