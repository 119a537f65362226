import { isEarlierConnection, type PairWord } from '../protocol/extensions.js';
import type { Signal } from '../protocol/messages.js';
import type { Time } from '../signaling/time.js';
import type { Connection } from './connection.js';
import { originOf } from './sdp.js';
import { Quota } from './quota.js';

type Offer = Extract<Signal, { type: 'webrtc.offer' }>;

/** Milliseconds that a new connection may take to show a picture before the one that it replaces goes all the same. */
const PICTURE = 2_000;
/** Milliseconds in which packets know better than a connection that says it is not up. */
const HEARD = 2_000;

/**
 * The connections of one pair. There is one, the current; while it replaces another that was connected, that one stays
 * open and shown, so that a picture freezes and does not vanish.
 */
export class Succession {
  #current: Connection | undefined;
  #shown: Connection | undefined;
  #currentId = '';
  /** When the current one was found to be up, ms of the clock. */
  #upSince: number | undefined;
  readonly #quota = new Quota();
  /** Ids, at the other end, of connections that are over: what comes for them comes late. */
  readonly #retired = new Set<string>();

  get current(): Connection | undefined {
    return this.#current;
  }

  /** The one whose media are shown: the current one, or the one that it replaces. */
  get shown(): Connection | undefined {
    return this.#shown ?? this.#current;
  }

  /** `nextId` gives an id that no other connection has, of this pair or of one before it with the same person. */
  constructor(
    private readonly nextId: () => string,
    private readonly time: Time,
  ) {}

  /** Id of the current one. */
  get currentId(): string {
    return this.#currentId;
  }

  /**
   * What to do with an offer: `take` it on the current connection, on one made `anew`, let it go, or let them `wait`, for of two
   * first offers that crossed ours goes first.
   */
  judge({ sdp, x }: Pick<Offer, 'sdp' | 'x'>, isPolite: boolean): 'take' | 'anew' | 'wait' | 'leave' {
    const from = x?.from ?? originOf(sdp);
    const known = this.#current?.negotiation.remoteId;
    if (this.#retired.has(from)) return 'leave';
    // Sent before they could know that we took the one of their hello.
    if (known !== undefined && x?.unless?.includes(known)) return 'leave';
    if (this.#answers(from, x?.to)) return 'take';
    if (known !== undefined && isEarlierConnection(from, known)) return 'leave';
    if (this.#current && known === undefined && !isPolite) return 'wait';
    return this.admitsAnother() ? 'anew' : 'leave';
  }

  /** Whether an offer belongs to the current one, and is not the first of a new connection at the other end. */
  #answers(from: string, to: string | undefined): boolean {
    const negotiation = this.#current?.negotiation;
    if (!negotiation || (to !== undefined && to !== this.currentId)) return false;
    // Nothing was exchanged yet: ours was an offer too, and its lines would not match theirs.
    return negotiation.remoteId === undefined ? !negotiation.isOffering : negotiation.remoteId === from;
  }

  /** Whether an answer or candidates are for the current one; without a word of ours it is not told. */
  isMeant(x: PairWord | undefined): boolean {
    const known = this.#current?.negotiation.remoteId;
    return !x || ((x.to === undefined || x.to === this.currentId) && (known === undefined || known === x.from));
  }

  /** Whether there may be a new connection, whoever wants it. */
  admitsAnother(): boolean {
    return this.#quota.admits(this.time.now());
  }

  /** The pair does well: what it took to get there counts no more. */
  forgive(): void {
    this.#quota.forget();
  }

  /** Takes a new one. The last one stays if it was ever shown; if not, nobody misses it. */
  succeed(connection: Connection, id = this.nextId()): void {
    if (this.#current && this.#current !== this.#shown) this.#end(this.#current);
    else this.#noteRetired(this.#current);
    this.#quota.note(this.time.now());
    this.#currentId = id;
    this.#current = connection;
    this.#upSince = undefined;
  }

  /** The current one, and the one that it replaces. */
  get open(): Connection[] {
    return [...new Set([this.#current, this.#shown])].filter((one) => one !== undefined);
  }

  /** A path through a relay is made anew with other servers, before the old one's time is up. */
  reconfigure(configuration: RTCConfiguration, isInCharge: boolean): void {
    for (const connection of this.open) {
      if (connection.isClosed) continue; // it throws on those, and they are replaced
      connection.pc.setConfiguration(configuration);
      if (connection.care?.meter.flow?.path === 'relay') connection.renewPath(isInCharge);
    }
  }

  /** Whether one is up, or says that it is not while packets come in; the last at `heardAt`, as far as somebody counts. */
  isUp(heardAt = Number.NEGATIVE_INFINITY): boolean {
    const isHeard = this.time.now() - heardAt < HEARD;
    return this.open.some(({ pc: { connectionState: state } }) => {
      return state === 'connected' || (state === 'disconnected' && isHeard);
    });
  }

  /** Shows the current one as soon as it is up and has the picture that is sent; what it replaces goes. */
  settle(sendsPicture: boolean): void {
    const current = this.#current;
    if (!current || this.#shown === current || current.pc.connectionState !== 'connected') return;
    this.#upSince ??= this.time.now();
    const isBlind = sendsPicture && current.lines.received('camera')?.muted !== false;
    if (this.#shown && isBlind && this.time.now() - this.#upSince < PICTURE) return;
    this.#end(this.#shown);
    this.#shown = current;
  }

  close(): void {
    this.#end(this.#current);
    if (this.#shown !== this.#current) this.#end(this.#shown);
    this.#current = undefined;
    this.#shown = undefined;
  }

  #end(connection: Connection | undefined): void {
    this.#noteRetired(connection);
    connection?.close();
  }

  #noteRetired(connection: Connection | undefined): void {
    const remoteId = connection?.negotiation.remoteId;
    if (remoteId !== undefined && this.#retired.size < 256) this.#retired.add(remoteId);
  }
}
