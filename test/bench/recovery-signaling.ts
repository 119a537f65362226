import { setTimeout as delay } from 'node:timers/promises';
import { type BrowserName, type Guest, Stage, type StageOptions } from '../e2e/stage.js';
import { each, pair, presence } from '../rig/people.js';
import { NEVER, type RecoveryRow, type RecoveryTimes } from './recovery-row.js';

const of = (browser: BrowserName, count: number): BrowserName[] => Array.from({ length: count }, () => browser);
/** Who of many speaks; the rest listens. 56 cameras or voices are more than two cores encode. */
const VOICES = 2;
const voiceOrEar = (index: number) => ({
  'camera-off': '',
  ...(index < VOICES ? {} : { 'microphone-off': '' }),
});

/** Runs on a stage of its own with a proxy. */
export const onStage = async <T>(
  { fps = 4, seed = 1 }: StageOptions,
  act: (stage: Stage) => Promise<T>,
): Promise<T> => {
  const stage = await Stage.open({ fps, seed });
  try {
    return await act(stage);
  } finally {
    await stage.close();
  }
};

/** Milliseconds from `since` until everyone is in the room again and media flows from everybody who sends any. */
const back = async (stage: Stage, room: string, guests: readonly Guest[], since: number): Promise<number> => {
  const isMany = guests.length > 3;
  const kinds = isMany ? (['audio'] as const) : (['video', 'audio'] as const);
  const senders = isMany ? VOICES : guests.length;
  const times = await Promise.all([
    presence(stage, room, guests),
    ...guests.map(({ page }) => page.evaluate(() => kit.inState('joined'))),
    ...guests.map(({ page }, index) =>
      page.evaluate((count, what) => kit.flowing(count, what), index < senders ? senders - 1 : senders, kinds),
    ),
  ]);
  return Math.max(...times) - since;
};

/** Resolves once everybody has seen that the line was lost. */
const noticed = (guests: readonly Guest[], since: number): Promise<unknown> =>
  Promise.all(guests.map(({ page }) => page.evaluate((at) => kit.passed('reconnecting', at), since)));

/** Repeats a fault in one room of two. */
const repeated = (
  browser: BrowserName,
  runs: number,
  breakIt: (stage: Stage, guests: readonly Guest[], room: string) => Promise<number>,
): Promise<RecoveryTimes> =>
  onStage({}, async (stage) => {
    const guests = await pair(stage, 'room', of(browser, 2));
    await each(guests, () => kit.flowing(1));
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const since = await breakIt(stage, guests, 'room');
      times.push(await back(stage, 'room', guests, since));
    }
    return { times };
  });

/** One time for each seed: the proxy is set up by `prepare`, and two people join. */
const seeded = (browser: BrowserName, seeds: number, prepare: (stage: Stage) => void): Promise<RecoveryTimes> =>
  onStage({}, async (stage) => {
    const times: number[] = [];
    prepare(stage);
    for (let seed = 1; seed <= seeds; seed += 1) {
      stage.proxy.seed = seed;
      const since = Date.now();
      try {
        const guests = await pair(stage, `seed-${String(seed)}`, of(browser, 2));
        times.push(Math.max(...(await each(guests, () => kit.flowing(1)))) - since);
      } catch (error) {
        console.error(`seed ${String(seed)}, ${browser}`, error);
        times.push(NEVER);
      }
      await stage.clear();
    }
    return { times };
  });

export const signalingRows: readonly RecoveryRow[] = [
  {
    key: 'socket',
    title: 'Every signaling socket dies, the server stays',
    limit: 1_000,
    measure: (browser) =>
      repeated(browser, 5, async (stage, guests) => {
        const since = Date.now();
        stage.proxy.kill();
        await noticed(guests, since);
        return since;
      }),
  },
  {
    key: 'restart',
    title: 'The server is away for 3 s, with eight in the room',
    limit: 5_000,
    measure: (browser) =>
      onStage({ fps: 2 }, async (stage) => {
        const guests = await pair(stage, 'room', of(browser, 8), voiceOrEar);
        await stage.restartServer(() => delay(3_000));
        return { times: [await back(stage, 'room', guests, Date.now())] };
      }),
  },
  {
    key: 'half-open',
    title: 'Half-open sockets: silence without an end (from the beginning)',
    limit: 30_000,
    measure: (browser) =>
      repeated(browser, 2, async (stage, guests) => {
        const since = Date.now();
        stage.proxy.halfOpen();
        await noticed(guests, since);
        return since;
      }),
  },
  {
    key: 'online',
    title: 'Offline for 20 s, then online',
    limit: 2_000,
    measure: (browser) =>
      repeated(browser, 2, async (stage, guests) => {
        stage.proxy.refuse('silence');
        stage.proxy.kill();
        await each(guests, () => {
          dispatchEvent(new Event('offline'));
        });
        await delay(20_000);
        stage.proxy.heal();
        const since = Date.now();
        await each(guests, () => {
          dispatchEvent(new Event('online'));
        });
        return since;
      }),
  },
  {
    key: 'shown',
    title: 'The socket died without a word while the tab was hidden; the tab is shown',
    limit: 2_000,
    measure: (browser) =>
      repeated(browser, 3, async (stage, guests) => {
        stage.proxy.halfOpen();
        await delay(3_000);
        const since = Date.now();
        await each(guests, () => {
          document.dispatchEvent(new Event('visibilitychange'));
        });
        await noticed(guests, since);
        return since;
      }),
  },
  {
    key: 'lossy',
    title: 'A third of all frames lost, both ways (from the second person’s page)',
    limit: 15_000,
    share: 0.95,
    measure: (browser) =>
      seeded(browser, 20, (stage) => {
        stage.proxy.setFaults({ up: { drop: 1 / 3 }, down: { drop: 1 / 3 } });
      }),
  },
  {
    key: 'mixed',
    title: 'Frames doubled, late by up to 3 s, out of order (from the second person’s page)',
    measure: (browser) =>
      seeded(browser, 5, (stage) => {
        const mixed = { duplicate: 0.3, reorder: 0.3, delay: [0, 3_000] } as const;
        stage.proxy.setFaults({ up: mixed, down: mixed });
      }),
  },
  {
    key: 'evicted',
    title: 'Evicted from the room in silence (from the beginning)',
    limit: 20_000,
    measure: (browser) =>
      repeated(browser, 2, (stage, guests, room) => {
        const since = Date.now();
        for (const { id } of guests) stage.server.rooms.evict(room, id);
        return Promise.resolve(since);
      }),
  },
];
