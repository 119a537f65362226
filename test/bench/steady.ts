import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { type BrowserName, Stage } from '../e2e/stage.js';
import { cpuSeconds } from './cpu.js';
import { join, type Kind, leave } from './join.js';

/** Milliseconds after the last connection in which pictures begin and tiles find their places. */
const REST = 8_000;

interface Figures {
  /** Seconds of the pages' main threads a second, all pages together. */
  readonly main: number;
  /** CPU seconds a second, by the browser's processes. */
  readonly cpu: ReadonlyMap<string, number>;
}

/** Seconds that the main threads of the pages have worked up to now. */
const mainSeconds = async (pages: readonly Page[]): Promise<number> => {
  const all = await Promise.all(pages.map((page) => page.metrics()));
  return all.reduce((sum, { TaskDuration = 0 }) => sum + TaskDuration, 0);
};

const total = (cpu: ReadonlyMap<string, number>): number => [...cpu.values()].reduce((sum, value) => sum + value, 0);

/** What a call at rest costs, `seconds` long. */
const measure = async (
  kind: Kind,
  pages: readonly Page[],
  stage: Stage,
  seconds: number,
  speaks: boolean,
): Promise<Figures> => {
  const room = randomUUID();
  for (const [others, page] of pages.entries()) {
    const sub = randomUUID();
    const token = await stage.server.issueToken({ sub, username: sub.slice(0, 8) });
    await join(kind, page, { server: stage.server.url, room, token, others, speaks });
  }
  await new Promise((resolve) => setTimeout(resolve, REST));
  const root = pages[0]?.browser().process()?.pid ?? 0;
  const [cpu, main, start] = [cpuSeconds(root), await mainSeconds(pages), performance.now()];
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const [cpuAfter, mainAfter] = [cpuSeconds(root), await mainSeconds(pages)];
  const span = (performance.now() - start) / 1000;
  await Promise.all(pages.map((page) => leave(kind, page)));
  return {
    main: (mainAfter - main) / span,
    cpu: new Map([...cpuAfter].map(([role, value]) => [role, (value - (cpu.get(role) ?? 0)) / span])),
  };
};

const words = ({ main, cpu }: Figures): string => {
  const roles = [...cpu].filter(([, value]) => value >= 0.005).map(([role, value]) => `${role} ${value.toFixed(2)}`);
  return `main threads ${(1000 * main).toFixed(0)} ms/s, CPU ${total(cpu).toFixed(2)} s/s (${roles.join(', ')})`;
};

/**
 * What a call at rest costs, of the element and of the hand-written page of bare `<video>`s in turn. Options: --browser
 * (Chromium alone tells the main threads' time), --people, --rounds, --seconds, --sound (microphones, cameras off).
 */
export const benchSteady = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      browser: { type: 'string', default: 'chromium' },
      people: { type: 'string', default: '4' },
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '15' },
      sound: { type: 'boolean', default: false },
    },
  });
  const stage = await Stage.open({ fps: 5 });
  try {
    const pages: Page[] = [];
    for (let index = 0; index < Number(values.people); index += 1) {
      pages.push(await stage.page(values.browser as BrowserName));
    }
    const all = { floor: [] as Figures[], element: [] as Figures[] };
    for (let round = 1; round <= Number(values.rounds); round += 1) {
      for (const kind of ['floor', 'element'] as const) {
        const figures = await measure(kind, pages, stage, Number(values.seconds), values.sound);
        all[kind].push(figures);
        console.log(`${kind} ${String(round)}: ${words(figures)}`);
      }
    }
    const ratio = (value: (figures: Figures) => number) => {
      const sum = (kind: Kind) => all[kind].reduce((so, figures) => so + value(figures), 0);
      return (sum('element') / sum('floor')).toFixed(2);
    };
    console.log(
      `element to hand-written: main threads ${ratio(({ main }) => main)}, CPU ${ratio(({ cpu }) => total(cpu))}`,
    );
    return 0;
  } finally {
    await stage.close();
  }
};
