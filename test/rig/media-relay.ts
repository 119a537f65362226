import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { FaultyLine, type FrameFaults } from './frame-faults.js';
import { mulberry32, seedFor } from './prng.js';
import type { Rewrite } from './proxied-socket.js';

/** A host candidate over UDP and IPv4, or by an mDNS name, wherever it stands in a frame (RFC 8839, 5.1). */
const CANDIDATE = /(candidate:\S+ \d+ udp \d+ )([\d.]+|\S+\.local) (\d+)(?= typ host)/giu;
/** One over IPv6 or TCP, which would lead past the relay. */
const ELSEWHERE = /(candidate:\S+ \d+ (?:udp \d+ \S*:\S*|tcp \d+ \S+)) \d+(?= typ host)/giu;
/** Where nobody listens (RFC 863, discard). */
const NOWHERE = '9';
const EVERY_ADDRESS = '0.0.0.0';
const LOOPBACK = '127.0.0.1';
/** More than the sockets of a few browsers in one test, every restart's new ones included. */
const SEATS = 256;

/** Of one UDP socket of a browser: what the others are told instead of its own port. */
interface Seat {
  readonly socket: Socket;
  /** The browser's own address, once it has one. */
  own: { readonly address: string; readonly port: number } | undefined;
  /** Ways here, by the port that they begin at. */
  readonly lines: Map<number, FaultyLine>;
}

/**
 * Where the media of pages on this machine passes through: candidates in their frames are rewritten to lead here, and
 * packets are late, lost or out of order on their way. Every socket of a browser has one of the relay's for its mask in both directions,
 * so that each end sees the other at the address that it was told.
 */
export class MediaRelay {
  readonly #taken = new Map<string, Seat>();
  readonly #free: Seat[] = [];
  #faults: FrameFaults = {};

  private constructor(
    private readonly seed: number,
    sockets: readonly Socket[],
  ) {
    for (const socket of sockets) {
      const seat: Seat = { socket, own: undefined, lines: new Map() };
      socket.on('message', (packet, { address, port }) => {
        this.#pass(packet, this.#seat(address, port), seat);
      });
      this.#free.push(seat);
    }
  }

  /** `seed`: of every draw. */
  static async open(seed = 1): Promise<MediaRelay> {
    const sockets = Array.from({ length: SEATS }, () => createSocket('udp4'));
    await Promise.all(
      sockets.map(async (socket) => {
        socket.bind(0, EVERY_ADDRESS);
        await once(socket, 'listening');
      }),
    );
    return new MediaRelay(seed, sockets);
  }

  /** The frames as the others shall have them. */
  readonly rewrite: Rewrite = (frame, { direction }) => [direction === 'up' ? this.#divert(frame) : frame];

  /** Every candidate in the frame leads here. */
  #divert(frame: string): string {
    return frame
      .replace(ELSEWHERE, `$1 ${NOWHERE}`)
      .replace(CANDIDATE, (_, start: string, name: string, port: string) => {
        // At the same address: Firefox pairs loopback with loopback alone.
        const address = name.endsWith('.local') ? LOOPBACK : name;
        const { socket } = this.#seat(address, Number(port));
        return `${start}${address} ${String(socket.address().port)}`;
      });
  }

  /** Ports that the others are told. */
  get masks(): number[] {
    return [...this.#taken.values()].map(({ socket }) => socket.address().port);
  }

  /** Sets what befalls the packets of all ways, those to come included. */
  setFaults(faults: FrameFaults): void {
    this.#faults = faults;
    for (const { lines } of this.#taken.values()) {
      for (const line of lines.values()) line.faults = faults;
    }
  }

  close(): void {
    for (const { socket, lines } of [...this.#taken.values(), ...this.#free]) {
      for (const line of lines.values()) line.cut();
      socket.close();
    }
  }

  #seat(address: string, port: number): Seat {
    const key = `${address} ${String(port)}`;
    const seat = this.#taken.get(key) ?? this.#free.pop();
    if (!seat) throw new Error(`the relay has no more than ${String(SEATS)} sockets`);
    seat.own ??= { address, port };
    this.#taken.set(key, seat);
    return seat;
  }

  /** On to a seat's browser, from the mask of the one it came from. */
  #pass(packet: Buffer, from: Seat, { own, lines }: Seat): void {
    if (!own) return;
    const source = from.socket.address().port;
    let line = lines.get(source);
    if (!line) {
      line = new FaultyLine(mulberry32(seedFor(this.seed, `${String(this.#taken.size)} ${String(lines.size)}`)));
      line.faults = this.#faults;
      lines.set(source, line);
    }
    line.pass('', packet.length, () => {
      from.socket.send(packet, own.port, own.address);
    });
  }
}
