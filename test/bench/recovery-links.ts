import { setTimeout as delay } from 'node:timers/promises';
import { type BrowserName, type Guest } from '../e2e/stage.js';
import { Network } from '../rig/network.js';
import { each, selectedPorts } from '../rig/people.js';
import type { RecoveryRow, RecoveryTimes } from './recovery-row.js';

/** Runs on two machines of their own. */
export const onNetwork = async (act: (network: Network) => Promise<RecoveryTimes>): Promise<RecoveryTimes> => {
  const network = await Network.open();
  try {
    return await act(network);
  } finally {
    await network.close();
  }
};

/** One call, broken once: `breakIt` gives the moment that counts, ms of `Date.now()`. */
const once = (
  browser: BrowserName,
  breakIt: (network: Network, guests: readonly Guest[]) => Promise<number>,
): Promise<RecoveryTimes> =>
  onNetwork(async (network) => {
    const guests = await network.call(browser);
    const since = await breakIt(network, guests);
    return { times: [Math.max(...(await each(guests, () => kit.flowing(1)))) - since] };
  });

/** The link of one is broken for a while. */
const broken = (browser: BrowserName, ms: number, how: 'down' | 'lost' | 'separate'): Promise<RecoveryTimes> =>
  once(browser, async (network, guests) => {
    if (how === 'down') network.links.down(network.here);
    else if (how === 'lost') network.isolate();
    else network.separate();
    await each(guests, () => kit.standstill());
    await delay(ms);
    network.links.heal();
    return Date.now();
  });

/** Bo's view of Ann's machine that is suddenly gone: until `seen` is true there. */
const vanished = (browser: BrowserName, seen: () => Promise<void>): Promise<RecoveryTimes> =>
  onNetwork(async (network) => {
    const [, bo] = await network.call(browser);
    const since = Date.now();
    network.isolate();
    await bo.page.evaluate(seen);
    return { times: [Date.now() - since] };
  });

const link = (ms: number): RecoveryRow => ({
  key: `link-${String(ms / 1000)}`,
  title: `One link is down for ${String(ms / 1000)} s`,
  limit: 3_000,
  needsRoot: true,
  measure: (browser) => broken(browser, ms, 'down'),
});

export const linkRows: readonly RecoveryRow[] = [
  {
    key: 'disconnected',
    title: 'No UDP between the two for some 8 s: ICE `disconnected`',
    limit: 5_000,
    needsRoot: true,
    measure: (browser) => broken(browser, 8_000, 'separate'),
  },
  {
    key: 'failed',
    title: 'No UDP between the two for some 40 s: ICE `failed`',
    limit: 18_000,
    needsRoot: true,
    measure: (browser) => broken(browser, 40_000, 'separate'),
  },
  link(5_000),
  link(15_000),
  link(60_000),
  {
    key: 'lost-60',
    title: 'Every packet of one is lost for 60 s, without a sign',
    limit: 18_000,
    needsRoot: true,
    measure: (browser) => broken(browser, 60_000, 'lost'),
  },
  {
    key: 'address',
    title: 'One gets another address (from then on)',
    limit: 18_000,
    needsRoot: true,
    measure: (browser) =>
      once(browser, async (network, guests) => {
        const since = Date.now();
        network.links.readdress(network.here);
        await each(guests, () => kit.standstill());
        return since;
      }),
  },
  {
    key: 'one-way',
    title: 'Media passes one way only (from the beginning)',
    limit: 5_000,
    needsRoot: true,
    measure: (browser) =>
      once(browser, async (network, guests) => {
        const { links, here, there } = network;
        const [ann, bo] = guests;
        if (!ann || !bo) throw new Error('nobody is there');
        const ports = await selectedPorts(ann);
        const since = Date.now();
        links.lose({ from: here, to: there, what: 'media', ports });
        await bo.page.evaluate(() => kit.standstill());
        return since;
      }),
  },
  {
    key: 'vanished',
    title: 'A machine vanishes (until its tile says so)',
    limit: 3_000,
    needsRoot: true,
    measure: (browser) =>
      vanished(browser, () => kit.until('a tile that says so', () => kit.meet().peers[0]?.state === 'reconnecting')),
  },
  {
    key: 'gone',
    title: 'A machine vanishes (until its tile goes)',
    limit: 12_000,
    needsRoot: true,
    measure: (browser) => vanished(browser, () => kit.until('no tile', () => kit.tileOf('Ann') === undefined)),
  },
];
