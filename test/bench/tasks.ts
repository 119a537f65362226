import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { Stage } from '../e2e/stage.js';
import { launchBrowser } from '../rig/launch.js';
import { waitInPage } from '../rig/wait-in-page.js';
import { startPages } from './cold-pages.js';
import { join, leave, median } from './join.js';

/** Milliseconds that a room comes to rest in before somebody visits, and that a lobby or a call is watched for. */
const REST = 1_500;

/** Milliseconds of CPU from which a task is named. */
const NAMED = 10;

/** What of a trace is looked at; times are microseconds (Chromium's trace event format). */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Of the thread's own time: what else the machine does is not in it. */
  readonly tdur?: number;
  readonly args: unknown;
}

/** A task of the page's main thread. */
interface Task {
  /** Milliseconds after the script had come. */
  readonly at: number;
  /** Milliseconds of CPU. */
  readonly cpu: number;
  /** What took most of it. */
  readonly what: string;
}

const CATEGORIES = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8', 'blink'];
const PLUMBING = /RunTask|RunMicrotasks|AsyncTask|OnHandleReady|Receive mojo|callFunction|Checkpoint/u;

/** The tasks of the thread that ran our script. */
const tasksOf = (trace: Uint8Array): Task[] => {
  const { traceEvents } = JSON.parse(Buffer.from(trace).toString()) as { traceEvents: TraceEvent[] };
  const script = traceEvents.find(({ name, args }) => name === 'v8.compileModule' && JSON.stringify(args).includes('/private-meet.js')); // prettier-ignore
  if (!script) throw new Error('the trace knows nothing of the script');
  const mine = traceEvents.filter(({ pid, tid, ph }) => pid === script.pid && tid === script.tid && ph === 'X');
  const within = (task: TraceEvent) =>
    mine.filter((each) => each !== task && each.ts >= task.ts && each.ts < task.ts + (task.dur ?? 0));
  return mine
    .filter(({ name }) => name === 'RunTask')
    .map((task) => {
      const cpu = (task.tdur ?? 0) / 1000;
      const parts = cpu < NAMED ? [] : within(task).filter(({ name }) => !PLUMBING.test(name));
      const [most] = parts.sort((a, b) => (b.tdur ?? 0) - (a.tdur ?? 0));
      return { at: (task.ts - script.ts) / 1000, cpu, what: most?.name ?? 'script' };
    });
};

const press = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const lobby = document.querySelector('private-meet')?.shadowRoot?.querySelector('pm-lobby');
    lobby?.shadowRoot?.querySelector<HTMLElement>('[part~="join"]')?.click();
  });

const isInLobby = (): boolean => document.querySelector('private-meet')?.state === 'lobby';
const isConnected = (): boolean => 'connectedAt' in globalThis;

/** One first visit, in a browser that was never used, by way of the lobby or by itself: all that its main thread did. */
const visit = async (there: readonly Page[], stage: Stage, url: string, lobby: boolean): Promise<Task[]> => {
  const room = randomUUID();
  const ticket = async () => {
    const sub = randomUUID();
    return stage.server.issueToken({ sub, username: sub.slice(0, 8) });
  };
  for (const [others, each] of there.entries()) {
    await join('element', each, { server: stage.server.url, room, token: await ticket(), others });
  }
  const fresh = await launchBrowser('chromium', { fps: 2, insecureName: 'meet.test' });
  try {
    const page = await fresh.newPage({ type: 'window' });
    const rest = () => new Promise((resolve) => setTimeout(resolve, REST));
    await rest();
    const query = new URLSearchParams({ server: stage.server.url, token: await ticket(), room });
    query.set('others', String(there.length));
    if (lobby) query.set('lobby', '1');
    await page.tracing.start({ categories: CATEGORIES });
    await page.goto(`${url}/element?${query.toString()}`);
    if (lobby) {
      await waitInPage(page, isInLobby);
      await rest();
      await press(page);
    }
    await waitInPage(page, isConnected);
    await rest();
    const trace = await page.tracing.stop();
    if (!trace) throw new Error('no trace came');
    return tasksOf(trace);
  } finally {
    await fresh.close();
    await Promise.all(there.map((each) => leave('element', each)));
  }
};

/**
 * How long at once the page's main thread is busy on the way from the script into the call, in CPU time, on first visits:
 * through the lobby and by `autojoin`, in Chromium, whose traces tell. Options: --people, --rounds.
 */
export const benchTasks = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: { people: { type: 'string', default: '2' }, rounds: { type: 'string', default: '5' } },
  });
  const stage = await Stage.open({ fps: 2 });
  const { url, server } = await startPages();
  try {
    const there: Page[] = [];
    for (let index = 1; index < Number(values.people); index += 1) there.push(await stage.page('chromium'));
    for (const lobby of [false, true]) {
      const longest: number[] = [];
      const all: number[] = [];
      for (let round = 1; round <= Number(values.rounds); round += 1) {
        const tasks = await visit(there, stage, url, lobby);
        longest.push(Math.max(...tasks.map(({ cpu }) => cpu)));
        all.push(tasks.reduce((sum, { cpu }) => sum + cpu, 0));
        const named = tasks.filter(({ cpu }) => cpu >= NAMED);
        console.log(
          `${lobby ? 'lobby' : 'autojoin'} ${String(round)}: ${named.map(({ at, cpu, what }) => `${cpu.toFixed(0)} ms at ${at.toFixed(0)} (${what})`).join(', ')}`,
        );
      }
      console.log(
        `${lobby ? 'by way of the lobby' : 'by autojoin'}, ${values.people} people: longest task ${median(longest).toFixed(1)} ms of CPU, all tasks ${median(all).toFixed(0)} ms (medians)`,
      );
    }
    return 0;
  } finally {
    server.close();
    server.closeAllConnections();
    await stage.close();
  }
};
