import type { Clock } from '../clock.js';
import type { Member } from '../rooms.js';
import { Memory } from './memory.js';

/** Who has to be let in by a host. */
export const WAITING_ROOMS = ['off', 'guests', 'all'] as const;
export type WaitingRoom = (typeof WAITING_ROOMS)[number];

/** Why somebody is not let in, or was put out. */
export type Reason = 'denied' | 'locked' | 'removed' | 'ended' | 'full';

/** One connection, as the house sees it. */
export interface Person extends Member {
  /** By which guests are told apart when one was removed. */
  readonly address: string;
  /** The rooms that it waits for; `Houses` writes it. */
  readonly awaited: Set<string>;
  /** Whether it understands the frames about waiting; `Houses` writes it. */
  knocks: boolean;
  /** Sends a frame to it alone, in a room or not. */
  say(frame: Buffer): void;
}

/** How long whose connection broke may come back unasked, and settings outlive the last person. */
export const GRACE_MS = 60_000;
/** How long a denial stands, so that nobody knocks without end. */
const DENIED_MS = 10_000;
/** Connections that wait for one room. */
const MAX_WAITING = 100;

/** What hosts made of a room, and who has to wait for it. */
export class House {
  locked = false;
  waiting: boolean;
  cap: number | undefined;
  /** Whether those who wait were told that a host is there. */
  hosted = false;
  /** Ends the wait for somebody to come back. */
  cancel: (() => void) | undefined;
  readonly waiters = new Set<Person>();
  /** Members that are out without having said so. */
  readonly returning: Memory;
  readonly denied: Memory;
  readonly #removed: Memory;
  readonly #addresses: Memory;

  constructor(
    private readonly setting: WaitingRoom,
    private readonly inside: () => Iterable<Person>,
    clock: Clock,
  ) {
    this.waiting = setting !== 'off';
    this.returning = new Memory(clock, GRACE_MS);
    this.denied = new Memory(clock, DENIED_MS);
    this.#removed = new Memory(clock);
    this.#addresses = new Memory(clock);
  }

  /** Whether a host made anything of it that has to be kept. */
  get isMade(): boolean {
    const isSet = this.locked || this.cap !== undefined || this.waiting !== (this.setting !== 'off');
    return isSet || this.#removed.size > 0;
  }

  /** Whether it is as any room that nobody ever touched. */
  get isPlain(): boolean {
    return !this.isMade && this.waiters.size + this.returning.size + this.denied.size === 0;
  }

  /** People, however many connections each has. */
  get isFull(): boolean {
    if (this.cap === undefined) return false;
    return new Set([...this.inside()].map(({ userID }) => userID)).size >= this.cap;
  }

  get hasHost(): boolean {
    return [...this.inside()].some(({ role }) => role === 'host');
  }

  remove({ userID, guest, address }: Person): void {
    this.bar(userID);
    if (guest) this.#addresses.add(address);
  }

  bar(userID: string): void {
    this.#removed.add(userID);
    this.returning.forget(userID);
  }

  /** Why somebody may neither in nor wait. */
  refusal({ userID, role }: Person): Reason | undefined {
    if (this.#removed.has(userID)) return 'removed';
    if (role === 'host' || this.#isMember(userID)) return undefined;
    if (this.locked) return 'locked';
    if (this.denied.has(userID)) return 'denied';
    return this.isFull ? 'full' : undefined;
  }

  hasToWait({ userID, role, guest, address }: Person): boolean {
    if (role || this.#isMember(userID)) return false;
    if (guest && this.#addresses.has(address)) return true; // may be who was removed, by another name
    return this.waiting && (this.setting !== 'guests' || guest === true);
  }

  get hasPlaceToWait(): boolean {
    return this.waiters.size < MAX_WAITING;
  }

  #isMember(userID: string): boolean {
    return this.returning.has(userID) || [...this.inside()].some((each) => each.userID === userID);
  }
}
