import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { ByteBudget } from './byte-budget.js';
import type { Clock } from './clock.js';
import type { DropReason, EndReason, ServerEvent } from './events.js';
import type { Person } from './house/house.js';
import type { Houses } from './house/houses.js';
import {
  BUSY,
  SYSTEM,
  encodeFrame,
  encodeRelayed,
  errorFrame,
  judge,
  parseFrame,
  refusal,
  type Frame,
} from './messages.js';
import { Outbox } from './outbox.js';
import { TokenBucket } from './rate-limit.js';
import type { Rooms } from './rooms.js';
import type { Identity, Pass, Role } from './tokens.js';

// All of these are protocol.md's, "Limits that shape a mesh".
const INBOUND = { perSecond: 40, burst: 60 };
const MAX_FLOOD_DROPS = 6;
const MAX_PROTOCOL_ERRORS = 10;
const PING_MS = 54_000;
const PONG_DEADLINE_MS = 60_000;
/**
 * A run of drops ends when the bucket has this much again. One accepted frame does not end it: a sender of 45/s, of whose
 * frames one in nine is dropped, is measured to be closed after 13 s (12 s to empty the bucket, then 6 drops at 5/s).
 */
const FLOOD_OVER_TOKENS = 10;

const DAY_MS = 86_400_000;
/** Who has this much to read first gets no answer to a ping. */
const MAX_BYTES_BEFORE_PONG = 65_536;

/** Ends that nobody meant: who comes back after one is who they were. */
const BREAKS: ReadonlySet<EndReason> = new Set<EndReason>(['broken', 'silent', 'stalled', 'token-ended']);

export interface ConnectionContext {
  readonly rooms: Rooms<Person>;
  /** Only with host tools. */
  readonly houses?: Houses | undefined;
  readonly clock: Clock;
  readonly budget: ByteBudget;
  /** While true, frames are answered `Server busy` and go nowhere. */
  isBusy(): boolean;
  /** Whether a socket ends with its token. */
  readonly endsWithToken: boolean;
  tell(event: ServerEvent): void;
  /** Hears every frame that was let through, before it is acted on. */
  onFrame(frame: Frame, from: Identity): void;
}

/** One socket, from its upgrade to its end. */
export class Connection implements Person {
  readonly userID: string;
  readonly username: string;
  readonly guest?: true;
  readonly role?: Role;
  readonly rooms = new Set<string>();
  readonly awaited = new Set<string>();
  knocks = false;
  readonly #inbound: TokenBucket;
  readonly #outbox: Outbox;
  #floodDrops = 0;
  #protocolErrors = 0;
  #ended = false;
  #isPongDue = false;
  /** Frames behind a join that other nodes are asked about. */
  #held: Frame[] | undefined;
  #closedAs: EndReason | undefined;
  #cancelPing: () => void;
  #cancelDeadline: () => void;
  #cancelTokenEnd: (() => void) | undefined;

  constructor(
    private readonly socket: WebSocket,
    private readonly pass: Pass,
    private readonly context: ConnectionContext,
    private readonly onEnd: (connection: Connection, reason: EndReason) => void,
    readonly address: string,
  ) {
    this.userID = pass.userID;
    this.username = pass.username;
    if (pass.guest) this.guest = true;
    if (pass.role && context.houses) this.role = pass.role;
    this.#inbound = new TokenBucket(INBOUND, context.clock);
    this.#outbox = new Outbox((frame, done) => socket.send(frame, { binary: true }, done), context.clock, {
      budget: context.budget,
      onStall: () => this.terminate('stalled'),
      onDrop: () => context.tell({ kind: 'drop', reason: 'queue' }),
    });
    this.#cancelPing = context.clock.after(PING_MS, this.#ping);
    this.#cancelDeadline = context.clock.after(PONG_DEADLINE_MS, this.#handleSilence);
    if (context.endsWithToken) this.#waitForEnd();
    // One Buffer a message: that is what `binaryType` is until it is set.
    socket.on('message', (data) => this.#handleMessage(data as Buffer));
    socket.on('ping', this.#handlePing);
    socket.on('pong', this.#handlePong);
    socket.on('close', (code) => this.#end(code === 1006 ? 'broken' : 'left'));
    // `ws` answers a bad frame itself (1002, 1007, 1009) and then closes; here it only must not go unheard.
    socket.on('error', () => this.#end('invalid-frame'));
  }

  say(frame: Buffer): void {
    if (!this.#ended) this.#outbox.direct(frame);
  }

  get isGone(): boolean {
    return this.#ended;
  }

  deliver(frame: Buffer, room: string): boolean {
    return this.#outbox.relay(frame, room);
  }

  /** Tells the other end to come back elsewhere. */
  shutDown(): void {
    this.#closeAs('shutdown', 1001, 'Server shutting down');
  }

  #closeAs(reason: EndReason, code: number, words: string): void {
    this.#closedAs = reason;
    this.socket.close(code, words);
  }

  /** Without a close frame: the other end sees 1006. */
  terminate(reason: EndReason): void {
    this.#end(reason);
    this.socket.terminate();
  }

  readonly #handleSilence = (): void => this.terminate('silent');

  #end(reason: EndReason): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#cancelPing();
    this.#cancelDeadline();
    this.#cancelTokenEnd?.();
    this.#outbox.close();
    this.context.houses?.leaveAll(this, BREAKS.has(this.#closedAs ?? reason));
    this.context.rooms.leaveAll(this);
    this.onEnd(this, this.#closedAs ?? reason);
  }

  /** A day at a time: Node's timers hold 24 days and run at once for what is longer. */
  #waitForEnd(): void {
    const left = this.pass.endsAt - this.context.clock.now();
    if (left <= 0) {
      this.#end('token-ended'); // not once they answer the close: till then they would hear the room
      return this.socket.close(1008, 'Token expired');
    }
    this.#cancelTokenEnd = this.context.clock.after(Math.min(left, DAY_MS), () => this.#waitForEnd());
  }

  readonly #ping = (): void => {
    this.#isPongDue = true;
    if (this.socket.readyState === this.socket.OPEN) this.socket.ping();
    this.#cancelPing = this.context.clock.after(PING_MS, this.#ping);
  };

  /** `ws` would answer each, also to who reads none of the answers. No browser pings; who does is held to the pace of frames. */
  readonly #handlePing = (data: Buffer): void => {
    if (this.#ended) return;
    if (!this.#inbound.take()) return this.#handleFlood();
    if (this.socket.bufferedAmount <= MAX_BYTES_BEFORE_PONG) this.socket.pong(data);
  };

  /** One answers each ping; those that nobody asked for are held to the pace of frames. */
  readonly #handlePong = (): void => {
    if (this.#ended) return;
    if (!this.#isPongDue && !this.#inbound.take()) return this.#handleFlood();
    this.#isPongDue = false;
    this.#cancelDeadline();
    this.#cancelDeadline = this.context.clock.after(PONG_DEADLINE_MS, this.#handleSilence);
  };

  readonly #handleMessage = (data: Buffer): void => {
    if (this.#ended) return; // what stood behind the frame that ended us
    if (!this.#inbound.take()) return this.#handleFlood();
    if (this.#inbound.available >= FLOOD_OVER_TOKENS) this.#floodDrops = 0;
    const frame = parseFrame(data.toString());
    if (!frame) return this.terminate('malformed');
    if (this.context.isBusy()) return this.#refuse('busy', BUSY);
    this.#act(frame);
  };

  #handleFlood(): void {
    this.#floodDrops += 1;
    if (this.#floodDrops >= MAX_FLOOD_DROPS) this.terminate('flood');
    else this.#refuse('rate', 'Rate limit exceeded');
  }

  #act(frame: Frame): void {
    if (this.#held) {
      this.#held.push(frame); // no more than one reading of the socket brings, for it is paused
      return;
    }
    const verdict = judge(frame, this.context.houses !== undefined);
    if (verdict.kind === 'error') return this.#handleProtocolError('error', verdict.error);
    this.context.tell({ kind: 'frame', type: frame.type });
    this.context.onFrame(frame, this);
    if (verdict.kind === 'join') return this.#join(verdict.room, frame.data);
    if (verdict.kind === 'host') {
      const refused = this.context.houses?.act(verdict.room, this, verdict.act);
      return refused === undefined ? undefined : this.#refuse('room', refused);
    }
    if (verdict.kind === 'leave') return (this.context.houses ?? this.context.rooms).leave(verdict.room, this);
    if (verdict.kind === 'room-id') {
      const data = { roomID: randomUUID() };
      return this.#outbox.direct(encodeFrame({ type: frame.type, data, from: SYSTEM }));
    }
    this.#relay(frame.type, verdict.room, verdict.data);
  }

  #join(room: string, data: unknown): void {
    const isAllowed = this.pass.rooms?.has(room) ?? true;
    const { houses, rooms } = this.context;
    const join = () => (houses ? houses.join(room, this, data) : rooms.join(room, this));
    const refused = isAllowed ? join() : "You can't send messages to this room";
    if (refused instanceof Promise) this.#holdUntil(refused);
    else if (refused !== undefined) this.#refuse('room', refused);
  }

  #holdUntil(answer: Promise<string | undefined>): void {
    this.#held = [];
    this.socket.pause();
    void answer.then((refused) => {
      const held = this.#held ?? [];
      this.#held = undefined;
      this.socket.resume();
      if (this.#ended) return;
      if (refused !== undefined) this.#refuse(refused === BUSY ? 'busy' : 'room', refused);
      for (const frame of held) if (!this.isGone) this.#act(frame);
    });
  }

  #relay(type: string, room: string, data: object): void {
    if (!this.context.rooms.has(room, this)) return this.#refuse('room', refusal(type));
    let bytes: Buffer | undefined;
    try {
      bytes = encodeRelayed({ type, room, data, from: this.userID });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return this.terminate('malformed'); // nested too deep to be written again: as good as broken JSON
    }
    if (bytes) this.context.rooms.relay(room, bytes, this.#handleLoss);
    else this.#handleProtocolError('size', 'Message is too long');
  }

  readonly #handleLoss = (): void => {
    if (!this.#ended) this.#refuse('nodes', BUSY);
  };

  #handleProtocolError(reason: DropReason, error: string): void {
    this.#protocolErrors += 1;
    if (this.#protocolErrors >= MAX_PROTOCOL_ERRORS) this.terminate('errors');
    else this.#refuse(reason, error);
  }

  #refuse(reason: DropReason, error: string): void {
    this.context.tell({ kind: 'drop', reason });
    this.#outbox.direct(errorFrame(error));
  }
}
