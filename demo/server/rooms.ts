import { SYSTEM, encodeFrame } from './messages.js';
import type { Identity } from './tokens.js';

/** One connection as a room sees it. */
export interface Member extends Identity {
  /** The rooms it is in; `Rooms` writes it. */
  readonly rooms: Set<string>;
  /** Takes a room's frame, or drops it; false when it has dropped so many that it must leave the room. */
  deliver(frame: Buffer, room: string): boolean;
}

export interface RoomLimits {
  /** Connections in one room. */
  readonly peoplePerRoom: number;
  /** Rooms that one user is in, with all connections together. */
  readonly roomsPerUser: number;
}

const UNLIMITED: RoomLimits = { peoplePerRoom: Infinity, roomsPerUser: Infinity };

/** Who is in which room, and what is said there. A room exists while someone is in it. */
export class Rooms {
  readonly #rooms = new Map<string, Set<Member>>();
  /** Of each user the rooms, and with how many connections. */
  readonly #users = new Map<string, Map<string, number>>();
  #people = 0;

  constructor(
    private readonly limits: RoomLimits = UNLIMITED,
    private readonly onEvict: () => void = () => undefined,
    /** What `room.users` says beside the users. */
    private readonly more: (room: string) => object = () => ({}),
  ) {}

  get size(): number {
    return this.#rooms.size;
  }

  /** Places taken in all rooms together. */
  get people(): number {
    return this.#people;
  }

  /** Joining again is harmless and brings a new snapshot to all. Gives the words of the refusal where a limit is reached. */
  join(room: string, member: Member): string | undefined {
    if (!member.rooms.has(room)) {
      const refusal = this.#refusal(room, member);
      if (refusal !== undefined) return refusal;
      this.#add(room, member);
    }
    this.announce(room);
    return undefined;
  }

  leave(room: string, member: Member): void {
    if (this.#remove(room, member)) this.announce(room);
  }

  leaveAll(member: Member): void {
    for (const room of [...member.rooms]) this.leave(room, member);
  }

  has(room: string, member: Member): boolean {
    return member.rooms.has(room);
  }

  names(): string[] {
    return [...this.#rooms.keys()];
  }

  /** Those in a room; one user id can stand in it twice. */
  users(room: string): Identity[] {
    return [...(this.#rooms.get(room) ?? [])].map(({ userID, username, guest, role }) => ({
      userID,
      username,
      ...(guest ? { guest } : {}),
      ...(role ? { role } : {}),
    }));
  }

  /** Takes a user's connections out of a room in silence, as happens to one that lags. */
  evict(room: string, userID: string): void {
    for (const member of [...(this.#rooms.get(room) ?? [])]) if (member.userID === userID) this.#remove(room, member);
    this.announce(room);
  }

  /** Sends a frame to everyone in the room; who lags too far behind is taken out of it, unasked and untold. */
  broadcast(room: string, frame: Buffer): void {
    const members = this.#rooms.get(room);
    if (!members) return;
    const lagging = [...members].filter((member) => !member.deliver(frame, room));
    if (lagging.length === 0) return;
    for (const member of lagging) {
      this.#remove(room, member);
      this.onEvict();
    }
    this.announce(room);
  }

  #refusal(room: string, { userID }: Member): string | undefined {
    const { peoplePerRoom, roomsPerUser } = this.limits;
    if ((this.#rooms.get(room)?.size ?? 0) >= peoplePerRoom) return `Room is full (maximum is ${peoplePerRoom} people)`;
    const own = this.#users.get(userID);
    if (own && own.size >= roomsPerUser && !own.has(room)) return `Too many rooms (maximum is ${roomsPerUser})`;
    return undefined;
  }

  #add(room: string, member: Member): void {
    const members = this.#rooms.get(room) ?? new Set();
    this.#rooms.set(room, members.add(member));
    member.rooms.add(room);
    this.#people += 1;
    const own = this.#users.get(member.userID) ?? new Map<string, number>();
    this.#users.set(member.userID, own.set(room, (own.get(room) ?? 0) + 1));
  }

  /** False when it was not there. */
  #remove(room: string, member: Member): boolean {
    const members = this.#rooms.get(room);
    if (!members?.delete(member)) return false;
    member.rooms.delete(room);
    this.#people -= 1;
    if (members.size === 0) this.#rooms.delete(room);
    const own = this.#users.get(member.userID);
    const connections = (own?.get(room) ?? 0) - 1;
    if (connections > 0) own?.set(room, connections);
    else own?.delete(room);
    if (own?.size === 0) this.#users.delete(member.userID);
    return true;
  }

  /** Sends everybody in the room who is in it. */
  announce(room: string): void {
    const more = this.more(room);
    const users = this.users(room);
    if (users.length > 0)
      this.broadcast(room, encodeFrame({ type: 'room.users', room, data: { users, ...more }, from: SYSTEM }));
  }
}
