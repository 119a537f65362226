import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { type BrowserName, BROWSERS, Stage } from '../e2e/stage.js';
import { leave, median } from './join.js';

/** How far above a join without a passphrase one with it may be. */
const LIMIT = 1.1;
/** Milliseconds that a room comes to rest in, before the last one joins. */
const REST = 1_500;
const PEOPLE = [2, 4] as const;

/** Frames a second of the cameras: the next one is never far, and four of each leave a machine of two cores some rest. */
const FPS = 10;

/** One round: people join one after the other, and of the last one the time until everybody is seen is told, ms. */
const timeRound = async (passphrase: string, pages: readonly Page[], stage: Stage): Promise<number> => {
  const room = randomUUID();
  let time = Number.NaN;
  for (const [others, page] of pages.entries()) {
    if (others === pages.length - 1) await new Promise((resolve) => setTimeout(resolve, REST));
    const sub = randomUUID();
    const token = await stage.server.issueToken({ sub, username: sub.slice(0, 8) });
    const options = { server: stage.server.url, room, token, others, passphrase };
    time = await page.evaluate((given) => kit.timeFrames(given), options);
  }
  await Promise.all(pages.map((page) => leave('element', page)));
  return time;
};

/** Milliseconds from the last one's join to the first pictures of everybody, with a passphrase and without. */
const benchPeople = async (browser: BrowserName, people: number, rounds: number) => {
  const stage = await Stage.open({ fps: FPS });
  try {
    const pages: Page[] = [];
    for (let index = 0; index < people; index += 1) pages.push(await stage.page(browser));
    const times = { with: [] as number[], without: [] as number[] };
    // The first round warms browsers and devices, and is not counted. Who goes first changes, so that neither gains by it.
    for (let round = 0; round <= rounds; round += 1) {
      const turn = ['with', 'without'] as const;
      for (const which of round % 2 === 0 ? turn : turn.toReversed()) {
        const time = await timeRound(which === 'with' ? 'seven quiet otters' : '', pages, stage);
        if (round > 0) times[which].push(time);
      }
    }
    const [proved, plain] = [median(times.with), median(times.without)];
    return { browser, people, with: proved, without: plain, ratio: proved / plain };
  } finally {
    await stage.close();
  }
};

/**
 * What proving a passphrase costs who joins: until everybody is seen, in turn with joins without one, in one run.
 * Options: --browser, --people, --rounds.
 */
export const benchTrust = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: { browser: { type: 'string' }, people: { type: 'string' }, rounds: { type: 'string', default: '15' } },
  });
  const browsers = values.browser === undefined ? BROWSERS : [values.browser as BrowserName];
  const sizes = values.people === undefined ? PEOPLE : [Number(values.people)];
  let missed = 0;
  for (const browser of browsers) {
    for (const people of sizes) {
      const figures = await benchPeople(browser, people, Number(values.rounds));
      console.log(figures);
      if (!(figures.ratio <= LIMIT)) missed += 1;
    }
  }
  return missed > 0 ? 1 : 0;
};
