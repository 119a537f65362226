import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { systemClock, type Clock } from './clock.js';
import { Connection, type ConnectionContext } from './connection.js';
import { createHttpHandler } from './http.js';
import type { Frame } from './messages.js';
import { isAllowedOrigin, type AllowedOrigins } from './origins.js';
import { Rooms } from './rooms.js';
import { createTokens, type Identity } from './tokens.js';

export interface SignalingOptions {
  /** The key that tokens are signed with. */
  readonly secret: string;
  /** `iss` of the tokens. Default `private-meet`. */
  readonly appName?: string;
  /** Seconds a token is good for. Default 24 hours. */
  readonly tokenSeconds?: number;
  /** Default: the server's own origin alone. */
  readonly allowedOrigins?: AllowedOrigins;
  /** Path before `/ws`, `/health` and `/auth/sign-in`, as `/meet`. Default none. */
  readonly basePath?: string;
  /** Whether `/health` and `/auth/*` are rate-limited. Default true. */
  readonly httpLimits?: boolean;
  readonly clock?: Clock;
  /** Hears every valid frame that a client sends. */
  readonly onFrame?: (frame: Frame, from: Identity) => void;
}

/** protocol.md: a frame of 65,536 bytes passes, one more closes with 1009. */
const MAX_FRAME_BYTES = 65_536;
/** How long clients have to answer a close frame: with the rest, well within the 2 s of `SIGTERM`. */
const CLOSE_MS = 1000;

const refuse = (socket: Duplex, status: string): void => {
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

/** A Private Meet signaling server, without an HTTP server of its own. */
export const createSignalingServer = (options: SignalingOptions) => {
  const { secret, appName = 'private-meet', tokenSeconds = 86_400, allowedOrigins = [] } = options;
  const { basePath = '', httpLimits = true, clock = systemClock, onFrame } = options;
  const tokens = createTokens({ secret, issuer: appName, expiresIn: tokenSeconds, clock });
  const handleHttp = createHttpHandler({ tokens, allowedOrigins, clock, limits: httpLimits });
  // `closeTimeout` is not in the types of `ws` yet, hence the constant.
  const socketOptions = { noServer: true, maxPayload: MAX_FRAME_BYTES, clientTracking: false, closeTimeout: CLOSE_MS };
  const sockets = new WebSocketServer(socketOptions);
  const connections = new Set<Connection>();
  const rooms = new Rooms();
  let busy = false;
  let closing = false;
  let handleLastEnd: (() => void) | undefined;

  const context: ConnectionContext = {
    rooms,
    clock,
    onFrame: (frame, from) => onFrame?.(frame, from),
    isBusy: () => busy,
  };

  const handleEnd = (connection: Connection) => {
    connections.delete(connection);
    if (connections.size === 0) handleLastEnd?.();
  };

  /** The path below `basePath`, or `undefined` when a request is none of ours. */
  const pathOf = (request: IncomingMessage): string | undefined => {
    const [path = ''] = (request.url ?? '').split('?', 1);
    if (!path.startsWith(`${basePath}/`)) return undefined;
    const own = path.slice(basePath.length);
    return own === '/ws' || own === '/health' || own.startsWith('/auth/') ? own : undefined;
  };

  const authenticate = async (request: IncomingMessage): Promise<Identity | undefined> => {
    const query = new URLSearchParams((request.url ?? '').split('?', 2)[1]);
    try {
      return await tokens.verify(query.get('token') ?? '');
    } catch {
      return undefined; // why a token is bad is not told: the answer is 401 whatever the reason
    }
  };

  /** Answers an upgrade; false when it is not for `/ws`, and then nothing was done. */
  const handleUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): boolean => {
    if (pathOf(request) !== '/ws') return false;
    const destroy = () => socket.destroy();
    socket.on('error', destroy);
    void authenticate(request).then((identity) => {
      if (closing) return refuse(socket, '503 Service Unavailable');
      if (!isAllowedOrigin(request, allowedOrigins)) return refuse(socket, '403 Forbidden');
      if (!identity) return refuse(socket, '401 Unauthorized');
      socket.off('error', destroy);
      sockets.handleUpgrade(request, socket, head, (webSocket) => {
        connections.add(new Connection(webSocket, identity, context, handleEnd));
      });
    });
    return true;
  };

  /** Answers a request; false when it is none of the server's, and then nothing was done. */
  const handleRequest = (request: IncomingMessage, response: ServerResponse): boolean => {
    const path = pathOf(request);
    if (path === undefined) return false;
    handleHttp(request, response, path).catch((error: unknown) => {
      response.destroy();
      // A request that its sender broke off ends here as well, and that is no fault of ours.
      if (request.complete) console.error(error);
    });
    return true;
  };

  /** Listens on an HTTP server that is the signaling server's alone. */
  const attach = (httpServer: Server): void => {
    httpServer.on('request', (request, response) => {
      if (!handleRequest(request, response)) response.writeHead(404).end('Not Found');
    });
    httpServer.on('upgrade', (request, socket, head) => {
      if (!handleUpgrade(request, socket, head)) refuse(socket, '404 Not Found');
    });
  };

  /** While set, every frame is answered `Server busy`. */
  const setBusy = (value: boolean): void => {
    busy = value;
  };

  /** Closes every socket with 1001 and resolves when all are closed, a second later at most. */
  const close = async (): Promise<void> => {
    closing = true;
    if (connections.size === 0) return;
    const ended = new Promise<void>((resolve) => (handleLastEnd = resolve));
    for (const connection of connections) connection.close(1001, 'Server shutting down');
    const cancel = systemClock.after(CLOSE_MS, () => {
      for (const connection of connections) connection.terminate();
    });
    await ended;
    cancel();
  };

  const all: ReadonlySet<Connection> = connections;
  return { rooms, connections: all, issueToken: tokens.issue, handleUpgrade, handleRequest, attach, setBusy, close };
};

export type SignalingServer = ReturnType<typeof createSignalingServer>;
