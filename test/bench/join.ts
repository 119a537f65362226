import { randomUUID } from 'node:crypto';
import type { Page } from 'puppeteer-core';
import { type BrowserName, Stage } from '../e2e/stage.js';
import type { TimedJoin } from './rounds.js';

export type Kind = 'floor' | 'element';

/** Milliseconds that a person looks at the lobby, once they touched it. */
const LOOKS = 3_000;

export const join = async (kind: Kind | 'lobby', page: Page, options: TimedJoin): Promise<number> => {
  if (kind === 'floor') return page.evaluate((given) => kit.timeFloor(given), options);
  if (kind === 'lobby') {
    await page.evaluate((given) => kit.touchLobby(given), options);
    await new Promise((resolve) => setTimeout(resolve, LOOKS));
    return page.evaluate((others) => kit.timePress(others), options.others);
  }
  return page.evaluate((given) => kit.timeElement(given), options);
};

export const leave = (kind: Kind, page: Page): Promise<void> =>
  kind === 'floor'
    ? page.evaluate(() => {
        kit.leaveFloor();
      })
    : page.evaluate(() => kit.leaveElement());

/** Milliseconds that a room comes to rest in, before the last one joins: pictures have begun, tiles have their places. */
const REST = 1_500;

/** One round: people join one after the other, as they come, and only the last one is timed. */
const timeRound = async (kind: Kind, pages: readonly Page[], stage: Stage): Promise<number> => {
  const room = randomUUID();
  let time = Number.NaN;
  for (const [others, page] of pages.entries()) {
    if (others === pages.length - 1) await new Promise((resolve) => setTimeout(resolve, REST));
    const sub = randomUUID();
    const token = await stage.server.issueToken({ sub, username: sub.slice(0, 8) });
    time = await join(kind, page, { server: stage.server.url, room, token, others });
  }
  await Promise.all(pages.map((page) => leave(kind, page)));
  return time;
};

export interface JoinFigures {
  readonly browser: BrowserName;
  readonly people: number;
  /** Medians, ms. */
  readonly floor: number;
  readonly element: number;
  /** Of the medians, element to floor. */
  readonly ratio: number;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? Number.NaN) + high) / 2;
};

/** Rounds of the floor and the element in turn, on the same pages, so that the machine's load meets both. */
export const benchJoin = async (browser: BrowserName, people: number, rounds: number): Promise<JoinFigures> => {
  const stage = await Stage.open({ fps: 2 });
  try {
    const pages: Page[] = [];
    for (let index = 0; index < people; index += 1) pages.push(await stage.page(browser));
    const times = { floor: [] as number[], element: [] as number[] };
    // The first round warms browsers and devices, and is not counted.
    for (let round = 0; round <= rounds; round += 1) {
      for (const kind of ['floor', 'element'] as const) {
        const time = await timeRound(kind, pages, stage);
        if (round > 0) times[kind].push(time);
      }
    }
    return {
      browser,
      people,
      floor: median(times.floor),
      element: median(times.element),
      ratio: median(times.element) / median(times.floor),
    };
  } finally {
    await stage.close();
  }
};
