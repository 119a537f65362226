import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Backlog } from '../../demo/server/nodes/backlog.js';

describe('Frames that wait for Redis', () => {
  it('are given up after 10 s, in order, and those behind them stay', () => {
    const backlog = new Backlog();
    const lost: string[] = [];
    const push = (channel: string, name: string, since: number) =>
      backlog.push(channel, { message: Buffer.from(name), onLost: () => lost.push(name), since });
    push('a', 'one', 0);
    push('a', 'two', 100);
    push('a', 'three', 5000);
    push('b', 'four', 50);
    backlog.expire(10_000);
    assert.deepEqual(lost, []);
    backlog.expire(10_101);
    assert.deepEqual(lost, ['one', 'two', 'four']);
    assert.deepEqual(backlog.channels, ['a']);
    assert.equal(backlog.bytes, 5);
    assert.deepEqual(
      backlog.take('a').map(({ message }) => message.toString()),
      ['three'],
    );
    assert.equal(backlog.bytes, 0);
  });

  it('are as many as 4 MiB hold, and whoever is told of a loss may push again', () => {
    const backlog = new Backlog();
    let lost = 0;
    const message = Buffer.alloc(64);
    for (let count = 0; count < 65_537; count += 1) backlog.push('a', { message, onLost: () => (lost += 1), since: 0 });
    assert.equal(lost, 1);
    for (let tick = 0; tick < 20; tick += 1) backlog.expire(10_000);
    const onLost = () => backlog.push('b', { message, onLost: () => assert.fail('There is room'), since: 20_000 });
    backlog.take('a');
    backlog.push('a', { message, onLost, since: 0 });
    backlog.expire(20_000);
    assert.deepEqual([backlog.channels, backlog.bytes], [['b'], 64]);
  });
});
