import { once } from 'node:events';
import { WebSocket, type ClientOptions } from 'ws';
import type { TokenClaims } from '../../demo/server/tokens.js';

export interface ReceivedFrame {
  readonly type: string;
  readonly room?: string;
  readonly data: Record<string, unknown>;
  readonly from?: string;
}

const CEILING_MS = 30_000;

/** A plain socket to the server that keeps what it receives. */
export class WireClient {
  /** Everything received so far. */
  readonly frames: ReceivedFrame[] = [];
  /** The same, as it came. */
  readonly raw: { readonly text: string; readonly binary: boolean }[] = [];
  /** Resolves to the close code. */
  readonly closed: Promise<number>;
  #checks = new Set<() => void>();

  constructor(
    readonly socket: WebSocket,
    readonly id: string,
  ) {
    socket.on('message', (data, binary) => {
      const text = (data as Buffer).toString(); // `binaryType` is left alone
      this.raw.push({ text, binary });
      this.frames.push(JSON.parse(text) as ReceivedFrame);
      for (const check of [...this.#checks]) check();
    });
    this.closed = new Promise((resolve) => socket.once('close', (code) => resolve(code)));
    socket.on('error', () => {}); // what matters of it is the close code
  }

  send(type: string, room?: string, data: unknown = {}): void {
    this.socket.send(JSON.stringify({ type, ...(room === undefined ? {} : { room }), data }));
  }

  /** Drops what was received, where there is too much of it to be kept. */
  forget(): void {
    this.frames.length = 0;
    this.raw.length = 0;
  }

  of(type: string): ReceivedFrame[] {
    return this.frames.filter((frame) => frame.type === type);
  }

  get errors(): unknown[] {
    return this.of('general.error').map(({ data }) => data.error);
  }

  /** The user ids of the last `room.users` of a room. */
  usersOf(room: string): string[] | undefined {
    const last = this.of('room.users').findLast((frame) => frame.room === room);
    return (last?.data.users as { userID: string }[] | undefined)?.map(({ userID }) => userID).sort();
  }

  /** Waits until `isDone` is true of what was received. */
  until(isDone: (client: this) => unknown): Promise<void> {
    if (isDone(this)) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const finish = (failure?: string) => {
        clearTimeout(ceiling);
        this.#checks.delete(check);
        this.socket.off('close', handleClose);
        if (failure === undefined) {
          resolve();
          return;
        }
        const last = JSON.stringify(this.frames.slice(-3)).slice(0, 500);
        reject(new Error(`${failure} before ${String(isDone)}; last: ${last}`));
      };
      const check = () => {
        if (isDone(this)) finish();
      };
      const handleClose = (code: number) => finish(`Closed with ${code}`);
      const ceiling = setTimeout(() => finish(`${CEILING_MS} ms passed`), CEILING_MS);
      this.#checks.add(check);
      this.socket.on('close', handleClose);
    });
  }

  /** A round trip: what the server sent before it has been received when this resolves. */
  async roundTrip(): Promise<void> {
    const count = this.of('utils.generateRoomID').length;
    this.send('utils.generateRoomID');
    await this.until((client) => client.of('utils.generateRoomID').length > count);
  }

  async join(room: string): Promise<void> {
    this.send('chat.join', room);
    await this.until((client) => client.usersOf(room)?.includes(client.id));
  }
}

/** A server to connect to. */
export interface Host {
  readonly url: string;
  issueToken(claims: TokenClaims): Promise<string>;
}

export const socketUrl = (url: string, token: string): string =>
  `${url.replace(/^http/, 'ws')}/ws?token=${encodeURIComponent(token)}`;

/** Connects as a user of that id. */
export const connect = async (
  server: Host,
  id: string,
  options: ClientOptions = {},
  claims: TokenClaims = {},
): Promise<WireClient> => {
  const token = await server.issueToken({ sub: id, username: id.toUpperCase(), ...claims });
  const socket = new WebSocket(socketUrl(server.url, token), options);
  const client = new WireClient(socket, id);
  await once(socket, 'open');
  return client;
};

/** The HTTP status that an upgrade is refused with. */
export const refusedStatus = (address: string, options: ClientOptions = {}): Promise<number> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(address, options);
    socket.on('unexpected-response', (request, response) => {
      request.destroy();
      resolve(response.statusCode ?? 0);
    });
    socket.on('open', () => reject(new Error('The upgrade was accepted')));
    socket.on('error', () => {}); // follows the destroyed request
  });
