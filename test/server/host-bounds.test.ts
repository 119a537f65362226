import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ServerEvent } from '../../demo/server/events.js';
import { isHostType, readHostAct } from '../../demo/server/house/host-frame.js';
import type { Person, WaitingRoom } from '../../demo/server/house/house.js';
import { Houses } from '../../demo/server/house/houses.js';
import { Memory } from '../../demo/server/house/memory.js';
import { Rooms } from '../../demo/server/rooms.js';
import type { Role } from '../../demo/server/tokens.js';
import { createManualClock } from './manual-clock.js';

const limits = { peoplePerRoom: 500, roomsPerUser: 3 };

const setUp = (waitingRoom: WaitingRoom) => {
  const clock = createManualClock();
  const rooms = new Rooms<Person>(limits);
  const events: ServerEvent[] = [];
  const houses = new Houses({ rooms, clock, limits, waitingRoom, tell: (event) => void events.push(event) });
  return { clock, rooms, houses, events };
};

/** Somebody without a socket. */
const person = (userID: string, role?: Role) => {
  const heard: { type: string; data: Record<string, unknown> }[] = [];
  const each: Person = {
    userID,
    username: userID,
    ...(role ? { role } : { guest: true }),
    address: userID,
    isGone: false,
    rooms: new Set(),
    awaited: new Set(),
    knocks: false,
    deliver: () => true,
    say: (frame) => void heard.push(JSON.parse(frame.toString()) as (typeof heard)[number]),
  };
  return Object.assign(each, { heard });
};
const KNOCK = { knock: true };

describe('Host tools are bounded:', () => {
  it('what is remembered, in number and in time', () => {
    const clock = createManualClock();
    const memory = new Memory(clock, 1000);
    for (let count = 0; count < 5000; count += 1) memory.add(`n${count}`);
    assert.equal(memory.size, 1000);
    assert.ok(!memory.has('n3999') && memory.has('n4000'));
    clock.advance(999);
    memory.add('n4000');
    clock.advance(1);
    assert.equal(memory.size, 1);
    memory.forget('n4000');
    assert.ok(!memory.has('n4000'));
  });

  it('a hundred connections wait for one room, and one more is told that it is full', () => {
    const { houses } = setUp('all');
    const all = Array.from({ length: 101 }, (_, index) => person(`p${index}`));
    for (const each of all) assert.equal(houses.join('r', each, KNOCK), undefined);
    assert.equal(all[99]?.heard[0]?.type, 'room.waiting');
    assert.deepEqual(all[100]?.heard[0]?.data, { reason: 'full' });
    assert.equal(houses.waiting, 100);
  });

  it('one user waits in no more rooms than they may be in, by however many sockets', () => {
    const { houses } = setUp('all');
    const [one, other] = [person('bob'), person('bob')];
    for (const room of ['a', 'b']) assert.equal(houses.join(room, one, KNOCK), undefined);
    assert.equal(houses.join('c', other, KNOCK), undefined);
    assert.equal(houses.join('d', other, KNOCK), 'Too many rooms (maximum is 3)');
    assert.equal(houses.join('a', one, KNOCK), undefined); // asking again takes no further place
    houses.leaveAll(one, false);
    assert.equal(houses.waiting, 1);
    assert.equal(houses.join('d', other, KNOCK), undefined);
  });

  it('asking again tells hosts nothing new', () => {
    const { houses } = setUp('all');
    const [ann, bob] = [person('ann', 'host'), person('bob')];
    houses.join('r', ann, KNOCK);
    for (let count = 0; count < 10; count += 1) houses.join('r', bob, KNOCK);
    assert.equal(ann.heard.filter(({ type }) => type === 'room.knocks').length, 2);
    assert.equal(bob.heard.length, 10);
  });

  it('of rooms that nobody touched nothing is kept, and a minute after the last one left nothing of any', () => {
    const { clock, houses } = setUp('off');
    const [ann, bob] = [person('ann', 'host'), person('bob')];
    for (const each of [ann, bob]) houses.join('r', each, KNOCK);
    assert.equal(houses.size, 0);
    houses.act('r', ann, { act: 'house', locked: true, waiting: undefined, cap: undefined });
    houses.leaveAll(bob, true);
    houses.leaveAll(ann, false);
    assert.equal(houses.size, 1);
    clock.advance(59_999);
    houses.join('r', person('cid'), KNOCK); // kept out, and keeps nothing
    assert.equal(houses.size, 1);
    clock.advance(1);
    assert.equal(houses.size, 0);
  });

  it('rooms that are kept for those who may come back, and a locked one is not lost for their number', () => {
    const { clock, houses } = setUp('off');
    const ann = person('ann', 'host');
    houses.join('locked', ann, KNOCK);
    houses.act('locked', ann, { act: 'house', locked: true, waiting: undefined, cap: undefined });
    houses.leaveAll(ann, true);
    for (let count = 0; count < 10_100; count += 1) {
      const each = person(`p${count}`);
      houses.join(`r${count}`, each, KNOCK);
      houses.leaveAll(each, true);
    }
    assert.equal(houses.size, 10_001);
    const bob = person('bob');
    houses.join('locked', bob, KNOCK);
    assert.deepEqual(bob.heard[0]?.data, { reason: 'locked' });
    clock.advance(60_000);
    assert.equal(houses.size, 0);
  });

  it('each that goes leaves no trace with those who wait', () => {
    const { houses, rooms } = setUp('all');
    const ann = person('ann', 'host');
    const all = ['a', 'b', 'c'].map((room) => [room, person(`p${room}`)] as const);
    houses.join('a', ann, KNOCK);
    for (const [room, each] of all) houses.join(room, each, KNOCK);
    for (const [, each] of all) houses.leaveAll(each, true);
    assert.equal(houses.waiting, 0);
    houses.leaveAll(ann, false);
    assert.equal(houses.size, 0);
    assert.equal(rooms.size, 0);
  });

  it('what happens at doors is told to logs and figures, without a name', () => {
    const { houses, events } = setUp('all');
    const [ann, bob] = [person('ann', 'host'), person('bob')];
    houses.join('r', ann, KNOCK);
    houses.join('r', bob, KNOCK);
    houses.act('r', ann, { act: 'admit', userID: 'bob' });
    houses.act('r', ann, { act: 'remove', userID: 'bob' });
    houses.act('r', ann, { act: 'end' });
    assert.deepEqual(
      events,
      ['waits', 'admitted', 'removed', 'ended'].map((what) => ({ kind: 'door', what })),
    );
  });
});

describe('A frame of a host', () => {
  const good: [type: string, data: Record<string, unknown>][] = [
    ['host.end', { anything: 1 }],
    ['host.house', {}],
    ['host.house', { locked: true, waiting: false, cap: null }],
    ['host.house', { cap: 1 }],
    ['host.admit', { userID: 'x' }],
    ['host.deny', { userID: 'x' }],
    ['host.remove', { userID: 'x' }],
    ['host.ask', { userID: 'x', ask: 'unmute' }],
  ];
  const bad: [type: string, data: Record<string, unknown>][] = [
    ['host.house', { locked: 'yes' }],
    ['host.house', { waiting: null }],
    ...[0, -1, 1.5, '3', NaN, 1e300, {}].map((cap): [string, Record<string, unknown>] => ['host.house', { cap }]),
    ['host.admit', {}],
    ['host.remove', { userID: ['x'] }],
    ['host.deny', { userID: null }],
    ['host.ask', { userID: 'x' }],
    ['host.ask', { userID: 'x', ask: 'toString' }],
  ];
  it('is read', () => {
    for (const [type, data] of good) assert.ok(readHostAct(type, data), JSON.stringify([type, data]));
  });
  it('is refused where nothing can be made of it', () => {
    for (const [type, data] of bad) assert.equal(readHostAct(type, data), undefined, JSON.stringify([type, data]));
  });
  it('is of one of six types', () => {
    for (const type of ['host.', 'host', 'host.toString', 'Host.end', '__proto__']) assert.ok(!isHostType(type));
  });
});
