import { after, before, describe, it } from 'node:test';
import { startServer, type StartedServer } from '../../demo/server/start.js';
import { mulberry32 } from '../rig/prng.js';
import { connect, type WireClient } from '../server/wire-client.js';
import { RedisServer } from './redis-server.js';

const SECRET = 's'.repeat(32);
const ROOMS = ['a', 'b', 'c', 'd'];
const STEPS = 600;
const PEOPLE = 24;

describe('Rooms on several nodes, whatever people do and Redis suffers', () => {
  let redis: RedisServer;
  let nodes: StartedServer[];
  before(async () => {
    redis = await RedisServer.start();
    const options = { secret: SECRET, redisUrl: redis.url };
    nodes = await Promise.all([startServer(options), startServer(options), startServer(options)]);
  });
  after(async () => {
    await Promise.all(nodes.map((node) => node.close()));
    await redis.stop();
  });

  for (const seed of [1, 2, 3]) {
    it(`have the right people listed for everybody in the end (${seed})`, async () => {
      const random = mulberry32(seed);
      const pick = <Value>(all: readonly Value[]): Value => all[Math.floor(random() * all.length)]!;
      const people = new Map<WireClient, Set<string>>();
      const enter = async (): Promise<void> => {
        people.set(await connect(pick(nodes), `user-${people.size}-${Math.floor(random() * 8)}`), new Set());
      };
      const troubles: Readonly<Record<number, () => unknown>> = {
        [STEPS * 0.3]: () => redis.kill(),
        [STEPS * 0.4]: () => redis.resume(),
        [STEPS * 0.6]: () => redis.freeze(),
        [STEPS * 0.7]: () => redis.thaw(),
      };
      for (let index = 0; index < PEOPLE; index += 1) await enter();
      for (let step = 0; step < STEPS; step += 1) {
        await troubles[step]?.();
        const [client, rooms] = pick([...people]);
        const room = pick(ROOMS);
        const what = random();
        if (what < 0.4) {
          client.send('chat.join', room);
          rooms.add(room);
        } else if (what < 0.6) {
          client.send('chat.leave', room);
          rooms.delete(room);
        } else if (what < 0.65) {
          client.socket.terminate();
          people.delete(client);
          await enter();
        } else if (what < 0.7) pick(nodes).rooms.evict(room, client.id);
        else client.send('chat.typing', room, { typing: true });
        if (step % 8 === 0 && people.has(client)) await client.roundTrip();
      }
      // As an element does: who wants to be in a room asks again until it is, for a server may have been busy.
      const wanted = (room: string) => [...people].flatMap(([client, rooms]) => (rooms.has(room) ? [client] : []));
      const isRight = (client: WireClient, room: string) =>
        client.usersOf(room)?.join() ===
        wanted(room)
          .map(({ id }) => id)
          .sort()
          .join();
      for (const room of ROOMS) {
        for (const client of wanted(room)) {
          client.forget();
          client.send('chat.join', room);
          await client.until(() => {
            const isBusy = client.errors.length > 0;
            if (isBusy) client.forget();
            if (isBusy) setTimeout(() => client.send('chat.join', room), 200);
            return client.usersOf(room)?.includes(client.id);
          });
        }
        await Promise.all(wanted(room).map((client) => client.until(() => isRight(client, room))));
      }
      for (const client of people.keys()) client.socket.terminate();
    });
  }
});
