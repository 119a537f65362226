import type { WebSocket } from 'ws';
import { FaultyLine, type FrameFaults } from './frame-faults.js';
import { mulberry32, seedFor } from './prng.js';

export type Direction = 'up' | 'down';

/** Faults of a connection by direction: `up` is from the page to the server. */
export type Faults = Readonly<Partial<Record<Direction, FrameFaults>>>;

/** Whose connection a frame is on, and which way it goes. */
export interface Way {
  readonly user: string;
  readonly direction: Direction;
}

/** The frames that a frame becomes on its way: other ones, several, or none. Those behind it wait until that is known. */
export type Rewrite = (frame: string, way: Way) => readonly string[] | Promise<readonly string[]>;

/** Codes that stand for "no close frame came": they can't be sent. */
const UNSENDABLE = new Set([1005, 1006, 1015]);

const NO_ERROR = (): void => {
  // What matters of a socket's error is that `close` follows it.
};

/** One client's WebSocket on its way through the proxy. */
export class ProxiedSocket {
  readonly #up: FaultyLine;
  readonly #down: FaultyLine;
  #isHalfOpen = false;

  /** `name` gives the seed: the user's id and how many connections they had before. */
  constructor(
    readonly user: string,
    name: string,
    seed: number,
    private readonly page: WebSocket,
    private readonly server: WebSocket,
    onClosed: () => void,
    rewrite?: Rewrite,
  ) {
    this.#up = new FaultyLine(mulberry32(seedFor(seed, `${name} up`)));
    this.#down = new FaultyLine(mulberry32(seedFor(seed, `${name} down`)));
    this.#join(page, server, this.#up, rewrite && ((frame) => rewrite(frame, { user, direction: 'up' })));
    this.#join(server, page, this.#down, rewrite && ((frame) => rewrite(frame, { user, direction: 'down' })));
    page.once('close', onClosed);
  }

  setFaults({ up = {}, down = {} }: Faults): void {
    this.#up.faults = up;
    this.#down.faults = down;
  }

  /** From now on neither end hears of the other: no data, no FIN, no answer to a ping or a close. */
  halfOpen(): void {
    this.#isHalfOpen = true;
    this.#cut();
    this.page.pause();
    this.server.pause();
  }

  /** Hands the page a frame that no server sent: neither its limits nor its checks stand before it. */
  inject(frame: string | Buffer): void {
    if (this.page.readyState === this.page.OPEN) this.page.send(frame, { binary: true });
  }

  /** Both ends lose the connection at once, without a close frame. */
  kill(): void {
    this.#cut();
    this.page.terminate();
    this.server.terminate();
  }

  #cut(): void {
    this.#up.cut();
    this.#down.cut();
  }

  #join(from: WebSocket, to: WebSocket, line: FaultyLine, rewrite?: (frame: string) => ReturnType<Rewrite>): void {
    let before = Promise.resolve();
    from.on('error', NO_ERROR);
    from.on('message', (data, isBinary) => {
      const bytes = data as Buffer; // `binaryType` is left alone
      const text = bytes.toString();
      const pass = (frame: string | Buffer) => {
        line.pass(text, frame.length, () => {
          if (to.readyState === to.OPEN) to.send(frame, { binary: isBinary });
        });
      };
      if (!rewrite) {
        pass(bytes);
        return;
      }
      before = before.then(async () => {
        for (const frame of await rewrite(text)) pass(frame);
      });
    });
    from.on('ping', (data) => {
      if (to.readyState === to.OPEN) to.ping(data);
    });
    from.on('pong', (data) => {
      if (to.readyState === to.OPEN) to.pong(data);
    });
    from.once('close', (code, reason) => {
      if (this.#isHalfOpen) return;
      this.#cut();
      if (UNSENDABLE.has(code)) to.terminate();
      else to.close(code, reason);
    });
  }
}
