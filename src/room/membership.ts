import type { OpenOffer, RoomWord } from '../protocol/extensions.js';
import type { User } from '../protocol/messages.js';
import { compareIds } from '../signaling/identity.js';
import { Crowd } from './crowd.js';
import { Greeting } from './greeting.js';
import { answerHello, type Household, isAtHome, rankFor } from './hello.js';
import { hasGone, hasSaidBye, holdsBye, type Member, newMember, noteClosed, successorOf } from './member.js';
import type { MembershipOptions } from './membership-options.js';
import { VanishWatch } from './vanish-watch.js';

/** Milliseconds that somebody new may take to say hello, or the room to say who is ours; then it is a deployed client. */
const GRACE = 100;
/** Milliseconds behind the word that they are ours in which somebody's answer to an offer of our hello comes in. */
const ANSWER = 150;

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
  #hasEverJoined = false;
  /** When the room took us in last, ms of the clock. */
  #joinedAt = Number.POSITIVE_INFINITY;
  #crowd: Crowd | undefined;
  readonly #selfId: string;
  #isClosed = false;
  readonly #timer: ReturnType<typeof setInterval>;
  readonly #greeting: Greeting;
  readonly #vanish: VanishWatch;

  constructor(private readonly options: MembershipOptions) {
    const greeting = {
      say: () => {
        options.say({ word: 'hello', session: options.session });
      },
      isOwed: () => this.#hasJoined && [...this.#members.values()].some(({ isOurs }) => !isOurs),
    };
    this.#greeting = new Greeting(greeting, options.time);
    this.#vanish = new VanishWatch(
      options.heardAt,
      (id) => {
        this.#remove(id);
      },
      options.time,
    );
    this.#selfId = options.selfId;
    this.#timer = setInterval(this.#sweep, 1000);
  }

  /** Whether no list has named us since we set out. */
  get isNew(): boolean {
    return !this.#hasEverJoined;
  }

  /** Of which session somebody said themselves that they are. */
  sessionOf(id: string): string | undefined {
    return this.#members.get(id)?.session;
  }

  /** To which session of somebody a connection leads: another one that says it is them has to wait until this one is over. */
  noteSession(id: string, session: string): void {
    const member = this.#members.get(id);
    if (member) member.session ??= session;
  }

  has(id: string): boolean {
    return this.#members.has(id);
  }

  /** Whether the room has us, as far as we know, and somebody in it whom no list named: one was lost. */
  isStranger(id: string): boolean {
    return this.#hasJoined && id !== this.#selfId && !this.#listed.has(id);
  }

  /** Whether a session speaks for somebody: not while another one of theirs has packets coming in. */
  accepts(id: string, session: string): boolean {
    return this.#members.get(id)?.claim?.session !== session;
  }

  /** The line came up again: the list begins anew, and we are not in it until it says so. */
  handleUp(): void {
    this.#vanish.clear();
    this.#hasJoined = false;
  }

  /** Takes in a list; whether we stand in it. */
  handleUsers(users: readonly User[]): boolean {
    const others = users.filter(({ id }) => id !== this.#selfId);
    if (others.length === users.length) {
      if (this.#hasJoined) this.options.onEvicted();
      this.#hasJoined = false;
      return false;
    }
    if (this.#hasJoined) this.#take(others);
    else if (this.#hasEverJoined) this.#join(others);
    else if (this.#crowd) this.#crowd.handleUsers(others);
    else if (others.length <= this.options.maxPeers()) this.#join(others);
    else this.#queue(others);
    return true;
  }

  /** The room is too full: whoever of those who find it so has a low id may stay. */
  #queue(others: readonly User[]): void {
    const { maxPeers, session, say, onFull, time } = this.options;
    this.#crowd = new Crowd(this.#selfId, {
      time,
      maxPeers,
      say: () => {
        say({ word: 'waiting', session });
      },
      onStay: (rest) => {
        this.#crowd = undefined;
        this.#join(rest);
      },
      onLeave: onFull,
    });
    this.#crowd.handleUsers(others);
  }

  #join(others: readonly User[]): void {
    this.#hasJoined = this.#hasEverJoined = true;
    this.#joinedAt = this.options.time.now();
    this.options.onJoined(others.length);
    if (!this.#isClosed) this.#take(others, false);
  }

  /** `isSameLine`: whether the list before came on this line too. After a break a deployed client does not come back to it. */
  #take(others: readonly User[], isSameLine = true): void {
    this.#listed = new Map(others.map((user) => [user.id, user]));
    for (const id of this.#departed.keys()) if (!this.#listed.has(id)) this.#departed.delete(id);
    for (const [id, member] of this.#members) {
      const isListed = this.#listed.has(id);
      if (isListed) this.#vanish.forget(id);
      else if (member.isListed) {
        member.unlistedAt = this.options.time.now();
        if (isSameLine && !member.isOurs && member.heardAt !== undefined) this.#vanish.watch(id);
      }
      member.isListed = isListed;
    }
    this.#sweep();
  }

  handleWord(from: string, x: RoomWord): void {
    if (from === this.#selfId || this.options.isBarred(from)) return;
    if (x.word === 'bye') this.#bye(from, x.session);
    else {
      if (x.word === 'waiting') this.#crowd?.handleWaiting(from);
      const isHello = x.word === 'hello';
      // Before it is known who they are, for then whoever has to would make an offer.
      const offer = x.offers && this.#offerIn(x.offers, from, x.session);
      if (offer) this.options.onOffer(from, offer);
      if (x.takes !== undefined) this.options.onTaken(from, x.takes);
      this.#greet(from, x.session);
      const household = this.#household;
      this.options.onWord(from, isHello && isAtHome(household, household));
      const answer = isHello && answerHello(household, from, offer?.x.from);
      if (answer) this.options.say(answer);
      const ours = [...new Set(x.ours)].filter((id) => id !== this.#selfId).sort(compareIds);
      for (const [rank, id] of ours.entries()) this.#greet(id, undefined, this.options.isOffered(rank));
    }
  }

  /** The connection to `id` was closed at the other end. */
  handleClosed(id: string): void {
    const member = this.#members.get(id);
    if (!member) return;
    noteClosed(member, this.options.time.now());
    this.#sweep();
  }

  /** Takes somebody out who was cut off. */
  bar(id: string): void {
    if (this.#members.has(id)) this.#remove(id);
  }

  close(): void {
    this.#isClosed = true;
    this.#crowd?.close();
    this.#greeting.stop();
    this.#vanish.clear();
    clearInterval(this.#timer);
    for (const { grace } of this.#members.values()) grace?.();
    this.#members.clear();
  }

  #list(user: User): void {
    if (this.#members.has(user.id) || this.#departed.has(user.id) || this.options.isBarred(user.id)) return;
    if (this.#members.size >= this.options.maxPeers()) return; // It will find the room full, and leave.
    const isOurs = this.#greeted.has(user.id);
    const member = newMember(user.name, this.#greeted.get(user.id), isOurs, this.options.time.now());
    this.#greeted.delete(user.id);
    this.#members.set(user.id, member);
    this.options.onAdd(user);
    if (isOurs) this.options.onKind(user.id, 'ours');
    else {
      member.grace = this.options.time.after(GRACE, () => {
        this.options.onKind(user.id, 'deployed');
      });
      this.#greeting.begin();
    }
  }

  /** `isAwaited`: whether their answer to an offer of ours may be on its way, which one more would cross. */
  #greet(id: string, session: string | undefined, isAwaited = false): void {
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
      if (member.isClosed || !this.options.isAlive(id)) this.#restart(id, member, session);
      else if (member.claim?.session !== session) member.claim = { session, at: this.options.time.now() };
      return;
    }
    member.session ??= session;
    if (session !== undefined) member.claim = member.byeAt = undefined; // They answered for it.
    if (member.isOurs) return;
    member.isOurs = true;
    member.grace?.();
    const settle = () => {
      this.options.onKind(id, 'ours');
    };
    if (isAwaited) member.grace = this.options.time.after(ANSWER, settle);
    else settle();
  }

  /** The same person with a new session: a page that was loaded again without a bye. */
  #restart(id: string, { name }: Member, session: string): void {
    this.#remove(id);
    this.#greeted.set(id, session);
    this.#list(this.#listed.get(id) ?? { id, name });
  }

  get #household(): Household {
    const { session, maxPeers, time } = this.options;
    const [now, since] = [time.now(), this.#joinedAt];
    return { selfId: this.#selfId, session, members: this.#members, maxPeers: maxPeers(), now, since };
  }

  #offerIn(offers: readonly OpenOffer[], from: string, session: string): OpenOffer | undefined {
    const mayTake = this.#hasJoined && !this.options.hasConnection(from);
    return mayTake ? offers[rankFor(this.#household, from, session) ?? -1] : undefined;
  }

  #bye(id: string, session: string): void {
    const member = this.#members.get(id);
    if (member?.claim?.session === session) member.claim = undefined;
    const current = member ? member.session : this.#greeted.get(id);
    if (current !== undefined && current !== session) return; // Of an earlier session: they are back already.
    // A server can forge it: whoever leaves ends their connection too, which says so within milliseconds or falls silent.
    const { isVerified, isAlive, time } = this.options;
    if (member && isVerified(id) && isAlive(id) && holdsBye(member, time.now())) return;
    this.#greeted.delete(id);
    this.#departed.set(id, session);
    if (member) this.#remove(id);
  }

  #remove(id: string): void {
    this.#members.get(id)?.grace?.();
    this.#members.delete(id);
    this.#vanish.forget(id);
    this.options.onRemove(id);
  }

  /** Absence from the list ends somebody only when their connection ended too, or has gone silent. */
  readonly #sweep = (): void => {
    const now = this.options.time.now();
    for (const [id, member] of this.#members) {
      const isAlive = this.options.isAlive(id);
      const isOver = member.isClosed || !isAlive;
      const next = successorOf(member, isOver, this.options.isVerified(id), now);
      if (next !== undefined) {
        this.#restart(id, member, next);
        continue;
      }
      const hasLeft = isOver && hasSaidBye(member, now);
      if (hasLeft) this.#departed.set(id, member.session);
      if (isAlive) {
        member.heardAt = now;
        // A connection that carries packets again replaced the one that was closed.
        if (member.isListed) member.isClosed = false;
      }
      if (hasLeft || (!member.isListed && (member.isClosed || hasGone(member, now)))) this.#remove(id);
    }
    // Also those for whom there was no place before somebody went. The highest ids are those who will leave.
    for (const user of [...this.#listed.values()].sort((a, b) => compareIds(a.id, b.id))) this.#list(user);
  };
}
