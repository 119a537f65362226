import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { socketUrl } from '../server/wire-client.js';
import { ServerProcess } from './server-process.js';

const ROOMS = 1000;
const PEOPLE = 8;
/** By turns at each server. */
const ROUNDS = 5;
/** Milliseconds between a frame in one room and one in the next. */
const PACE = 4;
/** Upgrades under way at once. */
const AT_ONCE = 50;
/** Times the median of `ws` alone. */
const LIMIT = 1.3;

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

/** A server with everybody in the rooms. */
class Crowd {
  readonly latencies: number[] = [];
  /** Kilobytes of each socket, in its room. */
  kilobytes = 0;
  readonly #rooms: WebSocket[][] = Array.from({ length: ROOMS }, () => []);
  #missing = 0;
  #handleAll: (() => void) | undefined;

  constructor(
    readonly name: string,
    private readonly server: ServerProcess,
    private readonly addressOf: (person: number) => Promise<string>,
    private readonly joins: boolean,
  ) {}

  async fill(): Promise<void> {
    const before = this.server.megabytes();
    let begun = 0;
    const enter = async (): Promise<void> => {
      while (begun < ROOMS * PEOPLE) {
        const person = begun;
        begun += 1;
        await this.#enter(person);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, enter));
    this.kilobytes = ((this.server.megabytes() - before) * 1000) / (ROOMS * PEOPLE);
  }

  /** A frame in each room, and its way to each who is in it. */
  async round(): Promise<void> {
    this.#missing = ROOMS * PEOPLE;
    const all = new Promise<void>((resolve) => (this.#handleAll = resolve));
    for (const [index, people] of this.#rooms.entries()) {
      const data = { message: 'x'.repeat(200), at: performance.now() };
      people[0]?.send(JSON.stringify({ type: 'chat.message', room: `room-${index}`, data }));
      await delay(PACE);
    }
    await all;
  }

  async end(): Promise<void> {
    for (const socket of this.#rooms.flat()) socket.terminate();
    await this.server.stop();
  }

  async #enter(person: number): Promise<void> {
    const index = person % ROOMS;
    const socket = new WebSocket(await this.addressOf(person));
    await once(socket, 'open');
    this.#rooms[index]?.push(socket);
    const listed = new Promise<void>((resolve) => socket.on('message', this.#hear(resolve)));
    if (!this.joins) return;
    socket.send(JSON.stringify({ type: 'chat.join', room: `room-${index}`, data: {} }));
    await listed;
  }

  #hear(handleList: () => void): (data: WebSocket.RawData) => void {
    return (data) => {
      const { type, data: said } = JSON.parse((data as Buffer).toString()) as { type: string; data: { at?: number } };
      if (type === 'room.users') handleList();
      if (type !== 'chat.message' || said.at === undefined) return;
      this.latencies.push(performance.now() - said.at);
      this.#missing -= 1;
      if (this.#missing === 0) this.#handleAll?.();
    };
  }
}

const rowOf = ({ name, latencies, kilobytes }: Crowd) => {
  const sorted = [...latencies].sort((one, other) => one - other);
  return { name, p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99), kilobytes };
};

/** What the part of `npm run bench -- server` on many rooms prints; 1 when a frame takes longer than it may beside `ws` alone. */
export const benchManyRooms = async (): Promise<number> => {
  const limits = { MAX_SOCKETS_PER_ADDRESS: '20000' };
  const ours = await ServerProcess.start(limits);
  const bare = await ServerProcess.start({}, 'test/bench/bare-broadcast.ts');
  const ourAddress = async (person: number) => socketUrl(ours.url, await ours.issueToken({ sub: `user-${person}` }));
  const bareAddress = (person: number) =>
    Promise.resolve(`${bare.url.replace(/^http/, 'ws')}/?room=room-${person % ROOMS}`);
  const crowds = [
    new Crowd('this server', ours, ourAddress, true),
    new Crowd('ws alone', bare, bareAddress, false),
  ] as const;
  for (const crowd of crowds) await crowd.fill();
  for (let round = 0; round < ROUNDS; round += 1) for (const crowd of crowds) await crowd.round();
  const rows = crowds.map(rowOf);
  for (const crowd of crowds) await crowd.end();
  const ratio = (rows[0]?.p50 ?? Number.NaN) / (rows[1]?.p50 ?? Number.NaN);
  console.log(
    `${ROOMS} rooms of ${PEOPLE}, a frame in each every ${(ROOMS * PACE) / 1000} s (ms, and kB for each socket in its room):`,
  );
  console.table(
    rows.map(({ name, ...figures }) => ({
      name,
      ...Object.fromEntries(Object.entries(figures).map(([figure, value]) => [figure, value.toFixed(2)])),
    })),
  );
  console.log(`Median beside ws alone: ${ratio.toFixed(2)} (at most ${LIMIT})`);
  return ratio <= LIMIT ? 0 : 1;
};
