import type { Clock } from '../clock.js';
import type { Listener } from '../events.js';
import type { Doors, RoomLimits, Rooms } from '../rooms.js';
import { WORDS, askFrame, knocksFrame, tellRefused, tellWaiting } from './frames.js';
import type { HostAct } from './host-frame.js';
import { GRACE_MS, House, type Person, type Reason, type WaitingRoom } from './house.js';

const ONLY_HOSTS = 'Only a host can do this';
const NOBODY = 'There is nobody by that id';
/** Empty rooms that are kept only for those who may come back. */
const MAX_LEFT = 10_000;

export interface HousesOptions {
  readonly rooms: Rooms<Person>;
  readonly clock: Clock;
  readonly limits: RoomLimits;
  readonly tell: Listener;
  readonly waitingRoom: WaitingRoom;
}

/** Who is let into rooms, and what hosts do there. A room that nobody made anything of has no house. */
export class Houses implements Doors<Person> {
  readonly #houses = new Map<string, House>();
  /** Empty ones that no host made anything of, the oldest first. */
  readonly #left = new Set<string>();
  /** How many rooms each user waits for, with all connections together. */
  readonly #waits = new Map<string, number>();

  constructor(private readonly options: HousesOptions) {
    options.rooms.watch(this);
  }

  /** Connections that wait to be let in. */
  get waiting(): number {
    return [...this.#waits.values()].reduce((sum, each) => sum + each, 0);
  }

  /** Rooms of which something is remembered. */
  get size(): number {
    return this.#houses.size;
  }

  /** Waits for nobody to come back. */
  close(): void {
    for (const [room, house] of this.#houses) this.#forget(room, house);
  }

  dataOf(room: string): object {
    const { locked = false, waiting = this.options.waitingRoom !== 'off', cap } = this.#houses.get(room) ?? {};
    return { house: { locked, waiting, ...(cap === undefined ? {} : { cap }) } };
  }

  /** Lets somebody in, or wait, or tells them why not; gives the words of the server's own refusal. */
  join(room: string, person: Person, data: unknown): string | undefined {
    person.knocks = typeof data === 'object' && data !== null && 'knock' in data && data.knock === true;
    const house = this.#of(room);
    const refused = this.#join(room, house, person);
    this.#settle(room, house);
    return refused;
  }

  #join(room: string, house: House, person: Person): string | undefined {
    if (person.rooms.has(room)) return this.#enter(room, house, person);
    const reason = house.refusal(person);
    if (reason) {
      this.#putOut(room, house, person, reason);
      return undefined;
    }
    return house.hasToWait(person) ? this.#wait(room, house, person) : this.#enter(room, house, person);
  }

  #enter(room: string, house: House, person: Person): string | undefined {
    const waited = this.#stopWaiting(room, house, person);
    const refused = this.options.rooms.enter(room, person);
    if (refused === undefined) house.returning.forget(person.userID);
    this.#noticeHosts(room, house);
    if (person.role === 'host' && refused === undefined) person.say(knocksFrame(room, house));
    if (waited) this.#tellKnocks(room, house);
    return refused;
  }

  #wait(room: string, house: House, person: Person): string | undefined {
    const { rooms, limits, tell } = this.options;
    if (house.waiters.has(person)) {
      tellWaiting(room, house, person);
      return undefined;
    }
    const refused = rooms.refusal(room, person);
    if (refused !== undefined) return refused;
    const waits = this.#waits.get(person.userID) ?? 0;
    if (waits >= limits.roomsPerUser) return `Too many rooms (maximum is ${limits.roomsPerUser})`;
    if (!house.hasPlaceToWait) {
      this.#putOut(room, house, person, 'full');
      return undefined;
    }
    this.#waits.set(person.userID, waits + 1);
    house.waiters.add(person);
    person.awaited.add(room);
    house.hosted = house.hasHost;
    tell({ kind: 'door', what: 'waits' });
    tellWaiting(room, house, person);
    this.#tellKnocks(room, house);
    return undefined;
  }

  leave(room: string, person: Person): void {
    this.options.rooms.leave(room, person);
    const house = this.#houses.get(room);
    if (house && this.#stopWaiting(room, house, person)) this.#tellKnocks(room, house);
    if (house) this.#settle(room, house);
  }

  /** `isBroken`: without having said so, and then they may come back. */
  leaveAll(person: Person, isBroken: boolean): void {
    for (const room of [...person.awaited]) this.leave(room, person);
    for (const room of [...person.rooms]) {
      this.leave(room, person);
      if (isBroken) this.#expect(room, person);
    }
  }

  handleLeft(room: string, person: Person, isEvicted: boolean): void {
    if (isEvicted) this.#expect(room, person);
    const house = this.#houses.get(room);
    if (!house) return;
    this.#noticeHosts(room, house);
    this.#settle(room, house);
  }

  /** Does what a host says, or gives the words of the refusal. */
  act(room: string, host: Person, act: HostAct): string | undefined {
    if (host.role !== 'host' || !host.rooms.has(room)) return ONLY_HOSTS;
    const house = this.#of(room);
    const refused = this.#act(room, house, host, act);
    this.#settle(room, house);
    return refused;
  }

  #act(room: string, house: House, host: Person, act: HostAct): string | undefined {
    if (act.act === 'end') {
      this.#end(room, house);
      return undefined;
    }
    if (act.act === 'house') {
      this.#set(room, house, act);
      return undefined;
    }
    const { userID } = act;
    const waiting = [...house.waiters].filter((each) => each.userID === userID);
    const inside = [...this.options.rooms.members(room)].filter((each) => each.userID === userID);
    if (act.act === 'ask') {
      for (const each of inside) each.say(askFrame(room, host, act.ask));
      return inside.length > 0 ? undefined : NOBODY;
    }
    if (act.act === 'remove') return this.#remove(room, house, userID, [...inside, ...waiting]);
    if (waiting.length === 0) return NOBODY;
    if (act.act === 'admit' && house.isFull) return WORDS.full;
    for (const each of waiting) {
      if (act.act === 'admit') this.#admit(room, house, each);
      else this.#putOut(room, house, each, 'denied');
    }
    if (act.act === 'deny') house.denied.add(userID);
    this.#tellKnocks(room, house);
    return undefined;
  }

  #remove(room: string, house: House, userID: string, connections: readonly Person[]): string | undefined {
    if (connections.length === 0 && !house.returning.has(userID)) return NOBODY;
    house.bar(userID);
    for (const each of connections) {
      house.remove(each);
      this.#putOut(room, house, each, 'removed');
    }
    this.#tellKnocks(room, house);
    return undefined;
  }

  #admit(room: string, house: House, person: Person): void {
    if (this.#enter(room, house, person) !== undefined) return this.#putOut(room, house, person, 'full');
    this.options.tell({ kind: 'door', what: 'admitted' });
  }

  #putOut(room: string, house: House, person: Person, reason: Reason): void {
    this.#stopWaiting(room, house, person);
    this.options.rooms.leave(room, person);
    this.options.tell({ kind: 'door', what: reason });
    tellRefused(room, person, reason);
  }

  #set(room: string, house: House, { locked, waiting, cap }: HostAct & { act: 'house' }): void {
    if (locked !== undefined) house.locked = locked;
    if (waiting !== undefined) house.waiting = waiting;
    if (cap !== undefined) house.cap = cap ?? undefined;
    for (const each of [...house.waiters]) {
      if (house.locked) this.#putOut(room, house, each, 'locked');
      else if (house.hasToWait(each)) continue;
      else if (house.isFull) this.#putOut(room, house, each, 'full');
      else this.#admit(room, house, each);
    }
    this.#tellKnocks(room, house);
    this.options.rooms.announce(room);
  }

  /** Everybody is out at once, and whoever comes after finds a room that nobody made anything of. */
  #end(room: string, house: House): void {
    const waiting = [...house.waiters].filter((each) => this.#stopWaiting(room, house, each));
    const inside = this.options.rooms.clear(room);
    this.#forget(room, house);
    for (const each of [...inside, ...waiting]) {
      this.options.tell({ kind: 'door', what: 'ended' });
      tellRefused(room, each, 'ended');
    }
  }

  /** Somebody is out who did not say so; not when they are still in with another connection. */
  #expect(room: string, { userID }: Person): void {
    if ([...this.options.rooms.members(room)].some((each) => each.userID === userID)) return;
    const house = this.#of(room);
    house.returning.add(userID);
    this.#settle(room, house);
  }

  #stopWaiting(room: string, house: House, person: Person): boolean {
    if (!house.waiters.delete(person)) return false;
    person.awaited.delete(room);
    const left = (this.#waits.get(person.userID) ?? 0) - 1;
    if (left > 0) this.#waits.set(person.userID, left);
    else this.#waits.delete(person.userID);
    return true;
  }

  #tellKnocks(room: string, house: House): void {
    const frame = knocksFrame(room, house);
    for (const each of this.options.rooms.members(room)) if (each.role === 'host') each.say(frame);
  }

  #noticeHosts(room: string, house: House): void {
    if (house.hosted === house.hasHost) return;
    house.hosted = !house.hosted;
    for (const each of house.waiters) if (each.knocks) tellWaiting(room, house, each);
  }

  #of(room: string): House {
    const { rooms, clock, waitingRoom } = this.options;
    const house = this.#houses.get(room) ?? new House(waitingRoom, () => rooms.members(room), clock);
    this.#houses.set(room, house);
    return house;
  }

  #forget(room: string, house: House): void {
    house.cancel?.();
    house.cancel = undefined;
    if (this.#houses.get(room) !== house) return;
    this.#houses.delete(room);
    this.#left.delete(room);
  }

  /** Forgets a house: at once when there is nothing to remember, else when nobody came for a while. */
  #settle(room: string, house: House): void {
    if (this.#houses.get(room) !== house) return;
    if (house.isPlain) return this.#forget(room, house);
    if (house.waiters.size > 0 || this.options.rooms.has(room)) {
      house.cancel?.();
      house.cancel = undefined;
      this.#left.delete(room);
      return;
    }
    if (house.cancel) return; // who is kept out keeps nothing alive
    house.cancel = this.options.clock.after(GRACE_MS, () => this.#forget(room, house));
    if (house.isMade) return;
    this.#left.add(room);
    const [oldest] = this.#left;
    const left = oldest === undefined ? undefined : this.#houses.get(oldest);
    if (this.#left.size > MAX_LEFT && oldest !== undefined && left) this.#forget(oldest, left);
  }
}
