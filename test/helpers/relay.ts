import { RelaySocket, type RelayUser } from './relay-socket.js';

export type { RelaySocket, RelayUser, WebSocketLike } from './relay-socket.js';

/** A frame of the wire (protocol.md, Frames). */
export interface Frame {
  readonly type: string;
  readonly room?: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly from?: string;
}

/**
 * What becomes of a frame on its way: seen through, lost, doubled, or held until a promise settles
 * (frames behind it overtake it, so holding also reorders).
 */
export type Passage = 'pass' | 'drop' | 'duplicate' | Promise<unknown>;

const MAX_FRAME_BYTES = 65_536; // protocol.md, Limits: 65,536 bytes pass, 65,537 close with 1009
const MAX_PROTOCOL_ERRORS = 10; // protocol.md, Limits: the 10th in a connection's life closes it
const MAX_ROOM_ID = 128; // code points; protocol.md, Limits
const MAX_MESSAGE = 5000; // code points; protocol.md, Frames

const RELAYED: Readonly<Record<string, string>> = {
  'chat.message': 'messages',
  'chat.typing': 'typing notifications',
  'webrtc.offer': 'WebRTC messages',
  'webrtc.answer': 'WebRTC messages',
  'webrtc.iceCandidate': 'WebRTC messages',
};

/**
 * A signaling server inside the page, on the level of frames: broadcast to the whole room, echo to the sender,
 * `from` set by it, `room.users` on every join, leave and drop, binary frames out. Of the limits of protocol.md it has
 * those of size and form, not those of time (rate, outbound queue): tests make losses with the hooks, on purpose.
 *
 * Every frame takes one task up and one task down, in one order for the whole relay, so runs are repeatable.
 */
export class Relay {
  /** Sees every frame that a client sent, before the server does. */
  onUplink: ((frame: Frame, from: RelaySocket) => Passage) | undefined;
  /** Sees every frame once for each socket it goes to, `room.users` and errors included. */
  onDownlink: ((frame: Frame, to: RelaySocket) => Passage) | undefined;
  /** What a server with host tools adds to a list (`relay-house.ts`). */
  dress: ((data: Frame['data']) => Frame['data']) | undefined;
  /** While true, `connect()` gives sockets that fail as with a server that is down: `error`, then `close` 1006. */
  down = false;
  /** Every frame that clients sent and the server saw, with the sender's id in `from`. */
  readonly log: Frame[] = [];

  readonly #rooms = new Map<string, Set<RelaySocket>>();
  readonly #sockets = new Set<RelaySocket>();
  readonly #tasks: (() => void)[] = [];
  readonly #channel = new MessageChannel();

  constructor() {
    this.#channel.port1.onmessage = () => this.#tasks.shift()?.();
  }

  /** Opens a socket for a user, as `new WebSocket('…/ws?token=…')` does: `open` comes in a later task. */
  connect(user: RelayUser): RelaySocket {
    const socket = new RelaySocket(user, {
      handleBytes: (from, bytes) => this.#post(() => this.#handleBytes(from, bytes)),
      handleClose: (from, code, reason) => this.#post(() => this.#end(from, code, reason)),
    });
    const isRefused = this.down;
    this.#post(() => {
      if (isRefused) return socket.acceptClose(1006);
      if (socket.readyState !== WebSocket.CONNECTING) return; // closed by the page before it was open
      this.#sockets.add(socket);
      socket.acceptOpen();
    });
    return socket;
  }

  /** User ids in a room, in order of joining; an id stands twice when two of its sockets are in. */
  members(room: string): string[] {
    return [...(this.#rooms.get(room) ?? [])].map(({ user }) => user.sub);
  }

  /** Every open socket, or those of one user. */
  sockets(sub?: string): RelaySocket[] {
    return [...this.#sockets].filter(({ user }) => sub === undefined || user.sub === sub);
  }

  /** Puts a user out of a room as an overflowing queue does: the others see it, the user is told nothing. */
  evict(room: string, sub: string): void {
    for (const socket of this.sockets(sub)) this.#leave(socket, room);
  }

  /** Cuts a socket: 1006 at the client, `room.users` for the others. */
  cut(socket: RelaySocket, code = 1006): void {
    this.#post(() => this.#end(socket, code, ''));
  }

  /** The server restarts: every socket is closed with 1001 and every room is empty. It is up again at once unless `down`. */
  restart(): void {
    this.#rooms.clear();
    for (const socket of this.sockets()) this.cut(socket, 1001);
  }

  /** Ends the relay itself; its sockets close with 1001. */
  close(): void {
    this.restart();
    this.#post(() => this.#channel.port1.close());
  }

  #post(task: () => void): void {
    this.#tasks.push(task);
    this.#channel.port2.postMessage(undefined);
  }

  #pass(passage: Passage | undefined, onward: () => void): void {
    if (passage === 'drop') return;
    if (passage instanceof Promise) {
      // One that rejects is a failed test, not a frame lost.
      passage.then(() => this.#post(onward), reportError);
      return;
    }
    onward();
    if (passage === 'duplicate') onward();
  }

  #end(socket: RelaySocket, code: number, reason: string): void {
    this.#sockets.delete(socket);
    socket.acceptClose(code, reason);
    for (const room of [...this.#rooms.keys()]) this.#leave(socket, room);
  }

  #handleBytes(from: RelaySocket, bytes: Uint8Array): void {
    if (!this.#sockets.has(from)) return;
    if (bytes.byteLength > MAX_FRAME_BYTES) return this.#end(from, 1009, '');
    const frame = parse(bytes);
    if (!frame) return this.#end(from, 1006, '');
    this.#pass(this.onUplink?.(frame, from), () => this.#handleFrame(from, frame));
  }

  #handleFrame(from: RelaySocket, { type, room, data }: Frame): void {
    if (!this.#sockets.has(from)) return;
    const what = Object.hasOwn(RELAYED, type) ? RELAYED[type] : undefined;
    if (type === 'utils.generateRoomID') {
      return this.#deliver(from, { type, data: { roomID: crypto.randomUUID() }, from: 'system' });
    }
    if (what === undefined && type !== 'chat.join' && type !== 'chat.leave') {
      return this.#refuse(from, 'Invalid message type');
    }
    const roomId = typeof room === 'string' ? room.trim() : '';
    if (!roomId) return this.#refuse(from, 'Room ID is required');
    if ([...roomId].length > MAX_ROOM_ID) return this.#refuse(from, 'Room ID too long (maximum is 128 characters)');

    const frame: Frame = { type, room: roomId, data, from: from.user.sub };
    this.log.push(frame);
    if (type === 'chat.join') return this.#join(from, roomId);
    if (type === 'chat.leave') return this.#leave(from, roomId);
    const wrong = wrongData(frame);
    if (wrong) return this.#refuse(from, wrong);
    const members = this.#rooms.get(roomId);
    if (!members?.has(from)) return this.#complain(from, `You can't send ${what} to this room`);
    // protocol.md, Frames: a message is "trimmed"; all else in `data` goes on as it came.
    const trimmed = type === 'chat.message' ? { message: textOf(data['message']).trim() } : {};
    for (const to of members) this.#deliver(to, { ...frame, data: { ...data, ...trimmed } });
  }

  #join(socket: RelaySocket, room: string): void {
    const members = this.#rooms.get(room) ?? new Set();
    this.#rooms.set(room, members.add(socket));
    this.#snapshot(room);
  }

  #leave(socket: RelaySocket, room: string): void {
    const members = this.#rooms.get(room);
    if (!members?.delete(socket)) return;
    if (members.size === 0) this.#rooms.delete(room);
    this.#snapshot(room);
  }

  #snapshot(room: string): void {
    const members = [...(this.#rooms.get(room) ?? [])];
    const users = members.map(({ user }) => ({ userID: user.sub, username: user.username }));
    const data = this.dress?.({ users }) ?? { users };
    for (const to of members) this.#deliver(to, { type: 'room.users', room, data, from: 'system' });
  }

  #refuse(socket: RelaySocket, error: string): void {
    socket.protocolErrors += 1;
    this.#complain(socket, error);
    if (socket.protocolErrors >= MAX_PROTOCOL_ERRORS) this.cut(socket);
  }

  #complain(socket: RelaySocket, error: string): void {
    this.#deliver(socket, { type: 'general.error', data: { error }, from: 'system' });
  }

  #deliver(to: RelaySocket, frame: Frame): void {
    const bytes = encode(frame);
    this.#pass(this.onDownlink?.(frame, to), () => this.#post(() => to.acceptBytes(bytes)));
  }
}

const parse = (bytes: Uint8Array): Frame | undefined => {
  try {
    const {
      type,
      room,
      data = {},
    } = JSON.parse(new TextDecoder().decode(bytes)) as Pick<Frame, 'type'> & Partial<Frame>;
    return { type, ...(room === undefined ? {} : { room }), data };
  } catch {
    return undefined; // broken JSON, which the caller answers with 1006
  }
};

/** protocol.md, Limits: `<`, `>`, `&` come back as escapes. */
const encode = (frame: Frame): Uint8Array<ArrayBuffer> => {
  const escape = (sign: string) => `\\u00${sign.charCodeAt(0).toString(16)}`;
  return new TextEncoder().encode(JSON.stringify(frame).replace(/[<>&]/g, escape));
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const wrongData = ({ type, data }: Frame): string | undefined => {
  if (type.startsWith('webrtc.')) return data['to'] ? undefined : 'Missing WebRTC recipient';
  if (type !== 'chat.message') return undefined;
  const length = [...textOf(data['message']).trim()].length;
  if (length === 0) return 'Message cannot be empty';
  return length > MAX_MESSAGE ? 'Message is too long' : undefined;
};
