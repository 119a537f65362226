import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { Flights, type Person } from './flights.js';

/** A TCP proxy that stands as far from its clients as a server on another continent: every byte is late, each way. */
export class FarProxy {
  readonly #sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    /** Base URL, http. */
    readonly url: string,
  ) {}

  /**
   * `delay`: milliseconds that each byte takes, one way. A connection costs its handshake, one round trip, before its first byte.
   * `person` counts the crossings of whoever uses it.
   */
  static async start(target: string, delay: number, person: Person = new Flights().join()): Promise<FarProxy> {
    const { hostname, port } = new URL(target);
    const server = createServer((near) => {
      const far = connect(Number(port), hostname);
      const sockets = [near, far];
      for (const socket of sockets) {
        proxy.#sockets.add(socket);
        socket.setNoDelay(true);
        socket.on('close', () => proxy.#sockets.delete(socket));
        socket.on('error', () => undefined); // The close that follows says it to the other end.
      }
      const [openAt, handshake] = [performance.now() + 2 * delay, person.crossings + 2];
      pipeLate(near, far, delay, openAt, () => person.send(performance.now() < openAt ? handshake : 0));
      pipeLate(far, near, delay, 0, () => person.receive());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const proxy: FarProxy = new FarProxy(server, `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
    return proxy;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** In order: what comes later leaves later. Nothing leaves before `openAt` (ms of `performance.now()`). */
const pipeLate = (from: Socket, to: Socket, delay: number, openAt: number, count: () => () => void): void => {
  const later = (what: () => void) => setTimeout(what, Math.max(0, openAt - performance.now()) + delay);
  from.on('data', (bytes) => {
    const arrive = count();
    later(() => {
      arrive();
      to.write(bytes);
    });
  });
  from.on('close', () => {
    later(() => to.end());
  });
};
