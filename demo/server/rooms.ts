import { SYSTEM, encodeFrame } from './messages.js';
import type { Nodes, OwnRooms, Visitor } from './nodes/nodes.js';
import type { Identity } from './tokens.js';

/** One connection as a room sees it. */
export interface Member extends Visitor {
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

/** Who keeps the doors of rooms. */
export interface Doors<Each extends Member = Member> {
  /** What `room.users` says beside the users. */
  dataOf(room: string): object;
  /** Somebody is in a room no more; `isEvicted`: unasked, because they lagged. */
  handleLeft(room: string, member: Each, isEvicted: boolean): void;
}

const UNLIMITED: RoomLimits = { peoplePerRoom: Infinity, roomsPerUser: Infinity };

/** Who is in which room, and what is said there. A room exists while someone is in it. */
export class Rooms<Each extends Member = Member> implements OwnRooms {
  readonly #rooms = new Map<string, Set<Each>>();
  #doors: Doors<Each> | undefined;
  /** Of each user the rooms, and with how many connections. */
  readonly #users = new Map<string, Map<string, number>>();
  #people = 0;

  constructor(
    private readonly limits: RoomLimits = UNLIMITED,
    private readonly onEvict: () => void = () => undefined,
    private readonly nodes?: Nodes,
    /** What a list says of the server, beside who is there. */
    private readonly marks: Readonly<Record<string, unknown>> = {},
  ) {
    nodes?.serve(this);
  }

  /** From then on `doors` hears who leaves. */
  watch(doors: Doors<Each>): void {
    this.#doors = doors;
  }

  get size(): number {
    return this.#rooms.size;
  }

  /** Places taken in all rooms together. */
  get people(): number {
    return this.#people;
  }

  /**
   * Joining again is harmless and brings a new snapshot to all. Gives the words of the refusal where a limit is reached; where
   * other nodes are to be asked first, a promise of them.
   */
  join(room: string, member: Each): string | undefined | Promise<string | undefined> {
    if (this.nodes) return this.#joinWith(this.nodes, room, member);
    return this.enter(room, member);
  }

  /** Joins a room of this node alone. */
  enter(room: string, member: Each): string | undefined {
    if (!member.rooms.has(room)) {
      const refusal = this.refusal(room, member);
      if (refusal !== undefined) return refusal;
      this.#add(room, member);
    }
    this.announce(room);
    return undefined;
  }

  async #joinWith(nodes: Nodes, room: string, member: Each): Promise<string | undefined> {
    const refusal = await nodes.join(room, member);
    if (refusal !== undefined) return refusal;
    if (member.isGone) nodes.leave(room, member);
    else if (!member.rooms.has(room)) this.#add(room, member);
    this.announce(room);
    return undefined;
  }

  leave(room: string, member: Each): void {
    if (!this.#remove(room, member)) return;
    this.#doors?.handleLeft(room, member, false);
    this.announce(room);
  }

  leaveAll(member: Each): void {
    for (const room of [...member.rooms]) this.leave(room, member);
  }

  /** Whether somebody is in a room, or anybody. */
  has(room: string, member?: Each): boolean {
    return member ? member.rooms.has(room) : this.#rooms.has(room);
  }

  /** The connections in a room. */
  members(room: string): Iterable<Each> {
    return this.#rooms.get(room) ?? [];
  }

  /** Takes everybody out of a room, and says so to nobody. */
  clear(room: string): readonly Each[] {
    return [...this.members(room)].filter((member) => this.#remove(room, member));
  }

  names(): string[] {
    return [...this.#rooms.keys()];
  }

  /** Those in a room; one user id can stand in it twice. */
  users(room: string): Identity[] {
    const own = [...(this.#rooms.get(room) ?? [])].map(({ userID, username, guest, role }) => ({
      userID,
      username,
      ...(guest ? { guest } : {}),
      ...(role ? { role } : {}),
    }));
    return this.nodes ? [...own, ...this.nodes.users(room)] : own;
  }

  /** Takes a user's connections out of a room in silence, as happens to one that lags. */
  evict(room: string, userID: string): void {
    for (const member of [...(this.#rooms.get(room) ?? [])]) if (member.userID === userID) this.#evict(room, member);
    this.announce(room);
  }

  /** Sends a member's frame to everyone in the room; `onLost` is called when some of them may not get it. */
  relay(room: string, frame: Buffer, onLost: () => void): void {
    this.nodes?.relay(room, frame, onLost); // first: whom it puts out for lagging leaves behind it
    this.broadcast(room, frame);
  }

  /** Sends a frame to everyone in the room who is here; who lags too far behind is taken out of it, unasked and untold. */
  broadcast(room: string, frame: Buffer): void {
    const members = this.#rooms.get(room);
    if (!members) return;
    const lagging = [...members].filter((member) => !member.deliver(frame, room));
    if (lagging.length === 0) return;
    for (const member of lagging) {
      this.#evict(room, member);
      this.onEvict();
    }
    this.announce(room);
  }

  /** Why somebody new may not into a room, with so many in it elsewhere. */
  refusal(room: string, { userID }: Visitor, elsewhere = 0): string | undefined {
    const { peoplePerRoom, roomsPerUser } = this.limits;
    if ((this.#rooms.get(room)?.size ?? 0) + elsewhere >= peoplePerRoom)
      return `Room is full (maximum is ${peoplePerRoom} people)`;
    const own = this.#users.get(userID);
    if (own && own.size >= roomsPerUser && !own.has(room)) return `Too many rooms (maximum is ${roomsPerUser})`;
    return undefined;
  }

  #add(room: string, member: Each): void {
    const members = this.#rooms.get(room) ?? new Set();
    this.#rooms.set(room, members.add(member));
    member.rooms.add(room);
    this.#people += 1;
    const own = this.#users.get(member.userID) ?? new Map<string, number>();
    this.#users.set(member.userID, own.set(room, (own.get(room) ?? 0) + 1));
  }

  #evict(room: string, member: Each): void {
    if (this.#remove(room, member)) this.#doors?.handleLeft(room, member, true);
  }

  /** False when it was not there. */
  #remove(room: string, member: Each): boolean {
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
    this.nodes?.leave(room, member);
    return true;
  }

  /** Sends everybody in a room here the list of all who are in it. */
  announce(room: string): void {
    if (!this.#rooms.has(room)) return; // nobody here to hear it
    const data = { users: this.users(room), ...this.marks, ...this.#doors?.dataOf(room) };
    this.broadcast(room, encodeFrame({ type: 'room.users', room, data, from: SYSTEM }));
  }
}
