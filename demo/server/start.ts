import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSignalingServer, type SignalingOptions } from './server.js';

export interface StartOptions extends Partial<SignalingOptions> {
  /** Default 0: any free one. */
  readonly port?: number;
  /** Default `127.0.0.1`; `null` for all of the machine's addresses. */
  readonly host?: string | null;
}

/** Starts a signaling server of its own; origins are not restricted unless asked. */
export const startServer = async ({ port = 0, host = '127.0.0.1', ...options }: StartOptions = {}) => {
  const secret = options.secret ?? randomBytes(32).toString('hex');
  const signaling = createSignalingServer({ allowedOrigins: ['*'], ...options, secret });
  const httpServer = createServer();
  signaling.attach(httpServer);
  await new Promise<void>((resolve, reject) => {
    httpServer.once('error', reject);
    httpServer.listen({ port, ...(host === null ? {} : { host }) }, resolve);
  });
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
    /** Closes sockets with 1001, then the HTTP server. */
    async close(): Promise<void> {
      const closed = new Promise((resolve) => httpServer.close(resolve));
      await signaling.close();
      httpServer.closeAllConnections();
      await closed;
    },
  };
};

export type StartedServer = Awaited<ReturnType<typeof startServer>>;
