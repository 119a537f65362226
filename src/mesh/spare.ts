import type { Connection } from './connection.js';

/** Milliseconds after which a spare's candidates are not trusted: a NAT forgets a binding it sees no packets on. */
const MAX_AGE = 60_000;
/** Milliseconds of rest before the next one is warmed: first the pair that took the last one gets the machine. */
const REST = 1_000;

/** Milliseconds that a hello waits at most for its offer: said later, we would be taken for a deployed client. */
const SOON = 80;

const FEW_CORES = 2;
/** Milliseconds in which a server that is near has told who is there: the first pairs get the machine then. */
const NEAR = 40;

/** One connection, made and its candidates gathered before it is needed: for the next offer to a peer of ours. */
export class Spare {
  #connection: Connection | undefined;
  /** Its offer, once its addresses are asked for. */
  #offering: Promise<void> | undefined;
  #warmedAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `isBusy`: whether connections are on their way, which one more would hold up. */
  constructor(
    private readonly make: () => Connection,
    private readonly isBusy: () => boolean,
  ) {}

  /**
   * Makes one while we are on our way in, at once if the machine has cores to spare. On two cores one that nobody takes holds up
   * the others (measured at 4 people: 1.20 against 1.12 of a hand-written page's time): there only where the server is far.
   */
  anticipate(): void {
    if (navigator.hardwareConcurrency > FEW_CORES) this.warm();
    else this.#rest(NEAR);
  }

  /** Makes one that asks nobody for its addresses yet: neither a STUN nor a TURN server learns of it. */
  stand(): void {
    this.#connection ??= this.#make();
  }

  /** Makes one, if there is none, and has it gather. */
  warm(): void {
    clearTimeout(this.#timer);
    if (this.#offering) return;
    this.#connection ??= this.#make();
    this.#offering = this.#connection.negotiation.prepare();
    this.#warmedAt = performance.now();
  }

  /** Whether there is one whose offer is ready to be sent. */
  get isWarm(): boolean {
    return this.#connection?.negotiation.isOffering === true && performance.now() - this.#warmedAt <= MAX_AGE;
  }

  /** Warms one that stands; resolves when its offer can be sent, or that would take too long. `undefined` where none stands. */
  offerSoon(): Promise<void> | undefined {
    const connection = this.#connection;
    if (!connection || this.#offering) return undefined;
    this.warm();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, SOON);
      void connection.negotiation.gathered().then(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  /** Gives the warm one away, or else a fresh one, and warms another in a while. */
  take(): Connection {
    if (this.#offering && performance.now() - this.#warmedAt > MAX_AGE) this.#drop();
    const connection = this.#connection ?? this.#make();
    if (!this.#offering) void connection.negotiation.prepare();
    this.#connection = this.#offering = undefined;
    this.#rest();
    return connection;
  }

  /** Makes it anew if its candidates are mDNS names (RFC draft mdns-ice-candidates): with a device open they need not be. */
  unhide(): void {
    if (/ [0-9a-f-]+\.local /u.test(this.#connection?.pc.localDescription?.sdp ?? '')) this.renew();
  }

  /** What it was made for has changed (servers, the network): the next one is made anew. */
  renew(): void {
    if (!this.#connection) return;
    const wasWarm = this.#offering !== undefined;
    this.#drop();
    if (wasWarm) this.warm();
    else this.stand();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#drop();
  }

  #rest(ms = REST): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.isBusy()) this.#rest();
      else this.warm();
    }, ms);
  }

  #make(): Connection {
    const connection = this.make();
    connection.openForOurs();
    return connection;
  }

  #drop(): void {
    this.#connection?.close();
    this.#connection = this.#offering = undefined;
  }
}
