import type { Identity } from '../tokens.js';

/** What an operator may want to know of them. */
export type NodesEvent =
  /** Redis is there, or it is not and why. */
  | { readonly kind: 'redis'; readonly isUp: boolean; readonly reason: string }
  /** Another node gives no sign any more, and its people are taken out of their rooms. */
  | { readonly kind: 'node-gone' }
  /** Something was said that no node would say. */
  | { readonly kind: 'garbage' };

/** One connection, as the other nodes see it. */
export interface Visitor extends Identity {
  /** Whether its socket has ended, also while something was asked for it. */
  readonly isGone: boolean;
}

/** The rooms of this node, as what the others say is carried into them. */
export interface OwnRooms {
  /** Why somebody may not into a room, by what this node knows; `undefined` when they may. */
  refusal(room: string, visitor: Visitor, elsewhere: number): string | undefined;
  /** A frame for everybody in a room here. */
  broadcast(room: string, frame: Buffer): void;
  /** Sends everybody in a room here the list of all who are in it. */
  announce(room: string): void;
}

/** The other machines of a server, as its rooms see them. A server that stands alone has none. */
export interface Nodes {
  /** Whose rooms they are: called once, at the beginning. */
  serve(rooms: OwnRooms): void;
  /** Who is in a room on other nodes. */
  users(room: string): readonly Identity[];
  /** Takes a place in a room, or takes it again; the words of the refusal where there is none. */
  join(room: string, visitor: Visitor): Promise<string | undefined>;
  /** Gives a place up. */
  leave(room: string, visitor: Visitor): void;
  /** Passes a frame on to those in the room on other nodes; `onLost` is called when it can't be, at once or later. */
  relay(room: string, frame: Buffer, onLost: () => void): void;
}

/** What nodes need of the server that they are of. */
export interface NodesOptions {
  /** Servers of another name share no rooms, also by one Redis. */
  readonly name: string;
  readonly limits: { readonly peoplePerRoom: number; readonly roomsPerUser: number };
  readonly tell: (event: NodesEvent) => void;
}

/** What a server needs of them beside. */
export interface LinkedNodes extends Nodes {
  /** Whether they can be reached. */
  readonly isUp: boolean;
  start(): Promise<void>;
  /** Gives all places up. */
  close(): Promise<void>;
}
