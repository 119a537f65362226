import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { startServer, type StartOptions, type StartedServer } from '../../demo/server/start.js';
import type { ServerEvent } from '../../demo/server/events.js';
import { ServerProcess } from '../bench/server-process.js';
import { connect, type WireClient } from '../server/wire-client.js';
import { RedisServer } from './redis-server.js';

const SECRET = 's'.repeat(32);
const CEILING_MS = 30_000;

describe('Rooms on several nodes, when something breaks', () => {
  let redis: RedisServer;
  let nodes: { close(): Promise<void> }[] = [];
  before(async () => {
    redis = await RedisServer.start();
  });
  afterEach(async () => {
    redis.thaw();
    await Promise.all(nodes.map((node) => node.close()));
    nodes = [];
  });
  after(() => redis.stop());

  /** A node, and what it tells of. */
  const start = async (options: StartOptions = {}) => {
    const checks = new Set<() => void>();
    const events: ServerEvent[] = [];
    const onEvent = (event: ServerEvent) => {
      events.push(event);
      for (const check of [...checks]) check();
    };
    const server = await startServer({ secret: SECRET, redisUrl: redis.url, metrics: true, onEvent, ...options });
    nodes.push(server);
    const until = (isDone: () => boolean): Promise<void> =>
      new Promise((resolve, reject) => {
        const check = () => {
          if (!isDone()) return;
          clearTimeout(ceiling);
          checks.delete(check);
          resolve();
        };
        const ceiling = setTimeout(() => reject(new Error(`not told: ${String(isDone)}`)), CEILING_MS);
        checks.add(check);
        check();
      });
    const told = (isUp: boolean, since: number) =>
      until(() => events.slice(since).some((event) => event.kind === 'redis' && event.isUp === isUp));
    return Object.assign(server, { events, until, told });
  };
  type Node = Awaited<ReturnType<typeof start>>;

  const seen = (client: WireClient, room: string, ids: readonly string[]) =>
    client.until((each) => each.usersOf(room)?.join() === [...ids].sort().join());
  const hears = (client: WireClient, text: string) =>
    client.until((each) => each.of('chat.message').some(({ data }) => data.message === text));
  const readyOf = async ({ url }: StartedServer) => {
    const response = await fetch(`${url}/ready`);
    return [response.status, await response.text()];
  };
  const figuresOf = async ({ url }: StartedServer) => (await fetch(`${url}/metrics`)).text();

  /** Ann on one node and Bo on another, in a room. */
  const pair = async (room: string) => {
    const [one, two] = [await start(), await start()];
    const [ann, bo] = [await connect(one, 'ann'), await connect(two, 'bo')];
    await ann.join(room);
    await bo.join(room);
    await seen(ann, room, ['ann', 'bo']);
    return { one, two, ann, bo };
  };
  const lose = (those: readonly Node[], how: () => unknown) => {
    const marks = those.map(({ events }) => events.length);
    how();
    return Promise.all(those.map((node, index) => node.told(false, marks[index]!)));
  };
  const mend = (those: readonly Node[], how: () => unknown) => {
    const marks = those.map(({ events }) => events.length);
    how();
    return Promise.all(those.map((node, index) => node.told(true, marks[index]!)));
  };

  it('who was on a node that is killed is out of every room, and their places are free', async () => {
    const one = await start({ limits: { peoplePerRoom: 3, roomsPerUser: 1 } });
    const doomed = await ServerProcess.start({ REDIS_URL: redis.url, MAX_PEOPLE_PER_ROOM: '3' });
    const ann = await connect(one, 'ann');
    const lost = await Promise.all(['bo', 'cy'].map((id) => connect(doomed, id)));
    await ann.join('killed');
    for (const client of lost) await client.join('killed');
    await seen(ann, 'killed', ['ann', 'bo', 'cy']);
    doomed.signal('SIGKILL');
    await Promise.all(lost.map(({ closed }) => closed));
    await seen(ann, 'killed', ['ann']);
    assert.ok(one.events.some(({ kind }) => kind === 'node-gone'));
    assert.match(await figuresOf(one), /^private_meet_nodes_gone_total 1$/m);
    const back = await Promise.all(['bo', 'cy'].map((id) => connect(one, id)));
    for (const client of back) await client.join('killed');
    await seen(ann, 'killed', ['ann', 'bo', 'cy']);
    const late = await connect(one, 'late');
    late.send('chat.join', 'killed');
    await late.until((client) => client.errors.length === 1);
  });

  it('who is on a node that stands still is out meanwhile, and back with it', async () => {
    const one = await start();
    const still = await ServerProcess.start({ REDIS_URL: redis.url });
    nodes.push({ close: () => still.stop() });
    const [ann, bo] = [await connect(one, 'ann'), await connect(still, 'bo')];
    await ann.join('still');
    await bo.join('still');
    await seen(ann, 'still', ['ann', 'bo']);
    still.signal('SIGSTOP');
    await seen(ann, 'still', ['ann']);
    still.signal('SIGCONT');
    await seen(ann, 'still', ['ann', 'bo']);
    ann.send('chat.message', 'still', { message: 'there you are' });
    await hears(bo, 'there you are');
  });

  for (const { name, away, back } of [
    { name: 'started anew, with nothing left of what it knew', away: () => redis.kill(), back: () => redis.resume() },
    { name: 'frozen for a while', away: () => redis.freeze(), back: () => redis.thaw() },
  ]) {
    it(`a Redis that is ${name} is told of; rooms go on, nobody is missing in them, and what was said is passed on then`, async () => {
      const room = `with Redis ${name}`;
      const { one, two, ann, bo } = await pair(room);
      const both = [one, two];
      assert.deepEqual(await readyOf(one), [200, 'OK']);
      assert.match(await figuresOf(one), /^private_meet_redis_up 1$/m);
      await lose(both, away);
      assert.deepEqual(await readyOf(one), [503, 'Without Redis']);
      assert.match(await figuresOf(one), /^private_meet_redis_up 0$/m);

      const cy = await connect(one, 'cy');
      await cy.join(room); // it is here
      await seen(ann, room, ['ann', 'bo', 'cy']);
      cy.send('chat.join', 'new'); // whether it is elsewhere can't be known
      await cy.until((client) => client.errors.length === 1);
      assert.deepEqual(cy.errors, ['Server busy']);
      const said = ['one', 'two', 'three'];
      for (const message of said) ann.send('chat.message', room, { message });
      await hears(cy, 'three');
      ann.forget();
      bo.forget();

      await mend(both, back);
      await seen(bo, room, ['ann', 'bo', 'cy']);
      await hears(bo, 'three');
      assert.deepEqual(
        bo.of('chat.message').map(({ data }) => data.message),
        said,
      );
      assert.deepEqual(await readyOf(one), [200, 'OK']);
      const lists = [...ann.of('room.users'), ...bo.of('room.users')].map(({ data }) => JSON.stringify(data.users));
      for (const list of lists) for (const id of ['ann', 'bo']) assert.ok(list.includes(`"${id}"`), list);
      assert.deepEqual([...ann.errors, ...bo.errors], []);
      await cy.join('new');
    });
  }

  it('what could not be passed on in time is told to who said it', async () => {
    const { one, two, ann, bo } = await pair('told');
    await lose([one, two], () => redis.freeze());
    ann.send('chat.message', 'told', { message: 'lost' });
    await ann.until((client) => client.errors.length === 1);
    assert.deepEqual(ann.errors, ['Server busy']);
    assert.match(await figuresOf(one), /^private_meet_drops_total\{reason="nodes"\} 1$/m);
    await mend([one, two], () => redis.thaw());
    ann.send('chat.message', 'told', { message: 'found' });
    await hears(bo, 'found');
    assert.deepEqual(
      bo.of('chat.message').map(({ data }) => data.message),
      ['found'],
    );
  });

  it('who left while Redis was away is out once it is back, and so is who asked to come and was not let in', async () => {
    const { one, two, ann, bo } = await pair('left');
    const cy = await connect(two, 'cy');
    await cy.join('left');
    await lose([one, two], () => {
      redis.freeze();
      ann.send('chat.join', 'ghost'); // Redis gets it, and takes its time
    });
    await ann.until((client) => client.errors.length === 1);
    bo.socket.terminate();
    await mend([one, two], () => redis.thaw());
    await seen(ann, 'left', ['ann', 'cy']);
    const dan = await connect(two, 'dan');
    await dan.join('ghost');
    await seen(dan, 'ghost', ['dan']);
  });

  it('a node that is started without a Redis says so and begins when there is one', async () => {
    await redis.kill();
    const one = await start();
    assert.deepEqual(await readyOf(one), [503, 'Without Redis']);
    const ann = await connect(one, 'ann');
    ann.send('chat.join', 'early');
    await ann.until((client) => client.errors.length === 1);
    await mend([one], () => redis.resume());
    await ann.join('early');
  });

  it('what no node would write is ignored, and told', async () => {
    const { one, two, ann, bo } = await pair('hostile');
    const client = await redis.client();
    const keys = await client.keys('private-meet:*:room:*');
    const key = keys[0]!;
    const channel = key.replace(':room:', ':say:');
    const frame = (value: unknown) => `F${'x'.repeat(12)}${JSON.stringify(value)}`;
    const message = { type: 'chat.message', room: 'hostile', data: { message: 'x' }, from: 'eve' };
    const deep = `F${'x'.repeat(12)}{"type":"chat.typing","room":"hostile","from":"eve","data":{"a":${'['.repeat(30_000)}${']'.repeat(30_000)}}}`;
    const garbage = [
      '',
      'F',
      'P',
      'Pfoo',
      'P1 2 + x\n{}',
      '\u0000',
      'F'.repeat(500_000),
      frame(null),
      frame({ ...message, type: 'room.users', data: { users: [] }, from: 'system' }),
      frame({ ...message, from: 'system' }),
      frame({ ...message, from: 7 }),
      frame({ ...message, from: 'e'.repeat(300) }),
      frame({ ...message, room: 'another' }),
      frame({ ...message, type: 'chat.join' }),
      frame({ ...message, data: { message: 'x'.repeat(6000) } }),
      frame({ ...message, data: [] }),
      frame({ ...message, type: 'chat.typing', data: { a: 'x'.repeat(70_000) } }),
      frame({ ...message, type: 'chat.typing', data: { a: '<'.repeat(60_000) } }),
      deep,
    ];
    for (const each of garbage) await client.publish(channel, each);
    const entries = ['', '{', 'null', '[]', '{"userID":"system","username":"x"}', '{"userID":7,"username":"x"}'];
    const version = await client.hGet(key, 'v');
    for (const [index, entry] of entries.entries()) await client.hSet(key, `${'y'.repeat(12)}/${index}`, entry);
    await client.hSet(key, 'nonsense', '{"userID":"eve","username":"Eve"}');
    await client.publish(channel, `P${version} 99999999 *`);
    await client.publish(channel, frame({ ...message, data: { message: 'last', '<': 1 } }));
    await hears(ann, 'last');
    await hears(bo, 'last');
    client.destroy();
    assert.deepEqual(
      ann.frames.flatMap(({ type, from }) => (type === 'room.users' ? [] : [from])),
      ['eve'],
    );
    assert.ok(ann.raw.at(-1)!.text.includes('\\u003c'));
    for (const node of [one, two]) assert.ok(node.events.filter(({ kind }) => kind === 'garbage').length >= 15);
    const dan = await connect(two, 'dan');
    await dan.join('hostile');
    await seen(ann, 'hostile', ['ann', 'bo', 'dan']);
  });

  it('lists that were emptied behind our back are written anew', async () => {
    const { ann, bo } = await pair('flushed');
    const client = await redis.client();
    await client.flushAll();
    client.destroy();
    const { one } = { one: await start() };
    const cy = await connect(one, 'cy');
    cy.send('chat.join', 'flushed');
    await Promise.all([ann, bo, cy].map((each) => seen(each, 'flushed', ['ann', 'bo', 'cy'])));
  });
});
