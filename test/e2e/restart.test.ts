import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { startServer } from '../../demo/server/start.js';
import { type Guest, Stage } from './stage.js';

describe('a server that restarts in the middle of a call', () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open();
  });
  after(() => stage.close());

  it('ends nothing: the same connections go on, and everybody is in the room again', async () => {
    const first = await startServer();
    const { port, secret, url } = first;
    const guests: Guest[] = [];
    for (const name of ['Ann', 'Bo']) {
      const token = await first.issueToken({ sub: randomUUID(), username: name });
      guests.push(await stage.guest('restart', { name, attributes: { server: url, token } }));
    }
    const each = <T>(ask: () => T | Promise<T>) => Promise.all(guests.map(({ page }) => page.evaluate(ask)));
    await each(() => kit.connectedTo(1));
    await each(() => {
      const counts = { left: 0 };
      Object.assign(globalThis, { counts });
      kit.meet().addEventListener('pm-peer-leave', () => (counts.left += 1));
    });
    const [ann, bo] = guests;
    assert(ann && bo);

    await first.close();
    await each(() => kit.until('the loss to be told', () => kit.meet().state === 'reconnecting'));
    const second = await startServer({ port, secret });
    try {
      await each(() => kit.until('the room again', () => kit.meet().state === 'joined'));
      await ann.page.evaluate((rgb) => kit.seePicture('Bo', rgb), bo.colour);
      await bo.page.evaluate((rgb) => kit.seePicture('Ann', rgb), ann.colour);
      assert.deepEqual(await each(() => (globalThis as unknown as { counts: { left: number } }).counts.left), [0, 0]);
      const connected = () =>
        witness.connections.filter(({ connectionState }) => connectionState === 'connected').length;
      assert.deepEqual(await each(connected), [1, 1]);
    } finally {
      await Promise.all(guests.map(({ page }) => page.evaluate(() => kit.meet().leave())));
      await second.close();
    }
  });
});
