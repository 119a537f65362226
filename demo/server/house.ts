import type { Clock } from './clock.js';
import { SYSTEM, encodeFrame, errorFrame } from './messages.js';
import type { Member, Rooms } from './rooms.js';

export type WaitingRoom = 'off' | 'guests' | 'all';

/** A connection as the house sees it. */
export interface Visitor extends Member {
  readonly address: string;
  /** Sends a frame to it alone, in the room or not. */
  say(frame: Buffer): void;
}

/** How long a broken connection may come back unasked, and settings outlive the last person. */
const GRACE_MS = 60_000;
const MAX_WAITING = 100;
const MAX_KEPT = 1000;
const ONLY_HOSTS = 'Only a host can do this';
const NOBODY = 'There is nobody by that id';
const WORDS = {
  denied: 'A host did not let you in',
  locked: 'This room is locked',
  removed: 'A host removed you from this room',
  ended: 'A host ended this call',
  full: 'Room is full',
};
type Reason = keyof typeof WORDS;

class House {
  locked = false;
  cap: number | undefined;
  hosted = false;
  cancel: (() => void) | undefined;
  /** Who is in, and whether they know of waiting. */
  readonly inside = new Map<Visitor, boolean>();
  readonly waiters = new Map<Visitor, boolean>();
  readonly barred = new Set<string>();
  readonly addresses = new Set<string>();
  readonly returning = new Map<string, number>();
  constructor(public waiting: boolean) {}
}

const keep = (set: Set<string>, value: string): void => {
  set.add(value);
  for (const oldest of set) if (set.size > MAX_KEPT) set.delete(oldest);
};

/** Who is let into rooms, and what hosts may do there. */
export class Houses {
  readonly #houses = new Map<string, House>();

  constructor(
    private readonly rooms: Rooms,
    private readonly clock: Clock,
    private readonly waitingRoom: WaitingRoom,
  ) {}

  /** What `room.users` says of the house; also the moment at which others' coming and going is noticed. */
  dataOf(room: string): object {
    const house = this.#houses.get(room);
    if (house) this.#noticeHosts(room, house);
    const { locked = false, waiting = this.waitingRoom !== 'off', cap } = house ?? {};
    return { house: { locked, waiting, ...(cap === undefined ? {} : { cap }) } };
  }

  join(room: string, visitor: Visitor, knows: boolean): string | undefined {
    const house = this.#houses.get(room) ?? new House(this.waitingRoom !== 'off');
    this.#houses.set(room, house);
    if (visitor.rooms.has(room)) return this.#enter(room, house, visitor, knows);
    const reason = this.#reason(house, visitor);
    if (reason) this.#refuse(room, visitor, knows, reason);
    else if (this.#hasToWait(house, visitor)) this.#wait(room, house, visitor, knows);
    else return this.#enter(room, house, visitor, knows);
    this.#settle(room, house);
    return undefined;
  }

  /** `broken`: without having said so, and then they may come back. */
  leave(room: string, visitor: Visitor, broken = false): void {
    const house = this.#houses.get(room);
    if (house?.inside.delete(visitor) && broken && house.returning.size < MAX_KEPT) {
      house.returning.set(visitor.userID, this.clock.now() + GRACE_MS);
    }
    const waited = house?.waiters.delete(visitor);
    this.rooms.leave(room, visitor);
    if (!house) return;
    if (waited) this.#tellKnocks(room, house);
    this.#settle(room, house);
  }

  leaveAll(visitor: Visitor): void {
    for (const [room, house] of [...this.#houses]) {
      if (house.inside.has(visitor) || house.waiters.has(visitor)) this.leave(room, visitor, true);
    }
  }

  /** Does what a host says, or gives the words of the refusal. */
  act(room: string, host: Visitor, type: string, data: Record<string, unknown>): string | undefined {
    const house = this.#houses.get(room);
    if (!house || host.role !== 'host' || !host.rooms.has(room)) return ONLY_HOSTS;
    if (type === 'host.end') return this.#end(room, house);
    if (type === 'host.house') return this.#set(room, house, data);
    const of = (all: ReadonlyMap<Visitor, boolean>) => [...all].filter(([{ userID }]) => userID === data.userID);
    const waiting = of(house.waiters);
    const inside = of(house.inside).filter(([each]) => each.rooms.has(room));
    if (type === 'host.ask') {
      if (data.ask !== 'mute' && data.ask !== 'unmute') return 'Invalid message data';
      const frame = encodeFrame({ type, room, data: { ask: data.ask }, from: host.userID });
      for (const [each] of inside) each.say(frame);
      return inside.length > 0 ? undefined : NOBODY;
    }
    const meant = type === 'host.remove' ? [...inside, ...waiting] : waiting;
    if (meant.length === 0) return NOBODY;
    if (type === 'host.admit') {
      if (this.#isFull(house)) return WORDS.full;
      for (const [each, knows] of meant) this.#admit(room, house, each, knows);
    } else for (const [each, knows] of meant) this.#putOut(room, house, each, knows, type === 'host.deny' ? 'denied' : 'removed');
    this.#tellKnocks(room, house);
    this.#settle(room, house);
    return undefined;
  }

  #reason(house: House, { userID, role }: Visitor): Reason | undefined {
    if (house.barred.has(userID)) return 'removed';
    if (role === 'host' || this.#isKnown(house, userID)) return undefined;
    if (house.locked) return 'locked';
    return this.#isFull(house) ? 'full' : undefined;
  }

  #isFull(house: House): boolean {
    return house.inside.size >= (house.cap ?? Infinity);
  }

  #isKnown(house: House, userID: string): boolean {
    if ([...house.inside.keys()].some((each) => each.userID === userID)) return true;
    return (house.returning.get(userID) ?? 0) > this.clock.now();
  }

  #hasToWait(house: House, { userID, role, guest, address }: Visitor): boolean {
    if (role || this.#isKnown(house, userID)) return false;
    if (guest && house.addresses.has(address)) return true;
    return house.waiting && (this.waitingRoom !== 'guests' || guest === true);
  }

  #enter(room: string, house: House, visitor: Visitor, knows: boolean): string | undefined {
    house.waiters.delete(visitor);
    house.inside.set(visitor, knows);
    const refused = this.rooms.join(room, visitor);
    if (refused !== undefined) house.inside.delete(visitor);
    else house.returning.delete(visitor.userID);
    if (visitor.role === 'host') this.#tellKnocks(room, house);
    this.#settle(room, house);
    return refused;
  }

  #admit(room: string, house: House, visitor: Visitor, knows: boolean): void {
    const refused = this.#enter(room, house, visitor, knows);
    if (refused !== undefined) this.#refuse(room, visitor, knows, 'full');
  }

  #wait(room: string, house: House, visitor: Visitor, knows: boolean): void {
    if (house.waiters.size >= MAX_WAITING) return this.#refuse(room, visitor, knows, 'full');
    house.waiters.set(visitor, knows);
    this.#tellWaiting(room, house, visitor, knows);
    this.#tellKnocks(room, house);
  }

  #tellWaiting(room: string, { hosted }: House, visitor: Visitor, knows: boolean): void {
    const data = { host: hosted };
    const waiting = { type: 'room.waiting', room, data, from: SYSTEM };
    visitor.say(knows ? encodeFrame(waiting) : errorFrame('Waiting for a host to let you in'));
  }

  #tellKnocks(room: string, house: House): void {
    const all = [...house.waiters.keys()].map(({ userID, username, guest }) => [userID, { userID, username, guest }] as const);
    const users = [...new Map(all).values()];
    const frame = encodeFrame({ type: 'room.knocks', room, data: { users }, from: SYSTEM });
    for (const each of house.inside.keys()) if (each.role === 'host' && each.rooms.has(room)) each.say(frame);
  }

  #noticeHosts(room: string, house: House): void {
    const hosted = [...house.inside.keys()].some((each) => each.role === 'host' && each.rooms.has(room));
    if (hosted === house.hosted) return;
    house.hosted = hosted;
    for (const [each, knows] of house.waiters) if (knows) this.#tellWaiting(room, house, each, knows);
  }

  #refuse(room: string, visitor: Visitor, knows: boolean, reason: Reason): void {
    const refused = { type: 'room.refused', room, data: { reason }, from: SYSTEM };
    visitor.say(knows ? encodeFrame(refused) : errorFrame(WORDS[reason]));
  }

  #putOut(room: string, house: House, visitor: Visitor, knows: boolean, reason: Reason): void {
    house.waiters.delete(visitor);
    house.inside.delete(visitor);
    house.returning.delete(visitor.userID);
    if (reason === 'removed') {
      keep(house.barred, visitor.userID);
      if (visitor.guest) keep(house.addresses, visitor.address);
    }
    this.rooms.leave(room, visitor);
    this.#refuse(room, visitor, knows, reason);
  }

  #set(room: string, house: House, { locked, waiting, cap }: Record<string, unknown>): string | undefined {
    const isCap = cap === undefined || cap === null || (Number.isSafeInteger(cap) && Number(cap) >= 1);
    const isFlag = (value: unknown) => value === undefined || typeof value === 'boolean';
    if (!isCap || !isFlag(locked) || !isFlag(waiting)) return 'Invalid message data';
    if (typeof locked === 'boolean') house.locked = locked;
    if (typeof waiting === 'boolean') house.waiting = waiting;
    if (cap !== undefined) house.cap = cap === null ? undefined : Number(cap);
    for (const [each, knows] of [...house.waiters]) {
      if (house.locked) this.#putOut(room, house, each, knows, 'locked');
      else if (!this.#hasToWait(house, each) && !this.#isFull(house)) this.#admit(room, house, each, knows);
    }
    this.#tellKnocks(room, house);
    this.rooms.announce(room);
    return undefined;
  }

  #end(room: string, house: House): undefined {
    this.#houses.delete(room);
    house.cancel?.();
    for (const [each, knows] of [...house.inside, ...house.waiters]) this.#putOut(room, house, each, knows, 'ended');
  }

  /** Forgets a house that nobody is in: at once when there is nothing to remember. */
  #settle(room: string, house: House): void {
    house.cancel?.();
    house.cancel = undefined;
    this.#noticeHosts(room, house);
    if (house.inside.size + house.waiters.size > 0 || this.#houses.get(room) !== house) return;
    const isPlain = !house.locked && house.cap === undefined && house.waiting === (this.waitingRoom !== 'off');
    if (isPlain && house.barred.size + house.returning.size === 0) this.#houses.delete(room);
    else house.cancel = this.clock.after(GRACE_MS, () => this.#houses.delete(room));
  }
}
