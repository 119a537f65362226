import type { RoomWord } from '../protocol/extensions.js';
import type { User } from '../protocol/messages.js';
import { compareIds } from '../signaling/identity.js';

/** Milliseconds that somebody new may take to say hello, or the room to say who is ours; then it is a deployed client. */
const GRACE = 100;
/** Milliseconds without packets after which somebody who is no longer listed is gone. */
const SILENCE = 3_000;

interface Member {
  readonly name: string;
  session: string | undefined;
  isOurs: boolean;
  isListed: boolean;
  /** When packets were seen last, ms of `performance.now()`. */
  heardAt: number;
  /** Its connection was closed at the other end. */
  isClosed: boolean;
  grace: ReturnType<typeof setTimeout> | undefined;
}

export interface MembershipOptions {
  readonly selfId: string;
  readonly session: string;
  readonly maxPeers: () => number;
  readonly say: (word: RoomWord) => void;
  readonly onJoined: (others: number) => void;
  readonly onAdd: (user: User) => void;
  readonly onKind: (id: string, kind: 'ours' | 'deployed') => void;
  readonly onRemove: (id: string) => void;
  /** The room does not have us (any more). */
  readonly onEvicted: () => void;
  readonly isAlive: (id: string) => boolean;
}

/** Who is in the room, and which of them are ours: from snapshots that may lag, words, and the packets that flow. */
export class Membership {
  readonly #members = new Map<string, Member>();
  /** Sessions that said hello before they were listed, by user id. */
  readonly #greeted = new Map<string, string | undefined>();
  /** The last snapshot, but for ourselves. */
  #listed: ReadonlyMap<string, User> = new Map();
  /** Who said bye and is still listed, with the session that did. */
  readonly #departed = new Map<string, string | undefined>();
  #hasJoined = false;
  #isClosed = false;
  readonly #timer: ReturnType<typeof setInterval>;

  constructor(private readonly options: MembershipOptions) {
    this.#timer = setInterval(this.#sweep, 1000);
  }

  has(id: string): boolean {
    return this.#members.has(id);
  }

  /** The line came up again: the list begins anew, and we are not in it until it says so. */
  handleUp(): void {
    this.#hasJoined = false;
  }

  handleUsers(users: readonly User[]): void {
    const { selfId, onJoined, onEvicted } = this.options;
    const others = users.filter(({ id }) => id !== selfId);
    if (others.length === users.length) {
      if (this.#hasJoined) onEvicted();
      this.#hasJoined = false;
      return;
    }
    if (!this.#hasJoined) {
      this.#hasJoined = true;
      onJoined(others.length);
      if (this.#isClosed) return; // The room was full.
    }
    this.#listed = new Map(others.map((user) => [user.id, user]));
    for (const id of this.#departed.keys()) if (!this.#listed.has(id)) this.#departed.delete(id);
    for (const user of others) this.#list(user);
    for (const [id, member] of this.#members) member.isListed = this.#listed.has(id);
    this.#sweep();
  }

  handleWord(from: string, x: RoomWord): void {
    if (from === this.options.selfId) return;
    if (x.word === 'bye') this.#bye(from, x.session);
    else {
      this.#greet(from, x.session);
      if (x.word === 'hello') this.#answerHello(from);
      for (const id of x.ours ?? []) if (id !== this.options.selfId) this.#greet(id, undefined);
    }
  }

  /** The connection to `id` was closed at the other end. */
  handleClosed(id: string): void {
    const member = this.#members.get(id);
    if (!member) return;
    member.isClosed = true;
    this.#sweep();
  }

  close(): void {
    this.#isClosed = true;
    clearInterval(this.#timer);
    for (const { grace } of this.#members.values()) clearTimeout(grace);
    this.#members.clear();
  }

  #list(user: User): void {
    if (this.#members.has(user.id) || this.#departed.has(user.id)) return;
    if (this.#members.size >= this.options.maxPeers()) return; // It will find the room full, and leave.
    const isOurs = this.#greeted.has(user.id);
    const member: Member = {
      name: user.name,
      session: this.#greeted.get(user.id),
      isOurs,
      isListed: true,
      heardAt: performance.now(),
      isClosed: false,
      grace: undefined,
    };
    this.#greeted.delete(user.id);
    this.#members.set(user.id, member);
    this.options.onAdd(user);
    if (isOurs) this.options.onKind(user.id, 'ours');
    else {
      member.grace = setTimeout(() => {
        this.options.onKind(user.id, 'deployed');
      }, GRACE);
    }
  }

  #greet(id: string, session: string | undefined): void {
    if (session !== undefined && this.#departed.get(id) === session) return; // Said before its bye.
    if (session !== undefined) this.#departed.delete(id);
    const member = this.#members.get(id);
    if (!member) {
      if (this.#greeted.size < 1024) this.#greeted.set(id, session ?? this.#greeted.get(id));
      // Back after a bye, and the snapshot in between was lost: none need come that lists them anew.
      const user = this.#listed.get(id);
      if (user) this.#list(user);
      return;
    }
    if (session !== undefined && member.session !== undefined && member.session !== session) {
      this.#restart(id, member, session);
      return;
    }
    member.session ??= session;
    if (member.isOurs) return;
    member.isOurs = true;
    clearTimeout(member.grace);
    this.options.onKind(id, 'ours');
  }

  /** The same person with a new session: a page that was loaded again without a bye. */
  #restart(id: string, { name }: Member, session: string): void {
    this.#remove(id);
    this.#greeted.set(id, session);
    this.#list({ id, name });
  }

  /** Of those known as ours the one whose id sorts first tells the newcomer who is. */
  #answerHello(newcomer: string): void {
    const ours = [...this.#members].flatMap(([id, member]) => (member.isOurs && id !== newcomer ? [id] : []));
    const { selfId, session, say } = this.options;
    if (ours.some((id) => compareIds(id, selfId) < 0)) return;
    say({ word: 'roster', session, ours: [selfId, ...ours, newcomer] });
  }

  #bye(id: string, session: string): void {
    const member = this.#members.get(id);
    const current = member ? member.session : this.#greeted.get(id);
    if (current !== undefined && current !== session) return; // Of an earlier session: they are back already.
    this.#greeted.delete(id);
    this.#departed.set(id, session);
    if (member) this.#remove(id);
  }

  #remove(id: string): void {
    clearTimeout(this.#members.get(id)?.grace);
    this.#members.delete(id);
    this.options.onRemove(id);
  }

  /** Absence from the list ends somebody only when their connection ended too, or has gone silent. */
  readonly #sweep = (): void => {
    const now = performance.now();
    for (const [id, member] of this.#members) {
      if (this.options.isAlive(id)) {
        member.heardAt = now;
        // A connection that carries packets again replaced the one that was closed.
        if (member.isListed) member.isClosed = false;
      }
      if (!member.isListed && (member.isClosed || now - member.heardAt >= SILENCE)) this.#remove(id);
    }
  };
}
