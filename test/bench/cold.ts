import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { type BrowserName, Stage } from '../e2e/stage.js';
import { launchBrowser } from '../rig/launch.js';
import { waitInPage } from '../rig/wait-in-page.js';
import { startPages } from './cold-pages.js';
import { join, type Kind, leave, median } from './join.js';

/** Milliseconds that a room comes to rest in before somebody visits. */
const REST = 1_500;

/**
 * Somebody's first visit, in a browser that was never used: milliseconds from the navigation until everybody in the room
 * is connected to them.
 */
const visit = async (kind: Kind, browser: BrowserName, there: readonly Page[], stage: Stage, url: string) => {
  const room = randomUUID();
  const ticket = async () => {
    const sub = randomUUID();
    return stage.server.issueToken({ sub, username: sub.slice(0, 8) });
  };
  for (const [others, each] of there.entries()) {
    await join(kind, each, { server: stage.server.url, room, token: await ticket(), others });
  }
  const fresh = await launchBrowser(browser, { fps: 2, insecureName: 'meet.test' });
  try {
    const newcomer = await fresh.newPage({ type: 'window' });
    await new Promise((resolve) => setTimeout(resolve, REST));
    const query = new URLSearchParams({ server: stage.server.url, token: await ticket(), room });
    query.set('others', String(there.length));
    await newcomer.goto(`${url}/${kind}?${query.toString()}`);
    await waitInPage(newcomer, () => 'connectedAt' in globalThis);
    return await newcomer.evaluate(() => (globalThis as unknown as { connectedAt: number }).connectedAt);
  } finally {
    await fresh.close();
    await Promise.all(there.map((each) => leave(kind, each)));
  }
};

/**
 * A first visit, by a token and `autojoin`, into a room of people who are there: of the element and of the hand-written page in
 * turn. Options: --browser, --people, --rounds.
 */
export const benchCold = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      browser: { type: 'string', default: 'chromium' },
      people: { type: 'string', default: '2' },
      rounds: { type: 'string', default: '10' },
    },
  });
  const browser = values.browser as BrowserName;
  const stage = await Stage.open({ fps: 2 });
  const { url, server } = await startPages();
  try {
    const there: Page[] = [];
    for (let index = 1; index < Number(values.people); index += 1) there.push(await stage.page(browser));
    const times = { floor: [] as number[], element: [] as number[] };
    for (let round = 0; round <= Number(values.rounds); round += 1) {
      for (const kind of ['floor', 'element'] as const) {
        const time = await visit(kind, browser, there, stage, url);
        console.log(`${kind} ${String(round)}: ${time.toFixed(0)} ms`);
        if (round > 0) times[kind].push(time); // Those who are there have warm browsers from then on.
      }
    }
    const [floor, element] = [median(times.floor), median(times.element)];
    console.log(
      `${browser}, ${values.people} people, first visit: hand-written ${floor.toFixed(0)} ms, element ${element.toFixed(0)} ms, ratio ${(element / floor).toFixed(2)}`,
    );
    return 0;
  } finally {
    server.close();
    server.closeAllConnections();
    await stage.close();
  }
};
