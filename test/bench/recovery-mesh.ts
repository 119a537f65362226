import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Page } from 'puppeteer-core';
import type { Stage } from '../e2e/stage.js';
import { each, pair } from '../rig/people.js';
import { COUNTED, joinAgain, leaveAndCount } from '../rig/rejoin.js';
import { join, type Kind, leave } from './join.js';
import { quantile, type RecoveryRow } from './recovery-row.js';
import { onStage } from './recovery-signaling.js';

const CROSSINGS = 200;
const JOINS = 100;
const ROUNDS = 3;
/** Who of eight sends sound and picture; the rest listens. 56 senders of each are more than two cores encode. */
const SENDERS = 2;
/** Of the hand-written page's time. */
const SLOWEST = 1.25;
/** What it counts as where its mesh never is full (it gives up then), ms: it sends more than the server lets through. */
const GIVEN_UP = 30_000;

/** Milliseconds until everybody is connected to everybody, when all come at once. */
const fill = async (kind: Kind, pages: readonly Page[], stage: Stage): Promise<number> => {
  const room = randomUUID();
  const others = pages.length - 1;
  const joins = pages.map(async (page, index) => {
    const sub = randomUUID();
    const token = await stage.server.issueToken({ sub, username: sub.slice(0, 8) });
    return join(kind, page, { server: stage.server.url, room, token, others, listens: index >= SENDERS });
  });
  const times = await Promise.allSettled(joins);
  await Promise.all(pages.map((page) => leave(kind, page)));
  return Math.max(...times.map((time) => (time.status === 'fulfilled' ? time.value : GIVEN_UP)));
};

export const meshRows: readonly RecoveryRow[] = [
  {
    key: 'eight',
    share: 0.5,
    title: `Eight join at once, two of them with sound and picture (until everybody is connected to everybody; at most ${String(SLOWEST)} of the hand-written page's time, which counts as 30 s where it gives up)`,
    measure: (browser) =>
      onStage({ fps: 2 }, async (stage) => {
        const pages: Page[] = [];
        for (let index = 0; index < 8; index += 1) pages.push(await stage.page(browser));
        const all = { floor: [] as number[], element: [] as number[] };
        // The first round warms browsers and devices, and is not counted.
        for (let round = 0; round <= ROUNDS; round += 1) {
          for (const kind of ['floor', 'element'] as const) {
            const time = await fill(kind, pages, stage);
            if (round > 0) all[kind].push(time);
          }
        }
        return { times: all.element, limit: SLOWEST * quantile(all.floor, 0.5) };
      }),
  },
  {
    key: 'glare',
    title: `Both sides offer at once, ${String(CROSSINGS)} times in a row (each time until it is settled)`,
    measure: (browser) =>
      onStage({ fps: 2 }, async (stage) => {
        const guests = await pair(stage, 'glare', [browser, browser]);
        const times: number[] = [];
        for (let crossing = 0; crossing < CROSSINGS; crossing += 1) {
          await each(guests, () => kit.watchOffers());
          const since = Date.now();
          await each(guests, () => kit.offerNow());
          await each(guests, () => kit.negotiated());
          times.push(Date.now() - since);
        }
        await each(guests, () => kit.flowing(1));
        return { times };
      }),
  },
  {
    key: 'joins',
    title: `Joined and left ${String(JOINS)} times, and nothing is left over (each join until sound comes)`,
    measure: (browser) =>
      onStage({ fps: 2 }, async (stage) => {
        await stage.guest('often', { browser, name: 'Stays' });
        const goes = await stage.guest('often', { browser, name: 'Goes', url: stage.site.url + COUNTED });
        await goes.page.evaluate(() => kit.connectedTo(1));
        await leaveAndCount(goes); // the first time makes what is kept for good
        await joinAgain(goes);
        const first = await leaveAndCount(goes);
        const times: number[] = [];
        for (let join = 0; join < JOINS; join += 1) {
          const since = Date.now();
          await joinAgain(goes);
          times.push(Date.now() - since);
          assert.deepEqual(await leaveAndCount(goes), first);
        }
        return { times };
      }),
  },
];
