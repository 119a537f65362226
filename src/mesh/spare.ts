import { LIMITS } from '../protocol/limits.js';
import type { Connection } from './connection.js';

/** Milliseconds after which a spare's candidates are not trusted: a NAT forgets a binding it sees no packets on. */
const MAX_AGE = 60_000;
/** Milliseconds of rest before the next one is warmed: first the pair that took the last one gets the machine. */
const REST = 1_000;

/** Milliseconds that a hello waits at most for its offers: said later, we would be taken for a deployed client. */
const SOON = 80;

const FEW_CORES = 2;
/** Milliseconds in which a server that is near has told who is there: the first pairs get the machine then. */
const NEAR = 40;
/** Milliseconds that an upgrade, or a frame there and back, takes at least where the server is far. */
const FAR = 60;

/** One that is kept, and since when it has gathered, ms of `performance.now()`; one that stands never has. */
interface Kept {
  readonly connection: Connection;
  since: number | undefined;
}

const isFresh = ({ since }: Kept): boolean => since === undefined || performance.now() - since <= MAX_AGE;
const isWarm = (kept: Kept): boolean => kept.connection.negotiation.isOffering && isFresh(kept);

/**
 * Connections, made and most often their candidates gathered before they are needed: one for the next offer to a peer of
 * ours, some while we come, for those who are there.
 */
export class Spare {
  #kept: Kept[] = [];
  /** How many there are to be; none once it is closed. */
  #wanted = 1;
  /** The offers of those that stood, on their way. */
  #soon: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `isBusy`: whether connections are on their way, which one more would hold up; `trip`: how long a frame takes there and back, ms. */
  constructor(
    private readonly make: () => Connection,
    private readonly isBusy: () => boolean,
    private readonly trip: () => number,
  ) {}

  /**
   * Makes some while we are on our way in, at once if the machine has cores to spare. On two cores one that nobody takes holds up
   * the others (measured at 4 people: 1.20 against 1.12 of a hand-written page's time): there only where the server is far.
   */
  anticipate(): void {
    this.#wanted = LIMITS.openOffers;
    if (this.#pause > 0) this.#rest(NEAR);
    else this.#warmOne();
  }

  /** Makes those that we may come with; they ask nobody for their addresses yet: neither a STUN nor a TURN server learns of them. */
  stand(): void {
    this.#wanted = this.#pause > 0 && this.trip() <= FAR ? 1 : LIMITS.openOffers;
    this.#standOne();
  }

  /** Whether there is one whose offer is ready to be sent. */
  get isWarm(): boolean {
    return this.#kept.some(isWarm);
  }

  /**
   * Warms those that stand, side by side (Chromium: three in 25 ms, one after the other in 50); resolves when their offers can be
   * sent, or that would take too long. `undefined` where none stands.
   */
  offerSoon(): Promise<void> | undefined {
    const standing = this.#kept.filter(({ since }) => since === undefined);
    if (standing.length === 0) return this.#soon;
    clearTimeout(this.#timer);
    this.#soon = new Promise((resolve) => {
      const timer = setTimeout(resolve, SOON);
      void Promise.all(standing.map((kept) => this.#warm(kept))).then(() => {
        clearTimeout(timer);
        resolve();
      });
    });
    return this.#soon;
  }

  /** Gives a warm one away, or else a fresh one, and warms another in a while. */
  take(): Connection {
    this.#drop((kept) => !isFresh(kept));
    const taken = this.#kept.find(isWarm) ?? this.#kept[0] ?? this.#add();
    if (taken.since === undefined) void taken.connection.negotiation.prepare();
    this.#kept = this.#kept.filter((kept) => kept !== taken);
    this.#soon = undefined;
    this.settle();
    this.#rest();
    return taken.connection;
  }

  /** We have come: one is enough, in a while. */
  settle(): void {
    this.#wanted = Math.min(this.#wanted, 1); // or none, once it is closed
    if (this.#kept.length > this.#wanted) this.#rest();
  }

  /** Makes them anew if their candidates are mDNS names (RFC draft mdns-ice-candidates): with a device open they need not be. */
  unhide(): void {
    const isHidden = ({ connection: { pc } }: Kept) => / [0-9a-f-]+\.local /u.test(pc.localDescription?.sdp ?? '');
    if (this.#kept.some(isHidden)) this.renew();
  }

  /** What they were made for has changed (servers, the network): the next ones are made anew. */
  renew(): void {
    const [first, ...others] = this.#kept;
    if (!first) return;
    this.#drop();
    if (first.since === undefined) this.stand();
    else {
      for (const _ of others) void this.#warm(this.#add());
      this.#warmOne();
    }
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#wanted = 0;
    this.#drop();
  }

  /** Milliseconds between one and the next. */
  get #pause(): number {
    return navigator.hardwareConcurrency > FEW_CORES ? 0 : NEAR;
  }

  #rest(ms = REST): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.isBusy()) this.#rest();
      else this.#warmOne();
    }, ms);
  }

  #standOne(): void {
    clearTimeout(this.#timer);
    if (this.#kept.length >= this.#wanted) return;
    this.#add();
    this.#timer = setTimeout(() => {
      this.#standOne();
    }); // Each in a task of its own.
  }

  /** Has one more gather, and once its offer is ready the next; those that were not taken with the others go. */
  #warmOne(): void {
    clearTimeout(this.#timer);
    for (const { connection } of this.#kept.splice(this.#wanted)) connection.close();
    const isStanding = ({ since }: Kept) => since === undefined;
    const next = this.#kept.find(isStanding) ?? (this.#kept.length < this.#wanted ? this.#add() : undefined);
    if (next)
      void this.#warm(next).then(() => {
        if (this.#kept.includes(next) && this.#kept.length < this.#wanted) this.#rest(this.#pause);
      });
  }

  #warm(kept: Kept): Promise<void> {
    kept.since = performance.now();
    void kept.connection.negotiation.prepare();
    return kept.connection.negotiation.gathered();
  }

  #add(): Kept {
    const connection = this.make();
    connection.openForOurs();
    const kept = { connection, since: undefined };
    this.#kept.push(kept);
    return kept;
  }

  #drop(isOver: (kept: Kept) => boolean = () => true): void {
    for (const { connection } of this.#kept.filter(isOver)) connection.close();
    this.#kept = this.#kept.filter((kept) => !isOver(kept));
  }
}
