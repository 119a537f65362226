import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { startServer, type StartOptions, type StartedServer } from '../../demo/server/start.js';
import { idsOf, meet } from '../server/meet.js';
import { connect, type WireClient } from '../server/wire-client.js';
import { RedisServer } from './redis-server.js';

const SECRET = 's'.repeat(32);

describe('Rooms on several nodes', () => {
  let redis: RedisServer;
  let nodes: StartedServer[] = [];
  before(async () => {
    redis = await RedisServer.start();
  });
  afterEach(async () => {
    await Promise.all(nodes.map((node) => node.close()));
    nodes = [];
  });
  after(() => redis.stop());

  const start = async (count: number, options: StartOptions = {}): Promise<StartedServer[]> => {
    const all = Array.from({ length: count }, () => startServer({ secret: SECRET, redisUrl: redis.url, ...options }));
    return (nodes = await Promise.all(all));
  };
  const seen = (client: WireClient, room: string, count: number) =>
    client.until((each) => each.usersOf(room)?.length === count);
  const textsOf = (client: WireClient) => client.of('chat.message').map(({ data }) => data.message);

  it('are one: whoever joins is listed on all, everything said reaches everybody in order, the sender included, and nobody else', async () => {
    const [one, two, three] = (await start(3)) as [StartedServer, StartedServer, StartedServer];
    const [ann, bo, cy] = [await connect(one, 'ann'), await connect(two, 'bo'), await connect(three, 'cy')];
    const stranger = await connect(two, 'stranger');
    await stranger.join('another');
    for (const client of [ann, bo, cy]) await client.join('room');
    await Promise.all([ann, bo, cy].map((client) => seen(client, 'room', 3)));
    const said = Array.from({ length: 30 }, (_, index) => String(index));
    for (const text of said) bo.send('chat.message', 'room', { message: text, x: { v: 1 } });
    for (const client of [ann, bo, cy]) {
      await client.until(() => textsOf(client).length === said.length);
      assert.deepEqual(textsOf(client), said);
    }
    assert.deepEqual(ann.of('chat.message')[0], {
      type: 'chat.message',
      room: 'room',
      data: { message: '0', x: { v: 1 } },
      from: 'bo',
    });
    assert.ok(ann.raw.every(({ binary }) => binary));
    await stranger.roundTrip();
    assert.deepEqual(stranger.of('chat.message'), []);
  });

  it('hear of who joins before anything of theirs, though it all comes in one go', async () => {
    const [one, two] = (await start(2)) as [StartedServer, StartedServer];
    const ann = await connect(one, 'ann');
    await ann.join('room');
    for (let round = 0; round < 20; round += 1) {
      const other = await connect(two, `other-${round}`);
      ann.forget();
      other.send('chat.join', 'room');
      for (const text of ['a', 'b', 'c']) other.send('chat.message', 'room', { message: text });
      await ann.until(() => textsOf(ann).length === 3);
      await other.until(() => textsOf(other).length === 3);
      assert.deepEqual(
        ann.frames.map(({ type }) => type),
        ['room.users', 'chat.message', 'chat.message', 'chat.message'],
      );
      assert.ok(ann.usersOf('room')?.includes(other.id));
      assert.equal(other.frames[0]?.type, 'room.users');
      other.socket.terminate();
      await seen(ann, 'room', 1);
    }
  });

  it('lose who leaves, and who drops, on all nodes; joining again brings the list to everybody', async () => {
    const [one, two] = (await start(2)) as [StartedServer, StartedServer];
    const [ann, bo, cy] = [await connect(one, 'ann'), await connect(two, 'bo'), await connect(two, 'cy')];
    for (const client of [ann, bo, cy]) await client.join('room');
    await seen(ann, 'room', 3);
    bo.send('chat.leave', 'room');
    await seen(ann, 'room', 2);
    cy.socket.terminate();
    await seen(ann, 'room', 1);
    await bo.roundTrip();
    bo.send('chat.message', 'room', { message: 'hello' });
    await bo.until((client) => client.errors.length === 1);
    await bo.join('room');
    await seen(ann, 'room', 2);
    const lists = bo.of('room.users').length;
    ann.send('chat.join', 'room');
    await bo.until((client) => client.of('room.users').length > lists);
    assert.deepEqual(bo.usersOf('room'), ['ann', 'bo']);
  });

  it('list somebody once for each socket, whichever node it is at', async () => {
    const [one, two] = (await start(2)) as [StartedServer, StartedServer];
    const [tab, other] = [await connect(one, 'ann'), await connect(two, 'ann')];
    await tab.join('room');
    await other.join('room');
    await seen(tab, 'room', 2);
    assert.deepEqual(tab.usersOf('room'), ['ann', 'ann']);
    tab.send('chat.message', 'room', { message: 'hello' });
    await other.until((client) => client.of('chat.message').length === 1);
    other.socket.close();
    await seen(tab, 'room', 1);
  });

  it('hear of it when somebody who lags is put out on another node, who may come back', async () => {
    const [one, two] = (await start(2)) as [StartedServer, StartedServer];
    const [ann, bo] = [await connect(one, 'ann'), await connect(two, 'bo')];
    await ann.join('room');
    await bo.join('room');
    await seen(ann, 'room', 2);
    two.rooms.evict('room', 'bo');
    await seen(ann, 'room', 1);
    await bo.join('room');
    await seen(ann, 'room', 2);
  });

  it('may have any name, and so may people', async () => {
    const [one, two] = (await start(2)) as [StartedServer, StartedServer];
    const names = ['*', 'a:b c\r\n$3', '\ud800', '\ud801', '__proto__', '🦊'.repeat(128), '{x}', '%s', '\u0000'];
    const ids = ['a b', '\r\n', '/1', '☂'.repeat(255), '__proto__', '\ud800', '-', '*', '0'].map((id, index) =>
      id.trim() === '' ? `${id}x${index}` : id,
    );
    for (const [index, name] of names.entries()) {
      const [ann, bo] = [await connect(one, 'ann'), await connect(two, ids[index]!)];
      await ann.join(name);
      bo.send('chat.join', name);
      await seen(ann, name, 2);
      await seen(bo, name, 2);
      bo.send('chat.message', name, { message: 'hello' });
      await ann.until((client) => client.of('chat.message').length === 1);
      assert.equal(ann.of('chat.message')[0]?.from, bo.of('chat.message')[0]?.from);
      for (const client of [ann, bo]) client.socket.terminate();
    }
  });

  it('leave nothing behind in Redis', async () => {
    const [one, two] = (await start(2)) as [StartedServer, StartedServer];
    const [ann, bo] = [await connect(one, 'ann'), await connect(two, 'bo')];
    await ann.join('room');
    await bo.join('room');
    await seen(ann, 'room', 2);
    const client = await redis.client();
    await Promise.all([one.close(), two.close()]);
    const keys = await client.keys('*');
    client.destroy();
    assert.deepEqual(
      keys.map((key) => key.split(':').slice(3).join(':')),
      ['clock'],
    );
    nodes = [];
  });

  it('are kept to so many people and so many a user, however many come at once to several nodes', async () => {
    const [one, two, three] = (await start(3, { limits: { peoplePerRoom: 5, roomsPerUser: 3 } })) as [
      StartedServer,
      StartedServer,
      StartedServer,
    ];
    const all = [one, two, three];
    const crowd = await Promise.all(
      Array.from({ length: 15 }, (_, index) => connect(all[index % 3]!, `user-${index}`)),
    );
    for (const client of crowd) client.send('chat.join', 'room');
    await Promise.all(crowd.map((client) => client.until(() => client.errors.length > 0 || client.usersOf('room'))));
    const refused = crowd.filter(({ errors }) => errors.length > 0);
    assert.deepEqual(new Set(refused.flatMap(({ errors }) => errors)), new Set(['Room is full (maximum is 5 people)']));
    assert.equal(refused.length, 10);
    await Promise.all(crowd.filter(({ errors }) => errors.length === 0).map((client) => seen(client, 'room', 5)));

    const tabs = await Promise.all(all.map((node) => connect(node, 'ann')));
    for (const [index, tab] of tabs.entries()) for (const name of ['a', 'b']) tab.send('chat.join', `${name}${index}`);
    await Promise.all(tabs.map((tab) => tab.until(() => tab.errors.length + tab.of('room.users').length === 2)));
    assert.equal(tabs.flatMap(({ errors }) => errors).length, 3);
    assert.ok(tabs.flatMap(({ errors }) => errors).every((error) => error === 'Too many rooms (maximum is 3)'));
  });

  it('hold eight who join at once over three nodes: every offer is answered, nobody is told off or put out', async () => {
    const [one, two, three] = (await start(3)) as [StartedServer, StartedServer, StartedServer];
    for (let round = 0; round < 10; round += 1) {
      const room = `eight-${round}`;
      const clients = await meet([one, two, three], room, idsOf('m', 8), []);
      for (const client of clients) {
        assert.deepEqual(client.errors, [], client.id);
        assert.equal(client.usersOf(room)?.length, clients.length, client.id);
      }
      for (const client of clients) client.socket.terminate();
    }
  });

  it('hold deployed clients among them, whose offers come in bursts', async () => {
    const all = (await start(3)) as [StartedServer, StartedServer, StartedServer];
    const clients = await meet(all, 'mixed', idsOf('m', 6), idsOf('a', 2));
    for (const client of clients) client.socket.terminate();
  });

  it('are others for a server of another name by the same Redis', async () => {
    const [one] = (await start(1)) as [StartedServer];
    const [two] = (await start(1, { appName: 'other' })) as [StartedServer];
    const [ann, bo] = [await connect(one, 'ann'), await connect(two, 'bo')];
    await ann.join('room');
    await bo.join('room');
    bo.send('chat.message', 'room', { message: 'hello' });
    await bo.until((client) => client.of('chat.message').length === 1);
    await ann.roundTrip();
    assert.deepEqual([ann.usersOf('room'), ann.of('chat.message').length], [['ann'], 0]);
    await one.close();
  });
});
