import { RedisServer } from '../network/redis-server.js';
import { idsOf, meet } from '../server/meet.js';
import { connect, type WireClient } from '../server/wire-client.js';
import { ServerProcess } from './server-process.js';

/** Frames one by one, one node and two by turns, so that whatever else the machine does meets both. */
const FRAMES = 1000;
const WARM_UP = 200;
/** Milliseconds that a second node may add in the median. */
const MOST_MS = 1;
const KILLS = 5;
/** Seconds after which a killed node's people are out. */
const MOST_SECONDS = 5;
const ROUNDS = 100;
const PEOPLE = 8;
/** As long as an offer. */
const OFFER = { sdp: 'v=0\r\n'.padEnd(1700, 'a=candidate:1 1 udp 1 192.0.2.1 9 typ host\r\n'), to: 'bo' };
/** Milliseconds between frames: half of what a connection may send. */
const PACE_MS = 50;

type Pair = readonly [from: WireClient, to: WireClient];

const pairOn = async (room: string, one: ServerProcess, other: ServerProcess): Promise<Pair> => {
  const [from, to] = [await connect(one, 'ann'), await connect(other, 'bo')];
  await from.join(room);
  await to.join(room);
  await from.until((client) => client.usersOf(room)?.length === 2);
  return [from, to];
};

const millisecondsOf = async ([from, to]: Pair, room: string): Promise<number> => {
  to.forget();
  from.forget();
  const begun = performance.now();
  from.send('webrtc.offer', room, OFFER);
  await to.until((client) => client.of('webrtc.offer').length === 1);
  const passed = performance.now() - begun;
  await from.until((client) => client.of('webrtc.offer').length === 1);
  return passed;
};

const rankOf = (values: readonly number[], part: number): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length * part)] ?? Number.NaN;

const benchRelay = async (alone: ServerProcess, one: ServerProcess, two: ServerProcess): Promise<boolean> => {
  const pairs = { 'one node': await pairOn('alone', alone, alone), 'two nodes': await pairOn('across', one, two) };
  const rooms = { 'one node': 'alone', 'two nodes': 'across' };
  const times: Record<keyof typeof pairs, number[]> = { 'one node': [], 'two nodes': [] };
  for (let frame = 0; frame < FRAMES + WARM_UP; frame += 1) {
    for (const kind of ['one node', 'two nodes'] as const) {
      const passed = await millisecondsOf(pairs[kind], rooms[kind]);
      if (frame >= WARM_UP) times[kind].push(passed);
    }
    await new Promise((resolve) => setTimeout(resolve, PACE_MS - 2 * Math.random()));
  }
  for (const [kind, all] of Object.entries(times)) {
    const [median, p99] = [rankOf(all, 0.5), rankOf(all, 0.99)];
    console.log(`relay, ${kind}: median ${median.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms`);
  }
  const added = rankOf(times['two nodes'], 0.5) - rankOf(times['one node'], 0.5);
  console.log(`a second node adds ${added.toFixed(2)} ms in the median (at most ${MOST_MS})`);
  return added <= MOST_MS;
};

const benchKills = async (one: ServerProcess, redis: RedisServer): Promise<boolean> => {
  const seconds: number[] = [];
  const ann = await connect(one, 'ann');
  for (let kill = 0; kill < KILLS; kill += 1) {
    const room = `killed-${kill}`;
    const doomed = await ServerProcess.start({ REDIS_URL: redis.url });
    const others = await Promise.all(['bo', 'cy'].map((id) => connect(doomed, id)));
    await ann.join(room);
    for (const client of others) await client.join(room);
    await ann.until((client) => client.usersOf(room)?.length === 3);
    const begun = performance.now();
    doomed.signal('SIGKILL');
    await ann.until((client) => client.usersOf(room)?.length === 1);
    seconds.push((performance.now() - begun) / 1000);
  }
  const most = Math.max(...seconds);
  console.log(`a node is killed: its people are out after ${most.toFixed(1)} s at most (at most ${MOST_SECONDS})`);
  return most <= MOST_SECONDS;
};

const benchMesh = async (nodes: readonly [ServerProcess, ...ServerProcess[]]): Promise<boolean> => {
  let whole = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const clients = await meet(nodes, `mesh-${round}`, idsOf('m', PEOPLE), []).catch(() => []);
    if (clients.length === PEOPLE && clients.every(({ errors }) => errors.length === 0)) whole += 1;
    for (const client of clients) client.socket.terminate();
  }
  console.log(`${PEOPLE} people over ${nodes.length} nodes: every offer answered in ${whole} of ${ROUNDS} rooms`);
  return whole === ROUNDS;
};

/** Two and three nodes against one, in the same run; the number of figures that are not as they have to be. */
export const benchNodes = async (): Promise<number> => {
  const redis = await RedisServer.start();
  const alone = await ServerProcess.start();
  const linked = { REDIS_URL: redis.url };
  const [one, two, three] = [
    await ServerProcess.start(linked),
    await ServerProcess.start(linked),
    await ServerProcess.start(linked),
  ];
  const kept = [await benchRelay(alone, one, two), await benchKills(one, redis), await benchMesh([one, two, three])];
  for (const server of [alone, one, two, three]) await server.stop();
  await redis.stop();
  return kept.filter((isKept) => !isKept).length;
};
