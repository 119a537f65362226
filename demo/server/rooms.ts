import { SYSTEM, encodeFrame } from './messages.js';
import type { Identity } from './tokens.js';

/** One connection as a room sees it. */
export interface Member extends Identity {
  /** Takes a frame, or drops it; false when it has dropped so many that it must leave the room. */
  deliver(frame: Buffer): boolean;
}

/** Who is in which room, and what is said there. A room exists while someone is in it. */
export class Rooms {
  readonly #rooms = new Map<string, Set<Member>>();

  /** Joining again is harmless and brings a new snapshot to all. */
  join(room: string, member: Member): void {
    const members = this.#rooms.get(room) ?? new Set();
    this.#rooms.set(room, members.add(member));
    this.#announce(room);
  }

  leave(room: string, member: Member): void {
    const members = this.#rooms.get(room);
    if (!members?.delete(member)) return;
    if (members.size === 0) this.#rooms.delete(room);
    else this.#announce(room);
  }

  leaveAll(member: Member): void {
    for (const room of [...this.#rooms.keys()]) this.leave(room, member);
  }

  has(room: string, member: Member): boolean {
    return this.#rooms.get(room)?.has(member) ?? false;
  }

  names(): string[] {
    return [...this.#rooms.keys()];
  }

  /** Those in a room; one user id can stand in it twice. */
  users(room: string): Identity[] {
    return [...(this.#rooms.get(room) ?? [])].map(({ userID, username }) => ({ userID, username }));
  }

  /** Takes a user's connections out of a room in silence, as happens to one that lags. */
  evict(room: string, userID: string): void {
    const members = this.#rooms.get(room);
    for (const member of members ?? []) if (member.userID === userID) members?.delete(member);
    this.#announce(room);
  }

  /** Sends a frame to everyone in the room; who lags too far behind is taken out of it, unasked and untold. */
  broadcast(room: string, frame: Buffer): void {
    const members = this.#rooms.get(room);
    if (!members) return;
    const lagging = [...members].filter((member) => !member.deliver(frame));
    if (lagging.length === 0) return;
    for (const member of lagging) members.delete(member);
    this.#announce(room);
  }

  #announce(room: string): void {
    const users = this.users(room);
    if (users.length === 0) this.#rooms.delete(room);
    else this.broadcast(room, encodeFrame({ type: 'room.users', room, data: { users }, from: SYSTEM }));
  }
}
