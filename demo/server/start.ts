import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSignalingServer, type SignalingOptions } from './server.js';

const IDLE_MS = 10_000;

export interface StartOptions extends Partial<SignalingOptions> {
  /** Default 0: any free one. */
  readonly port?: number;
  /** Default `127.0.0.1`; `null` for all of the machine's addresses. */
  readonly host?: string | null;
  /** The Redis by which several machines serve the same rooms. Default none. */
  readonly redisUrl?: string | undefined;
  /** Milliseconds for the header of a request, for all of it, and between requests. Default 10,000. */
  readonly idleMs?: number;
}

/** A port or an address that can't be listened on; `message` says what to do. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
  /** Whether something else listens there. */
  readonly isInUse: boolean;

  constructor(message: string, cause: NodeJS.ErrnoException) {
    super(message, { cause });
    this.isInUse = cause.code === 'EADDRINUSE';
  }
}

const whyNot = ({ code = '' }: NodeJS.ErrnoException, port: number, host: string | null): string => {
  if (code === 'EADDRINUSE') return `Port ${port} is in use: stop what listens on it, or set PORT to another one.`;
  if (code === 'EACCES') return `Port ${port} may not be listened on by this user: set PORT to one from 1024 on.`;
  return `HOST ${host ?? ''} is no address of this machine (${code}): set it to one that is, or leave it out for all.`;
};

const listen = (server: Server, port: number, host: string | null): Promise<void> =>
  new Promise((resolve, reject) => {
    // Later ones, as of no file descriptor being left, end nothing.
    server.on('error', (cause) => reject(new ListenError(whyNot(cause, port, host), cause)));
    server.listen({ port, ...(host === null ? {} : { host }) }, resolve);
  });

/** An HTTP server that waits for nobody: who sends nothing, or a byte at a time, is let go. */
const createHttpServer = (idleMs: number): Server => {
  const timeouts = { headersTimeout: idleMs, requestTimeout: idleMs, keepAliveTimeout: idleMs };
  const server = createServer({ ...timeouts, connectionsCheckingInterval: Math.min(1000, idleMs) });
  server.timeout = idleMs; // a socket that has been upgraded has none
  return server;
};

/** Loaded by whoever has one alone. */
const nodesBy = async (url: string): Promise<NonNullable<SignalingOptions['nodes']>> => {
  const { RedisNodes } = await import('./nodes/redis-nodes.js');
  return (options) => new RedisNodes({ ...options, url });
};

/** Starts a signaling server of its own; origins are not restricted unless asked. */
export const startServer = async ({
  port = 0,
  host = '127.0.0.1',
  idleMs = IDLE_MS,
  redisUrl,
  ...options
}: StartOptions = {}) => {
  const secret = options.secret ?? randomBytes(32).toString('hex');
  const signaling = createSignalingServer({
    allowedOrigins: ['*'],
    ...(redisUrl === undefined ? {} : { nodes: await nodesBy(redisUrl) }),
    ...options,
    secret,
  });
  const httpServer = createHttpServer(idleMs);
  signaling.attach(httpServer);
  await signaling.start();
  await listen(httpServer, port, host);
  const address = httpServer.address() as AddressInfo;
  const name = host ?? 'localhost';
  const authority = name.includes(':') ? `[${name}]` : name;
  return {
    /** What `server=` takes, with the base path if there is one. */
    url: `http://${authority}:${address.port}${options.basePath ?? ''}`,
    port: address.port,
    secret,
    issueToken: signaling.issueToken,
    rooms: signaling.rooms,
    connections: signaling.connections,
    setBusy: signaling.setBusy,
    /** Closes sockets with 1001, then the HTTP server; two seconds at most. */
    async close(): Promise<void> {
      await signaling.close(); // still listens meanwhile, to say that it is not ready
      const closed = new Promise((resolve) => httpServer.close(resolve));
      httpServer.closeAllConnections();
      await closed;
    },
  };
};

export type StartedServer = Awaited<ReturnType<typeof startServer>>;
