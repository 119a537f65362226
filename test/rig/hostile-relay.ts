import type { Frame } from '../helpers/relay.js';
import type { FaultProxy } from './fault-proxy.js';
import type { Rewrite, Way } from './proxied-socket.js';

export type { Frame };

/** What becomes of a frame at the hands of a server that wishes us ill: other frames, or none. */
export type Attack = (frame: Frame, way: Way) => readonly Frame[] | Promise<readonly Frame[]>;

/** The signal's receiver, where it is one. */
export const receiverOf = ({ data }: Frame): unknown => data['to'];

/** A server that can't be trusted: the stage's own behind a proxy that does with each frame what a test tells it. */
export class HostileRelay {
  #attacks: readonly Attack[] = [];
  /** Signals as their senders wrote them, each once, by the receiver's copy. */
  readonly signals: Frame[] = [];

  readonly #said: string[] = [];

  constructor(private readonly proxy: FaultProxy) {
    proxy.rewrite = this.#rewrite;
  }

  /** Does this from now on, one after the other, on all connections, those there are included. */
  attack(...attacks: readonly Attack[]): void {
    this.#attacks = attacks;
  }

  /** Passes everything on as it is. */
  relent(): void {
    this.#attacks = [];
    this.signals.length = 0;
    this.#said.length = 0;
  }

  /** Whether anybody said this to the server, in whatever frame, since it was wished well last. */
  says(text: string): boolean {
    return this.#said.some((frame) => frame.includes(text));
  }

  /** Hands somebody a frame that nobody sent. */
  inject(to: string, frame: Frame): void {
    const [socket] = this.proxy.sockets(to);
    if (!socket) throw new Error(`no socket of ${to}`);
    socket.inject(JSON.stringify(frame));
  }

  readonly #rewrite: Rewrite = async (text, way) => {
    const frame = JSON.parse(text) as Frame;
    if (way.direction === 'up') this.#said.push(text);
    if (way.direction === 'down' && receiverOf(frame) === way.user) this.signals.push(frame);
    let frames: readonly Frame[] = [frame];
    for (const attack of this.#attacks) {
      const made: Frame[] = [];
      for (const each of frames) made.push(...(await attack(each, way)));
      frames = made;
    }
    return frames.length === 1 && frames[0] === frame ? [text] : frames.map((each) => JSON.stringify(each));
  };
}
