import { MeetError } from '../errors.js';
import { createBlackTrack } from '../media/black-track.js';
import type { VideoBudget } from '../mesh/budget.js';
import { Mesh } from '../mesh/mesh.js';
import type { RoomWord } from '../protocol/extensions.js';
import { isSignal, type ServerMessage, type User } from '../protocol/messages.js';
import type { PeerState } from '../protocol/peer-state.js';
import { joinFrame, leaveFrame, roomWordFrame, signalFrame } from '../protocol/serialize.js';
import type { Channel, ChannelHandlers } from '../signaling/channel.js';
import { compareIds } from '../signaling/identity.js';
import { PRIORITY } from '../signaling/send-queue.js';
import { Membership } from './membership.js';
import { PeerBook, type PeerBookHandlers } from './peer-book.js';

/** Milliseconds until `chat.join` is sent again: it, or the list that answers it, may be lost. */
const JOIN_AGAIN = 2_000;

export interface SessionOptions extends PeerBookHandlers {
  /** The room on the wire. */
  readonly room: string;
  readonly selfId: string;
  readonly maxPeers: () => number;
  readonly fileChannelLabel: string;
  readonly configuration: () => RTCConfiguration;
  /** The same with fresh ICE servers, as far as there are any. Never rejects. */
  readonly freshConfiguration: () => Promise<RTCConfiguration>;
  readonly ownState: () => PeerState;
  /** What the camera may cost for each peer, once the room has come to rest. */
  readonly onBudget: (budget: VideoBudget) => void;
  readonly channel: (handlers: ChannelHandlers) => Channel;
  /** The room has taken us in: the first time, or again. */
  readonly onJoined: () => void;
  /** The server is out of reach; media goes on. */
  readonly onDown: () => void;
  readonly onError: (error: MeetError) => void;
  /** The room ends us. */
  readonly onEnded: (error: MeetError) => void;
}

const PRIORITIES = {
  'webrtc.offer': PRIORITY.offer,
  'webrtc.answer': PRIORITY.answer,
  'webrtc.iceCandidate': PRIORITY.candidate,
} as const;

/** One join, from the socket to the last connection: joins signaling, membership and mesh. */
export class Session {
  readonly id = crypto.randomUUID().slice(0, 13);
  /** Ends with the session. */
  get life(): AbortSignal {
    return this.#life.signal;
  }
  readonly mesh: Mesh;
  readonly #life = new AbortController();
  readonly #channel: Channel;
  readonly #membership: Membership;
  readonly #book: PeerBook;
  #black: ReturnType<typeof createBlackTrack> | undefined;
  #joinTimer: ReturnType<typeof setInterval> | undefined;
  #hasEverJoined = false;

  constructor(private readonly options: SessionOptions) {
    this.#book = new PeerBook(options);
    this.mesh = new Mesh({
      session: this.id,
      fileChannelLabel: options.fileChannelLabel,
      configuration: options.configuration,
      freshConfiguration: options.freshConfiguration,
      ownState: options.ownState,
      onBudget: options.onBudget,
      black: () => (this.#black ??= createBlackTrack()).track,
      send: (to, signal) => {
        // A signal that is sent again takes the place of the one that still waits.
        const key = `${signal.type} ${to} ${String(signal.x?.n)} ${String(signal.x?.ack)} ${signal.type === 'webrtc.iceCandidate' ? (signal.candidate.candidate ?? '') : ''}`;
        this.#channel.send(signalFrame(options.room, to, signal), PRIORITIES[signal.type], key);
      },
      onChange: (id) => {
        const link = this.mesh.link(id);
        if (link) this.#book.update(id, link);
      },
      onClosed: (id) => {
        this.#membership.handleClosed(id);
      },
      onError: options.onError,
    });
    this.#membership = new Membership({
      selfId: options.selfId,
      session: this.id,
      maxPeers: options.maxPeers,
      say: (word) => {
        this.#say(word);
      },
      onJoined: (others) => {
        this.#handleJoined(others);
      },
      onAdd: (user) => {
        this.#handleAdd(user);
      },
      onKind: (id, kind) => this.mesh.get(id)?.settleKind(kind),
      onRemove: (id) => {
        this.mesh.remove(id);
        this.#book.remove(id);
      },
      onEvicted: () => {
        this.#join();
      },
      isAlive: (id) => this.mesh.get(id)?.isAlive ?? false,
    });
    this.#channel = options.channel({
      onUp: () => {
        this.#membership.handleUp();
        this.#join();
      },
      onDown: () => {
        clearInterval(this.#joinTimer);
        options.onDown();
      },
      onMessage: (message) => {
        this.#handleMessage(message);
      },
      onRefused: options.onError,
      ping: () => {
        this.#say({ word: 'ping', session: this.id });
      },
    });
  }

  /** Connects; the room answers by `onJoined`. @throws {MeetError} why the server cannot be reached or refuses us */
  open(signal: AbortSignal): Promise<void> {
    return this.#channel.open(signal);
  }

  /** Asks whether the line is alive: the browser came online, or was shown. */
  probe(): void {
    this.#channel.probe();
  }

  /** Says goodbye and closes everything, at once. */
  close(): void {
    this.#life.abort(new MeetError('aborted', 'the session was closed'));
    clearInterval(this.#joinTimer);
    // Also when the room has not taken us in yet: the others may know of us already.
    this.#say({ word: 'bye', session: this.id });
    this.#channel.send(leaveFrame(this.options.room), PRIORITY.room);
    this.#channel.close();
    this.#membership.close();
    this.mesh.close();
    this.#book.clear();
    this.#black?.stop();
  }

  #say(word: RoomWord): void {
    this.#channel.send(roomWordFrame(this.options.room, word), PRIORITY.room, word.word);
  }

  #join(): void {
    const ask = () => {
      this.#channel.send(joinFrame(this.options.room), PRIORITY.room, 'join');
      this.#say({ word: 'hello', session: this.id });
    };
    clearInterval(this.#joinTimer);
    this.#joinTimer = setInterval(ask, JOIN_AGAIN);
    ask();
  }

  #handleJoined(others: number): void {
    clearInterval(this.#joinTimer);
    if (!this.#hasEverJoined && others > this.options.maxPeers()) {
      this.options.onEnded(new MeetError('room-full', `there are ${String(others)} others in the room`));
      return;
    }
    this.#hasEverJoined = true;
    this.options.onJoined();
  }

  #handleAdd({ id, name }: User): void {
    const peer = this.mesh.add(id, compareIds(this.options.selfId, id) > 0);
    this.#book.add(id, name, peer.link);
  }

  #handleMessage(message: ServerMessage): void {
    if (message.type === 'general.error') {
      this.#handleServerError(message.error);
      return;
    }
    if (message.room !== this.options.room) return;
    if (message.type === 'room.users') {
      this.#channel.people = message.users.length;
      this.#membership.handleUsers(message.users);
    } else if (isSignal(message)) {
      if (message.to !== this.options.selfId || message.from === this.options.selfId) return;
      this.mesh.get(message.from)?.handle(message);
    } else if (message.x) {
      this.#membership.handleWord(message.from, message.x);
    }
  }

  #handleServerError(text: string): void {
    if (text.startsWith("You can't send")) this.#join();
    else if (text.startsWith('Room ID'))
      this.options.onEnded(new MeetError('room-invalid', `the server says: ${text}`));
    else if (/^(?:Rate limit|Server busy)/u.test(text)) {
      this.options.onError(new MeetError('rate-limited', `the server says: ${text}`));
    } else this.options.onError(new MeetError('protocol', `the server says: ${text}`));
  }
}
