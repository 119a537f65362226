import {
  createServer,
  type IncomingMessage,
  request as httpRequest,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { type Faults, ProxiedSocket, type Rewrite } from './proxied-socket.js';

/** Statuses the proxy answers by itself, and `silence`: it takes the connection and never answers. */
export type Refusal = 429 | 502 | 503 | 'silence';

export interface FaultProxyOptions {
  /** Of every draw; the same seed and the same frames meet the same faults. Default 1. */
  readonly seed?: number;
  /** Address it listens on. Default `127.0.0.1`. */
  readonly host?: string;
}

/** Seconds in the `Retry-After` of a 429 or 503. */
const RETRY_AFTER = 2;

const refuseUpgrade = (socket: Duplex, status: number): void => {
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${String(status)} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

/** The `sub` of a token, unverified: only a name for a line. */
const userOf = (url: string): string => {
  const [, payload] = (new URL(url, 'http://proxy').searchParams.get('token') ?? '').split('.');
  if (!payload) return '';
  const { sub } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { sub?: unknown };
  return typeof sub === 'string' ? sub : '';
};

/** A Private Meet server as seen through a bad network: stands between pages and a server, and breaks what it is told to. */
export class FaultProxy {
  readonly #sockets = new Set<ProxiedSocket>();
  /** Connections that are never answered. */
  readonly #silenced = new Set<Duplex>();
  readonly #visits = new Map<string, number>();
  #faults: Faults = {};
  #refusal: Refusal | undefined;
  /** Upgrades that were asked for, whatever came of them. */
  attempts = 0;
  /** What becomes of frames on their way, on connections to come. */
  rewrite: Rewrite | undefined;

  private constructor(
    readonly url: string,
    private readonly target: string,
    /** Of the lines of connections to come. */
    public seed: number,
    private readonly server: Server,
    private readonly upgrades: WebSocketServer,
  ) {
    server.on('request', this.#handleRequest);
    server.on('upgrade', this.#handleUpgrade);
  }

  /** Begins to pass everything on to `target`, an http URL. */
  static async start(target: string, { seed = 1, host = '127.0.0.1' }: FaultProxyOptions = {}): Promise<FaultProxy> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, host, resolve));
    const { port } = server.address() as AddressInfo;
    // Pings are passed on, not answered: on a half-open line nobody must answer them.
    const upgrades = new WebSocketServer({ noServer: true, clientTracking: false, autoPong: false });
    return new FaultProxy(`http://${host}:${String(port)}`, target, seed, server, upgrades);
  }

  /** Open connections, of one user or of all. */
  sockets(user?: string): ProxiedSocket[] {
    return [...this.#sockets].filter((socket) => user === undefined || socket.user === user);
  }

  /** Sets what befalls the frames of all connections, those to come included. */
  setFaults(faults: Faults): void {
    this.#faults = faults;
    for (const socket of this.#sockets) socket.setFaults(faults);
  }

  /** Answers every request and upgrade by itself; `undefined`: passes them on again. */
  refuse(refusal: Refusal | undefined): void {
    this.#refusal = refusal;
    if (refusal === 'silence') return;
    for (const socket of this.#silenced) socket.destroy();
    this.#silenced.clear();
  }

  /** Ends every connection of a user, or of all, without a close frame. */
  kill(user?: string): void {
    for (const socket of this.sockets(user)) socket.kill();
  }

  /** Leaves the connections of a user, or of all, open with nobody at the other end. New ones are as they should be. */
  halfOpen(user?: string): void {
    for (const socket of this.sockets(user)) socket.halfOpen();
  }

  /** No faults, no refusals; what is open stays open. */
  heal(): void {
    this.setFaults({});
    this.refuse(undefined);
  }

  async close(): Promise<void> {
    this.refuse(undefined);
    this.kill();
    await new Promise<void>((resolve) => {
      this.server.close(() => {
        resolve();
      });
      this.server.closeAllConnections();
    });
  }

  readonly #handleRequest = (request: IncomingMessage, response: ServerResponse): void => {
    if (this.#refusal === 'silence') {
      this.#silenced.add(request.socket);
      return;
    }
    if (this.#refusal !== undefined) {
      const headers = {
        'Retry-After': String(RETRY_AFTER),
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Expose-Headers': 'Retry-After',
      };
      response.writeHead(this.#refusal, headers).end();
      return;
    }
    const { method, headers, url = '/' } = request;
    const onward = httpRequest(new URL(url, this.target), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy()); // as when nobody listens: the page sees a network error
    request.pipe(onward);
  };

  readonly #handleUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    this.attempts += 1;
    const destroy = () => socket.destroy();
    socket.on('error', destroy);
    if (this.#refusal === 'silence') {
      this.#silenced.add(socket);
      return;
    }
    if (this.#refusal !== undefined) {
      refuseUpgrade(socket, this.#refusal);
      return;
    }
    const { url = '/', headers } = request;
    const origin = headers.origin === undefined ? {} : { origin: headers.origin };
    const onward = new WebSocket(new URL(url, this.target.replace(/^http/, 'ws')), {
      ...origin,
      autoPong: false,
      perMessageDeflate: false,
    });
    onward.once('unexpected-response', (_, answer) => {
      refuseUpgrade(socket, answer.statusCode ?? 502);
    });
    onward.once('error', destroy);
    onward.once('open', () => {
      // Frames may follow the upgrade at once: none is read before somebody listens.
      onward.pause();
      this.upgrades.handleUpgrade(request, socket, head, (page) => {
        socket.off('error', destroy);
        this.#add(userOf(url), page, onward);
        onward.resume();
      });
    });
  };

  #add(user: string, page: WebSocket, server: WebSocket): void {
    const visit = this.#visits.get(user) ?? 0;
    this.#visits.set(user, visit + 1);
    const close = () => this.#sockets.delete(socket);
    const name = `${user} ${String(visit)}`;
    const socket = new ProxiedSocket(user, name, this.seed, page, server, close, this.rewrite);
    socket.setFaults(this.#faults);
    this.#sockets.add(socket);
  }
}
