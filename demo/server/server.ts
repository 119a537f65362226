import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { addressOf, subscriberOf, type TrustedProxies } from './addresses.js';
import { systemClock, type Clock } from './clock.js';
import { Connection, type ConnectionContext } from './connection.js';
import type { EndReason, Listener } from './events.js';
import type { Person, WaitingRoom } from './house/house.js';
import { Houses } from './house/houses.js';
import { createHttpHandler } from './http.js';
import type { TurnOptions } from './ice.js';
import { DEFAULT_LIMITS, SocketCensus, type ServerLimits } from './limits.js';
import { MAX_FRAME_BYTES, type Frame } from './messages.js';
import { createMetrics } from './metrics.js';
import type { LinkedNodes, NodesOptions } from './nodes/nodes.js';
import { isAllowedOrigin, type AllowedOrigins, type OriginPolicy } from './origins.js';
import { createBudget } from './outbox.js';
import { serveWithoutUpgrade, wantsWebSocket } from './plain-request.js';
import { Rooms } from './rooms.js';
import { createTokens, type Identity, type Pass, type TokenTrust } from './tokens.js';

export interface SignalingOptions {
  /** The key that tokens are signed with. */
  readonly secret: string;
  /** `iss` of the tokens. Default `private-meet`. */
  readonly appName?: string;
  /** Seconds a token is good for. Default 24 hours. */
  readonly tokenSeconds?: number;
  /** Default: the server's own origin alone. */
  readonly allowedOrigins?: AllowedOrigins;
  /** Who stands between visitors and us, and is believed about them. Default nobody. */
  readonly proxies?: TrustedProxies;
  readonly limits?: Partial<ServerLimits>;
  /** Hears what happens, for logs. */
  readonly onEvent?: Listener;
  /** Whether `/metrics` is there. Default false. */
  readonly metrics?: boolean;
  /** The bearer token that `/metrics` wants. Default none. */
  readonly metricsToken?: string;
  /** The TURN server that `/ice` gives credentials for. Default none. */
  readonly turn?: TurnOptions;
  /** Whether whoever has no token may sign in. Default true. */
  readonly guests?: boolean;
  /** Hosts' tools, and who has to be let in. Default none: the wire is as without them. */
  readonly hostTools?: { readonly waitingRoom: WaitingRoom } | undefined;
  /** What else tokens are checked by. */
  readonly trust?: TokenTrust;
  /** Whether a socket ends with its token. Default false, as the wire has it. */
  readonly endsWithToken?: boolean;
  /** Path before `/ws`, `/health` and `/auth/sign-in`, as `/meet`. Default none. */
  readonly basePath?: string;
  /** Whether `/auth/*` is rate-limited. Default true. */
  readonly httpLimits?: boolean;
  /** Makes the link to the other machines that serve the same rooms. Default none: this one serves them as a whole. */
  readonly nodes?: (options: NodesOptions) => LinkedNodes;
  readonly clock?: Clock;
  /** Hears every valid frame that a client sends. */
  readonly onFrame?: (frame: Frame, from: Identity) => void;
}

/** How long clients have to answer a close frame: with the rest, well within the 2 s of `SIGTERM`. */
const CLOSE_MS = 1000;

/** Pieces of one frame that are kept until it is whole: on the slowest line some 120, each of which costs more than its bytes. */
const MAX_CHUNKS = 1024;
const MAX_FRAGMENTS = 256;

const OWN: ReadonlySet<string> = new Set(['/ws', '/health', '/ready', '/metrics', '/ice']);

const refuse = (socket: Duplex, status: string): void => {
  socket.once('finish', () => socket.destroy());
  const wait = status.startsWith('429') || status.startsWith('503') ? 'Retry-After: 30\r\n' : '';
  socket.end(`HTTP/1.1 ${status}\r\n${wait}Connection: close\r\nContent-Length: 0\r\n\r\n`);
};

/** A Private Meet signaling server, without an HTTP server of its own. */
export const createSignalingServer = (options: SignalingOptions) => {
  const { secret, appName = 'private-meet', tokenSeconds = 86_400, allowedOrigins = [] } = options;
  const { basePath = '', httpLimits = true, clock = systemClock, onFrame, proxies = 0, guests = true } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const origins: OriginPolicy = { allowed: allowedOrigins, proxies };
  const whoseIs = (request: IncomingMessage): string => {
    if (proxies === 0 && request.headers['x-forwarded-for'] !== undefined) tell({ kind: 'forwarded' });
    return subscriberOf(addressOf(request, proxies));
  };
  // Deployed clients, which know nothing of it, skip over it.
  const marks = options.turn ? { ice: true } : {};
  const tokens = createTokens({ secret, issuer: appName, expiresIn: tokenSeconds, clock, marks, ...options.trust });
  const connections = new Set<Connection>();
  const budget = createBudget();
  const tell: Listener = (event) => {
    options.onEvent?.(event);
    metrics?.listen(event);
  };
  if (options.nodes && options.hostTools) throw new TypeError('Host tools work on one node');
  const nodes = options.nodes?.({ name: appName, limits, tell: (event) => tell(event) });
  const rooms = new Rooms<Person>(limits, () => tell({ kind: 'evict' }), nodes, marks);
  const houses = options.hostTools && new Houses({ rooms, clock, limits, tell, ...options.hostTools });
  const census = new SocketCensus(limits);
  const levels = () => ({
    sockets: connections.size,
    rooms: rooms.size,
    people: rooms.people,
    queueBytes: budget.used,
    ...(houses ? { waiting: houses.waiting } : {}),
    ...(nodes ? { redisUp: Number(nodes.isUp) } : {}),
  });
  const metrics = options.metrics ? createMetrics(levels) : undefined;
  let opened = 0;
  let busy = false;
  const handleHttp = createHttpHandler({
    tokens,
    origins,
    subscriberOf: whoseIs,
    clock,
    limits: httpLimits,
    tell,
    unready: () => (closing ? 'Closing' : nodes?.isUp === false ? 'Without Redis' : undefined),
    metrics,
    metricsToken: options.metricsToken,
    turn: options.turn,
    guests,
    hostTools: options.hostTools !== undefined,
  });
  // Not all of them are in the types of `ws` yet, hence the constant.
  const socketOptions = {
    noServer: true,
    clientTracking: false,
    autoPong: false,
    maxPayload: MAX_FRAME_BYTES,
    maxBufferedChunks: MAX_CHUNKS,
    maxFragments: MAX_FRAGMENTS,
    closeTimeout: CLOSE_MS,
  };
  const sockets = new WebSocketServer(socketOptions);
  let closing = false;
  let handleLastEnd: (() => void) | undefined;

  const context: ConnectionContext = {
    rooms,
    houses,
    clock,
    budget,
    tell,
    endsWithToken: options.endsWithToken ?? false,
    onFrame: (frame, from) => onFrame?.(frame, from),
    isBusy: () => busy,
  };

  /** The path below `basePath`, or `undefined` when a request is none of ours. */
  const pathOf = (request: IncomingMessage): string | undefined => {
    const [path = ''] = (request.url ?? '').split('?', 1);
    if (!path.startsWith(`${basePath}/`)) return undefined;
    const own = path.slice(basePath.length);
    return OWN.has(own) || own.startsWith('/auth/') ? own : undefined;
  };

  const authenticate = async (request: IncomingMessage): Promise<Pass | undefined> => {
    const query = new URLSearchParams((request.url ?? '').split('?', 2)[1]);
    try {
      const pass = await tokens.verify(query.get('token') ?? '');
      if (pass.elsewhere && !nodes) tell({ kind: 'split' });
      return pass.guest && !guests ? undefined : pass; // signed in before guests were turned off
    } catch {
      return undefined; // why a token is bad is not told: the answer is 401 whatever the reason
    }
  };

  const welcome = (webSocket: WebSocket, identity: Pass, address: string): void => {
    const leave = census.enter(address, identity);
    const socket = (opened += 1);
    const since = clock.now();
    const handleEnd = (connection: Connection, reason: EndReason) => {
      leave();
      connections.delete(connection);
      tell({ kind: 'end', socket, reason, seconds: Math.round((clock.now() - since) / 1000) });
      if (connections.size === 0) handleLastEnd?.();
    };
    tell({ kind: 'open', socket, userID: identity.userID, address });
    connections.add(new Connection(webSocket, identity, context, handleEnd, address));
  };

  /** The status that an upgrade is refused with, or `undefined`. */
  const refusal = (request: IncomingMessage, identity: Identity | undefined, address: string): string | undefined => {
    if (closing) return '503 Service Unavailable';
    if (!isAllowedOrigin(request, origins)) return '403 Forbidden';
    return identity ? census.refusal(address, identity) : '401 Unauthorized';
  };

  /** Answers an upgrade; false when it is not for `/ws`, and then nothing was done. */
  const handleUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): boolean => {
    if (pathOf(request) !== '/ws') return false;
    const destroy = () => socket.destroy();
    socket.on('error', destroy);
    const address = whoseIs(request); // before the wait: a socket that is gone has none
    void authenticate(request).then((identity) => {
      const refused = refusal(request, identity, address);
      if (refused !== undefined || !identity) {
        const status = refused ?? '401 Unauthorized';
        tell({ kind: 'refuse', status: Number.parseInt(status, 10), address });
        if (status.startsWith('403')) tell({ kind: 'origin', origin: request.headers.origin ?? '' });
        return refuse(socket, status);
      }
      socket.off('error', destroy);
      sockets.handleUpgrade(request, socket, head, (webSocket) => welcome(webSocket, identity, address));
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
      if (request.complete) tell({ kind: 'failure', error });
    });
    return true;
  };

  /** Listens on an HTTP server that is the signaling server's alone. */
  const attach = (httpServer: Server): void => {
    httpServer.on('request', (request, response) => {
      if (!handleRequest(request, response)) response.writeHead(404).end('Not Found');
    });
    httpServer.on('upgrade', (request, socket, head) => {
      if (!wantsWebSocket(request)) serveWithoutUpgrade(httpServer, request, socket, head);
      else if (!handleUpgrade(request, socket, head)) refuse(socket, '404 Not Found');
    });
  };

  /** While set, every frame is answered `Server busy`. */
  const setBusy = (value: boolean): void => {
    busy = value;
  };

  /** Closes every socket with 1001 and resolves when all are closed, a second later at most. */
  const close = async (): Promise<void> => {
    closing = true;
    await endAll();
    houses?.close();
    await nodes?.close();
  };

  const endAll = async (): Promise<void> => {
    if (connections.size === 0) return;
    const ended = new Promise<void>((resolve) => (handleLastEnd = resolve));
    for (const connection of connections) connection.shutDown();
    const cancel = systemClock.after(CLOSE_MS, () => {
      for (const connection of connections) connection.terminate('shutdown');
    });
    await ended;
    cancel();
  };

  const all: ReadonlySet<Connection> = connections;
  /** Resolves once the other machines are reached, or could not be; then it goes on by itself. */
  const start = async (): Promise<void> => nodes?.start();
  return {
    start,
    rooms,
    connections: all,
    issueToken: tokens.issue,
    handleUpgrade,
    handleRequest,
    attach,
    setBusy,
    close,
  };
};

export type SignalingServer = ReturnType<typeof createSignalingServer>;
