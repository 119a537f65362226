import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { type BrowserName, Stage } from '../e2e/stage.js';
import { FarProxy } from '../rig/far-proxy.js';
import { join, type Kind, leave, median } from './join.js';

/** Milliseconds that a room comes to rest in, before the last one joins. */
const REST = 2_500;

/** One newcomer to people who are there, all of them far from the server; round trips until everybody is connected to them. */
const timeRound = async (kind: Kind, pages: readonly Page[], stage: Stage, far: FarProxy, trip: number) => {
  const room = randomUUID();
  let time = Number.NaN;
  for (const [others, page] of pages.entries()) {
    if (others === pages.length - 1) await new Promise((resolve) => setTimeout(resolve, REST));
    const sub = randomUUID();
    const token = await stage.server.issueToken({ sub, username: sub.slice(0, 8) });
    time = await join(kind, page, { server: far.url, room, token, others });
  }
  await Promise.all(pages.map((page) => leave(kind, page)));
  return time / trip;
};

/**
 * Joins to a server that is far away, by a token in hand, in round trips to it, of the hand-written page and the element in turn.
 * Media are not delayed. Options: --browser, --people, --rounds, --delay (ms one way).
 */
export const benchDistance = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      browser: { type: 'string', default: 'chromium' },
      people: { type: 'string', default: '2' },
      rounds: { type: 'string', default: '10' },
      delay: { type: 'string', default: '100' },
    },
  });
  const delay = Number(values.delay);
  const stage = await Stage.open({ fps: 2 });
  const far = await FarProxy.start(stage.server.url, delay);
  try {
    const pages: Page[] = [];
    for (let index = 0; index < Number(values.people); index += 1) {
      pages.push(await stage.page(values.browser as BrowserName));
    }
    const trips = { floor: [] as number[], element: [] as number[] };
    for (let round = 0; round <= Number(values.rounds); round += 1) {
      for (const kind of ['floor', 'element'] as const) {
        const taken = await timeRound(kind, pages, stage, far, 2 * delay);
        if (round > 0) trips[kind].push(taken);
        console.log(`${kind} ${String(round)}: ${taken.toFixed(1)} round trips`);
      }
    }
    const [floor, element] = [median(trips.floor), median(trips.element)];
    console.log(
      `${values.browser}, ${values.people} people, ${String(delay)} ms each way: hand-written ${floor.toFixed(1)} round trips, element ${element.toFixed(1)}, ratio ${(element / floor).toFixed(2)}`,
    );
    return 0;
  } finally {
    await far.close();
    await stage.close();
  }
};
