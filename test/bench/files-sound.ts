import type { Page } from 'puppeteer-core';
import { type BrowserName, Stage } from '../e2e/stage.js';
import { Network } from '../rig/network.js';
import { pair } from '../rig/people.js';
import { prepareOurs, sendOurs } from './files-ours.js';
import { median } from './join.js';

/** Points of sound that a transfer may cost. */
const LIMIT = 1;
/** Milliseconds after the last connection in which the first sounds come, which are lost with and without. */
const REST = 5_000;

/** Of the sound that came in at a page, up to now. */
interface Counts {
  readonly packets: number;
  readonly lost: number;
  readonly samples: number;
  /** Samples that had to be made up. */
  readonly concealed: number;
}

/** In hundredths of what should have come. */
interface Loss {
  readonly lost: number;
  readonly concealed: number;
}

const countsOf = (page: Page): Promise<Counts> =>
  page.evaluate(async () => {
    const counts = { packets: 0, lost: 0, samples: 0, concealed: 0 };
    for (const connection of witness.connections.filter(({ connectionState }) => connectionState === 'connected')) {
      for (const entry of (await connection.getStats()).values() as Iterable<Record<string, unknown>>) {
        if (entry['type'] !== 'inbound-rtp' || entry['kind'] !== 'audio') continue;
        counts.packets += Number(entry['packetsReceived'] ?? 0);
        counts.lost += Number(entry['packetsLost'] ?? 0);
        counts.samples += Number(entry['totalSamplesReceived'] ?? 0);
        // Silence that is made up for silence is none that was lost.
        counts.concealed += Number(entry['concealedSamples'] ?? 0) - Number(entry['silentConcealedSamples'] ?? 0);
      }
    }
    return counts;
  });

/** What was lost at the page where most was, while `run` ran. */
const lossDuring = async (pages: readonly Page[], run: () => Promise<unknown>): Promise<Loss> => {
  const before = await Promise.all(pages.map(countsOf));
  await run();
  const after = await Promise.all(pages.map(countsOf));
  const losses = after.map((now, index) => {
    const { packets = 0, lost = 0, samples = 0, concealed = 0 } = before[index] ?? {};
    const fewer = now.lost - lost;
    return {
      lost: (100 * fewer) / Math.max(1, now.packets - packets + fewer),
      concealed: (100 * (now.concealed - concealed)) / Math.max(1, now.samples - samples),
    };
  });
  return {
    lost: Math.max(...losses.map(({ lost }) => lost)),
    concealed: Math.max(...losses.map(({ concealed }) => concealed)),
  };
};

const words = ({ lost, concealed }: Loss): string =>
  `${lost.toFixed(2)} % of the packets lost, ${concealed.toFixed(2)} % of the sound made up`;

export interface SoundOptions {
  readonly mebibytes: number;
  readonly rounds: number;
  /** What the link of one of the two lets through, bits a second; this machine's own without. Needs root. */
  readonly bits: number | undefined;
}

/** Two people who talk, where the options say. */
const meet = async (browser: BrowserName, bits: number | undefined) => {
  const attributes = { 'camera-off': '' };
  if (bits === undefined) {
    const stage = await Stage.open({ fps: 2 });
    const guests = await pair(stage, 'bench', [browser, browser], attributes);
    return { pages: guests.map(({ page }) => page), close: () => stage.close() };
  }
  const network = await Network.open();
  const guests = await Promise.all([0, 1].map((index) => network.guest('bench', browser, index, { attributes })));
  await Promise.all(guests.map(({ page }) => page.evaluate(() => kit.connectedTo(1))));
  network.links.narrow(network.here, bits);
  return { pages: guests.map(({ page }) => page), close: () => network.close() };
};

/** Sound without and with a transfer, in turn, in one call: to the points that the transfer costs. */
export const benchSound = async (browser: BrowserName, options: SoundOptions): Promise<number> => {
  const { mebibytes, rounds, bits } = options;
  const { pages, close } = await meet(browser, bits);
  try {
    const [from, to] = pages;
    if (!from || !to) throw new Error('there are two');
    await from.evaluate((size) => {
      globalThis.benchFile = kit.plain.makeFile(size);
    }, mebibytes);
    await new Promise((resolve) => setTimeout(resolve, REST));
    const all = { without: [] as Loss[], with: [] as Loss[] };
    for (let round = 1; round <= rounds; round += 1) {
      await prepareOurs(from, to);
      const start = performance.now();
      const during = await lossDuring(pages, () => sendOurs(from, to));
      const ms = performance.now() - start;
      const rest = await lossDuring(pages, () => new Promise((resolve) => setTimeout(resolve, ms)));
      all.with.push(during);
      all.without.push(rest);
      const rate = ((mebibytes * 1000) / ms).toFixed(1);
      console.log(`${browser}, round ${String(round)}, a transfer at ${rate} MiB/s: ${words(during)}`);
      console.log(`${browser}, round ${String(round)}, none, for as long: ${words(rest)}`);
    }
    const cost = (of: keyof Loss) =>
      median(all.with.map((loss) => loss[of])) - median(all.without.map((loss) => loss[of]));
    const points = Math.max(cost('lost'), cost('concealed'));
    console.log(`${browser}: a transfer costs sound ${points.toFixed(2)} points, at most ${String(LIMIT)}`);
    return points;
  } finally {
    await close();
  }
};

/** Whether so many points are few enough. */
export const isHeard = (points: number): boolean => points <= LIMIT;
