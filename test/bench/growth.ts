import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { type BrowserName, Stage } from '../e2e/stage.js';
import { cpuSeconds } from './cpu.js';
import { exponent } from './exponent.js';
import { join, type Kind, leave } from './join.js';

/** Milliseconds after the last connection in which encoders and congestion control come to rest. */
const REST = 8_000;

const KINDS = ['floor', 'element'] as const satisfies readonly Kind[];

/** What a call of some size costs. */
interface Figures {
  /** Seconds from the last one's join to their last connection. */
  readonly join: number;
  /** CPU seconds a second of the browser with all its pages, at rest. */
  readonly cpu: number;
  /** Frames and bytes to the server, of all together, from the first one's join to rest. */
  readonly frames: number;
  readonly bytes: number;
}

const NAMES = ['join', 'cpu', 'frames', 'bytes'] as const;

/** Runs in the page before its scripts: counts what goes to the server. */
const countSent = (): void => {
  const sent = { frames: 0, bytes: 0 };
  const send = Reflect.get<WebSocket, 'send'>(WebSocket.prototype, 'send');
  WebSocket.prototype.send = function (this: WebSocket, frame: string) {
    sent.frames += 1;
    sent.bytes += frame.length;
    send.call(this, frame);
  };
  Object.assign(globalThis, { sent });
};

const takeSent = (page: Page): Promise<Pick<Figures, 'frames' | 'bytes'>> =>
  page.evaluate(() => {
    const { sent } = globalThis as unknown as { sent: { frames: number; bytes: number } };
    const taken = { ...sent };
    Object.assign(sent, { frames: 0, bytes: 0 });
    return taken;
  });

const total = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0);

const measure = async (kind: Kind, pages: readonly Page[], stage: Stage, seconds: number): Promise<Figures> => {
  const room = randomUUID();
  await Promise.all(pages.map(takeSent));
  let time = Number.NaN;
  for (const [others, page] of pages.entries()) {
    const sub = randomUUID();
    const token = await stage.server.issueToken({ sub, username: sub.slice(0, 8) });
    time = await join(kind, page, { server: stage.server.url, room, token, others });
  }
  await new Promise((resolve) => setTimeout(resolve, REST));
  const sent = await Promise.all(pages.map(takeSent));
  const root = pages[0]?.browser().process()?.pid ?? 0;
  const [before, start] = [total(cpuSeconds(root).values()), performance.now()];
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const cpu = (total(cpuSeconds(root).values()) - before) / ((performance.now() - start) / 1000);
  await Promise.all(pages.map((page) => leave(kind, page)));
  return {
    join: time / 1000,
    cpu,
    frames: total(sent.map((each) => each.frames)),
    bytes: total(sent.map((each) => each.bytes)),
  };
};

/**
 * How a call grows with the people in it, of the element and of the hand-written page in turn: the last one's join, CPU at rest,
 * what goes to the server; and the power of the people that each goes by. Options: --browser, --people (sizes), --seconds.
 */
export const benchGrowth = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      browser: { type: 'string', default: 'chromium' },
      people: { type: 'string', default: '2,3,4,6,8,12' },
      seconds: { type: 'string', default: '8' },
    },
  });
  const sizes = values.people.split(',').map(Number);
  const stage = await Stage.open({ fps: 2 });
  try {
    const pages: Page[] = [];
    const figures = { floor: new Map<number, Figures>(), element: new Map<number, Figures>() };
    for (const size of sizes) {
      while (pages.length < size) pages.push(await stage.page(values.browser as BrowserName, countSent));
      for (const kind of KINDS) {
        const measured = await measure(kind, pages.slice(0, size), stage, Number(values.seconds));
        figures[kind].set(size, measured);
        const { join: time, cpu, frames, bytes } = measured;
        const sent = `${String(frames)} frames, ${(bytes / 1000).toFixed(0)} kB`;
        console.log(`${String(size)} people, ${kind}: join ${time.toFixed(2)} s, CPU ${cpu.toFixed(2)} s/s, ${sent}`);
      }
    }
    for (const kind of KINDS) {
      const powers = NAMES.map((name) => {
        const points = [...figures[kind]].map(([size, each]) => [size, each[name]] as const);
        return `${name} ${exponent(points).toFixed(2)}`;
      });
      console.log(`${kind} grows with the people to the power of: ${powers.join(', ')}`);
    }
    return 0;
  } finally {
    await stage.close();
  }
};
