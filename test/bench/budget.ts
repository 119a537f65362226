import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { type BrowserName, type Guest, Stage } from '../e2e/stage.js';
import { cpuSeconds } from './cpu.js';

/** Milliseconds after the last connection in which encoders and congestion control come to rest. */
const REST = 15_000;

const LAYOUTS = ['grid', 'speaker'] as const;
const BUDGETS = ['former', 'shown'] as const;

interface Figures {
  /** CPU seconds a second, of the browser with all its pages. */
  readonly cpu: number;
  /** Bits per second that one page sends, on average. */
  readonly uplink: number;
}

/** Keeps what the view shows from the meeting: everybody gets what a call of this size has for each. */
const sayNothing = (): void => {
  const end = (event: Event & { readonly request?: string }): void => {
    if (event.request === 'report-shown') event.stopImmediatePropagation();
  };
  addEventListener('pm-request', end, true);
};

const bitsSent = ({ page }: Guest): Promise<number> =>
  page.evaluate(async () => {
    let bytes = 0;
    for (const connection of witness.connections) {
      if (connection.signalingState === 'closed') continue;
      for (const entry of (await connection.getStats()).values() as Iterable<Record<string, unknown>>) {
        if (entry['type'] === 'candidate-pair' && entry['nominated']) bytes += Number(entry['bytesSent'] ?? 0);
      }
    }
    return 8 * bytes;
  });

const total = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0);

const measure = async (
  stage: Stage,
  options: { browser: BrowserName; people: number; seconds: number; layout: string; isFormer: boolean },
): Promise<Figures> => {
  const room = randomUUID();
  const guests: Guest[] = [];
  for (let index = 0; index < options.people; index += 1) {
    guests.push(
      await stage.guest(room, {
        browser: options.browser,
        attributes: { layout: options.layout, saving: 'off' },
        hasOwnTracks: false,
        ...(options.isFormer ? { init: sayNothing } : {}),
      }),
    );
  }
  for (const { page } of guests) await page.evaluate((count) => kit.connectedTo(count), options.people - 1);
  await new Promise((resolve) => setTimeout(resolve, REST));
  const root = guests[0]?.page.browser().process()?.pid ?? 0;
  const sent = async (): Promise<number> => total(await Promise.all(guests.map(bitsSent)));
  const [cpu, bits, start] = [total(cpuSeconds(root).values()), await sent(), performance.now()];
  await new Promise((resolve) => setTimeout(resolve, options.seconds * 1000));
  const [cpuAfter, bitsAfter] = [total(cpuSeconds(root).values()), await sent()];
  const span = (performance.now() - start) / 1000;
  await stage.clear();
  return { cpu: (cpuAfter - cpu) / span, uplink: (bitsAfter - bits) / span / options.people };
};

/**
 * What a call costs whose senders know how large they are shown, against the same call whose views say nothing, in turn, in
 * a grid and with one on the stage. Options: --browser, --people, --rounds, --seconds.
 */
export const benchBudget = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      browser: { type: 'string', default: 'chromium' },
      people: { type: 'string', default: '4' },
      rounds: { type: 'string', default: '1' },
      seconds: { type: 'string', default: '15' },
    },
  });
  const stage = await Stage.open();
  try {
    for (const layout of LAYOUTS) {
      const all: Record<(typeof BUDGETS)[number], Figures[]> = { former: [], shown: [] };
      for (let round = 1; round <= Number(values.rounds); round += 1) {
        for (const budget of BUDGETS) {
          const figures = await measure(stage, {
            browser: values.browser as BrowserName,
            people: Number(values.people),
            seconds: Number(values.seconds),
            layout,
            isFormer: budget === 'former',
          });
          all[budget].push(figures);
          const uplink = (figures.uplink / 1000).toFixed(0);
          console.log(
            `${layout}, ${budget} ${String(round)}: CPU ${figures.cpu.toFixed(2)} s/s, uplink ${uplink} kbit/s`,
          );
        }
      }
      const ratio = (of: (figures: Figures) => number): string =>
        (total(all.shown.map(of)) / total(all.former.map(of))).toFixed(2);
      console.log(`${layout}: CPU ${ratio(({ cpu }) => cpu)}, uplink ${ratio(({ uplink }) => uplink)} of the former`);
    }
    return 0;
  } finally {
    await stage.close();
  }
};
