import { Mirror } from './mirror.js';
import type { Visitor } from './nodes.js';
import { entryOf, keyOf } from './words.js';

/** A room that somebody here is in, or about to be. */
export interface Place {
  readonly room: string;
  /** What it is called in Redis. */
  readonly key: string;
  readonly channel: string;
  /** Who is in it elsewhere. */
  readonly mirror: Mirror;
  /** Who is in it here, by the number of their connection. */
  readonly own: Map<string, Visitor>;
  /** Joins under way. */
  joining: number;
  subscribed: Promise<unknown> | undefined;
  /** A list is on its way, and whether another one is wanted after it. */
  sync: 'none' | 'under-way' | 'again';
}

/** The rooms of a node, by their names and by what they are called in Redis. */
export class Places {
  readonly #byRoom = new Map<string, Place>();
  readonly #byChannel = new Map<string, Place>();
  readonly #numbers = new WeakMap<Visitor, string>();
  #last = 0;

  constructor(
    private readonly node: string,
    private readonly namespace: string,
  ) {}

  get all(): Place[] {
    return [...this.#byRoom.values()];
  }

  of(room: string): Place | undefined {
    return this.#byRoom.get(room);
  }

  heardOn(channel: string): Place | undefined {
    return this.#byChannel.get(channel);
  }

  open(room: string): Place {
    const known = this.#byRoom.get(room);
    if (known) return known;
    const key = keyOf(room);
    const channel = `${this.namespace}:say:${key}`;
    const mirror = new Mirror(this.node);
    const place: Place = {
      room,
      key,
      channel,
      mirror,
      own: new Map(),
      joining: 0,
      subscribed: undefined,
      sync: 'none',
    };
    this.#byRoom.set(room, place);
    this.#byChannel.set(channel, place);
    return place;
  }

  /** Forgets a room that nobody here is in; true when it did. */
  closeIfEmpty(place: Place): boolean {
    if (place.own.size > 0 || place.joining > 0 || this.#byRoom.get(place.room) !== place) return false;
    this.#byRoom.delete(place.room);
    this.#byChannel.delete(place.channel);
    return true;
  }

  /** The number of a connection, the same for as long as it lasts. */
  numberOf(visitor: Visitor): string {
    const number = this.#numbers.get(visitor) ?? String((this.#last += 1));
    this.#numbers.set(visitor, number);
    return number;
  }

  /** What the scripts take of somebody. */
  argumentsOf(visitor: Visitor): [connection: string, user: string, entry: string] {
    return [this.numberOf(visitor), keyOf(visitor.userID), entryOf(visitor)];
  }
}
