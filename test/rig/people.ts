import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import type { BrowserName, Guest, Stage } from '../e2e/stage.js';

/** Milliseconds after which a wait has failed. */
const CEILING = 180_000;

/** Asks the same of every page, at the same time. */
export const each = <T>(guests: readonly Guest[], ask: string | (() => T | Promise<T>)): Promise<T[]> =>
  Promise.all(guests.map(({ page }) => page.evaluate(ask) as Promise<T>));

type Attributes = Readonly<Record<string, string>>;

/**
 * People in a room, one for each of `browsers`, in order; resolves once everyone is connected to everyone.
 * Their ids are the same every time, so that a seed means the same too.
 */
export const pair = async (
  stage: Stage,
  room: string,
  browsers: readonly BrowserName[],
  attributes: Attributes | ((index: number) => Attributes) = {},
): Promise<Guest[]> => {
  const guests: Guest[] = [];
  for (const [index, browser] of browsers.entries()) {
    const own = typeof attributes === 'function' ? attributes(index) : attributes;
    guests.push(await stage.guest(room, { browser, attributes: own, id: `${room}-${String(index)}` }));
  }
  await Promise.all(guests.map(({ page }) => page.evaluate((others) => kit.connectedTo(others), guests.length - 1)));
  return guests;
};

/** For each page: its connections that ever carried anything, and which peers came and went. */
export const settled = (guests: readonly Guest[]): Promise<unknown[]> =>
  each(guests, () => ({
    carriers: kit.carriers(),
    states: kit.carriers().map((index) => witness.connections[index]?.connectionState),
    comings: kit.story().filter((entry) => /pm-peer-(?:join|leave)/u.test(entry)),
  }));

/** Resolves once the server's list of a room has each of `guests`, and nobody else. */
export const presence = async (stage: Stage, room: string, guests: readonly Guest[]): Promise<number> => {
  const wanted = guests.map(({ id }) => id).sort();
  const end = Date.now() + CEILING;
  for (;;) {
    const listed = [...new Set(stage.server.rooms.users(room).map(({ userID }) => userID))].sort();
    if (JSON.stringify(listed) === JSON.stringify(wanted)) return Date.now();
    if (Date.now() > end) assert.deepEqual(listed, wanted, `in the room ${room} after a minute`);
    await delay(20);
  }
};

/** No page met an error that nobody caught. */
export const nothingUncaught = async (guests: readonly Guest[]): Promise<void> => {
  for (const rejections of await each(guests, () => witness.rejections)) assert.deepEqual(rejections, []);
};

/** UDP ports of the pair of candidates in use, ours first, of a page's only connected connection. */
export const selectedPorts = async ({ page }: Guest): Promise<readonly [number, number]> => {
  const ports = await page.evaluate(async () => {
    const connection = witness.connections.find(({ connectionState }) => connectionState === 'connected');
    const report = new Map<string, Readonly<Record<string, unknown>>>();
    for (const entry of ((await connection?.getStats())?.values() ?? []) as Iterable<{ id: string }>) {
      report.set(entry.id, { ...entry });
    }
    const used = [...report.values()].find(
      (entry) => entry['type'] === 'candidate-pair' && entry['nominated'] === true,
    );
    return [used?.['localCandidateId'], used?.['remoteCandidateId']].map((id) => report.get(String(id))?.['port']);
  });
  const [local, remote] = ports.map(Number);
  assert.ok(local !== undefined && remote !== undefined && local > 0 && remote > 0, `ports ${String(ports)}`);
  return [local, remote];
};
