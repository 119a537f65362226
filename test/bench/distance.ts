import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { type BrowserName, Stage } from '../e2e/stage.js';
import { FarProxy } from '../rig/far-proxy.js';
import { join, type Kind, leave, median } from './join.js';

/** Milliseconds that a room comes to rest in, before the last one joins. */
const REST = 2_500;

/** Who comes: a hand-written page with its token in hand, ours likewise, and ours from a lobby that was touched. */
const CONTENDERS = {
  floor: { kind: 'floor', hasToken: true },
  'with a token': { kind: 'element', hasToken: true },
  'as a guest': { kind: 'element', hasToken: false },
  'from the lobby, with a token': { kind: 'lobby', hasToken: true },
  'from the lobby, as a guest': { kind: 'lobby', hasToken: false },
} as const satisfies Record<string, { kind: Kind | 'lobby'; hasToken: boolean }>;

type Contender = keyof typeof CONTENDERS;

/** One newcomer to people who are there, all of them far from the server; round trips until everybody is connected to them. */
const timeRound = async (who: Contender, pages: readonly Page[], stage: Stage, far: FarProxy, trip: number) => {
  const { kind, hasToken } = CONTENDERS[who];
  const of = kind === 'floor' ? 'floor' : 'element';
  const room = randomUUID();
  let time = Number.NaN;
  for (const [others, page] of pages.entries()) {
    const isLast = others === pages.length - 1;
    if (isLast) await new Promise((resolve) => setTimeout(resolve, REST));
    const sub = randomUUID();
    const token = isLast && !hasToken ? '' : await stage.server.issueToken({ sub, username: sub.slice(0, 8) });
    time = await join(isLast ? kind : of, page, { server: far.url, room, token, others });
  }
  await Promise.all(pages.map((page) => leave(of, page)));
  return time / trip;
};

/**
 * Joins to a server that is far away, in round trips to it, of the contenders in turn. Media are not delayed.
 * Options: --browser, --people, --rounds, --delay (ms one way).
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
    const contenders = Object.keys(CONTENDERS) as Contender[];
    const trips = new Map(contenders.map((who) => [who, [] as number[]]));
    for (let round = 0; round <= Number(values.rounds); round += 1) {
      for (const who of contenders) {
        const taken = await timeRound(who, pages, stage, far, 2 * delay);
        if (round > 0) trips.get(who)?.push(taken);
        console.log(`${who} ${String(round)}: ${taken.toFixed(1)} round trips`);
      }
    }
    const floor = median(trips.get('floor') ?? []);
    console.log(`${values.browser}, ${values.people} people, ${String(delay)} ms each way`);
    for (const [who, taken] of trips) {
      const middle = median(taken);
      console.log(`  ${who}: ${middle.toFixed(1)} round trips, ratio ${(middle / floor).toFixed(2)}`);
    }
    return 0;
  } finally {
    await far.close();
    await stage.close();
  }
};
