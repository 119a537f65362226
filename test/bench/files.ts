import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { pair } from '../rig/people.js';
import { type BrowserName, BROWSERS, Stage } from '../e2e/stage.js';
import { ownMemory } from './cpu.js';
import { prepareOurs, sendOurs } from './files-ours.js';
import { benchSound, isHeard } from './files-sound.js';
import { median } from './join.js';

const MEBIBYTE = 1_048_576;
/** Milliseconds between looks at the memory. */
const LOOK = 100;

interface Run {
  /** Milliseconds from the first byte that may go to the last that is there, and checked. */
  readonly ms: number;
  /** Bytes more than before, at most, at either end, in each quarter of the time; the same figures twice in one browser. */
  readonly grown: readonly (readonly number[])[];
}

type Send = (from: Page, to: Page, mebibytes: number) => Promise<void>;

const sendPlain: Send = async (from, to, mebibytes) => {
  await Promise.all([from.evaluate(() => kit.plain.send(globalThis.benchFile)), to.evaluate(() => kit.plain.whole())]);
  const bytes = await to.evaluate(() => kit.plain.whole());
  if (bytes !== mebibytes * 1_048_576) throw new Error(`${String(bytes)} bytes came`);
};

const preparePlain: Send = async (from, to, mebibytes) => {
  const offer = await from.evaluate(() => kit.plain.offer());
  const answer = await to.evaluate((sdp, size) => kit.plain.answer(sdp, size), offer, mebibytes * MEBIBYTE);
  await from.evaluate((sdp) => kit.plain.accept(sdp), answer);
};

const processOf = (page: Page): number => page.browser().process()?.pid ?? 0;

const measure = async (run: () => Promise<void>, pages: readonly Page[]): Promise<Run> => {
  const memory = () => pages.map((page) => ownMemory(processOf(page)));
  const before = memory();
  const looks: number[][] = [];
  const looking = setInterval(() => looks.push(memory()), LOOK);
  const start = performance.now();
  try {
    await run();
  } finally {
    clearInterval(looking);
  }
  const ms = performance.now() - start;
  const quarters = [0, 1, 2, 3].map((quarter) => {
    const of = looks.slice((quarter * looks.length) / 4, ((quarter + 1) * looks.length) / 4);
    return before.map((bytes, end) => Math.max(0, ...of.map((look) => (look[end] ?? 0) - bytes)));
  });
  return { ms, grown: before.map((_, end) => quarters.map((quarter) => quarter[end] ?? 0)) };
};

const words = ({ ms, grown }: Run, mebibytes: number): string => {
  const [sender, receiver] = grown.map((quarters) => quarters.map((bytes) => (bytes / MEBIBYTE).toFixed(0)).join(', '));
  const rate = ((mebibytes * 1000) / ms).toFixed(1);
  return `${rate} MiB/s, memory grown in each quarter by ${String(sender)} MiB (sender), ${String(receiver)} MiB (receiver)`;
};

/** Rounds of the hand-written page and the element in turn, between the same two pages; to the ratio of their medians. */
const benchPair = async (browsers: readonly BrowserName[], mebibytes: number, rounds: number): Promise<number> => {
  const stage = await Stage.open({ fps: 2 });
  try {
    const guests = await pair(stage, 'bench', browsers, { 'camera-off': '', 'microphone-off': '' });
    const [from, to] = guests.map(({ page }) => page);
    if (!from || !to) throw new Error('there are two');
    await from.evaluate((mebibytes) => {
      globalThis.benchFile = kit.plain.makeFile(mebibytes);
    }, mebibytes);
    const times = { plain: [] as number[], ours: [] as number[] };
    for (let round = 1; round <= rounds; round += 1) {
      for (const kind of ['plain', 'ours'] as const) {
        await (kind === 'plain' ? preparePlain : prepareOurs)(from, to, mebibytes);
        const run = await measure(() => (kind === 'plain' ? sendPlain : sendOurs)(from, to, mebibytes), [from, to]);
        for (const page of [from, to]) await page.evaluate(() => kit.plain.close());
        times[kind].push(run.ms);
        console.log(`${browsers.join(' to ')}, ${kind} ${String(round)}: ${words(run, mebibytes)}`);
      }
    }
    const ratio = median(times.plain) / median(times.ours);
    console.log(`${browsers.join(' to ')}: ${ratio.toFixed(2)} × the throughput of the hand-written page`);
    return ratio;
  } finally {
    await stage.close();
  }
};

/** The least that a transfer may have of the hand-written page's throughput. */
const LIMIT = 0.85;

/**
 * Throughput of a file between two pages as a ratio to a hand-written page that sends the same over a plain `RTCDataChannel`, and
 * the memory of both ends. Options: --mebibytes, --rounds, --from and --to (browsers; three pairs of them by default). With --sound, what
 * a transfer costs the sound of the call in place of that; --bits: over a link that lets so many through a second, which needs root.
 */
export const benchFiles = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      mebibytes: { type: 'string', default: '512' },
      rounds: { type: 'string', default: '3' },
      from: { type: 'string' },
      to: { type: 'string' },
      sound: { type: 'boolean', default: false },
      bits: { type: 'string' },
    },
  });
  const [mebibytes, rounds] = [Number(values.mebibytes), Number(values.rounds)];
  if (values.sound) {
    const bits = values.bits === undefined ? undefined : Number(values.bits);
    const points: number[] = [];
    for (const browser of values.from === undefined ? BROWSERS : [values.from as BrowserName])
      points.push(await benchSound(browser, { mebibytes, rounds, bits }));
    return points.every(isHeard) ? 0 : 1;
  }
  const named = [values.from, values.to].filter((name) => name !== undefined) as BrowserName[];
  const pairs: readonly (readonly BrowserName[])[] =
    named.length === 2
      ? [named]
      : [
          ['chromium', 'chromium'],
          ['chromium', 'firefox'],
          ['firefox', 'chromium'],
        ];
  const ratios: number[] = [];
  for (const browsers of pairs) ratios.push(await benchPair(browsers, mebibytes, rounds));
  return ratios.every((ratio) => ratio >= LIMIT) ? 0 : 1;
};
