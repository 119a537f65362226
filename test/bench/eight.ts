import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { type BrowserName, Stage } from '../e2e/stage.js';
import { burn } from '../rig/burn.js';
import { join, type Kind, leave } from './join.js';
import { NEVER, quantile } from './recovery-row.js';

/** Milliseconds in which a room is to be whole. */
const LIMIT = 30_000;
/** Of the quiet machine's median, that with both cores burning. */
const SLOWEST = 2.5;

interface Round {
  /** Until everybody is connected to everybody, ms; infinite where that took longer than the limit. */
  readonly time: number;
  /**
   * Frames that all sent together, by type, of offers those said again and those that negotiate anew too; connections made;
   * and how often anybody showed `reconnecting`.
   */
  readonly counts: Readonly<Record<string, number>>;
}

/** Runs in the page before its scripts: counts what it sends, by type, and the connections that it makes. */
const countFrames = (): void => {
  const counts: Record<string, number> = {};
  const offers = new Set<string>();
  const send = Reflect.get<WebSocket, 'send'>(WebSocket.prototype, 'send');
  WebSocket.prototype.send = function (this: WebSocket, frame: string) {
    const type = /"type":"([\w.]+)"/u.exec(frame)?.[1] ?? '';
    const whats = [type];
    if (type === 'webrtc.offer') {
      const [, key = frame] = /"x":(\{"from":"[^"]*","n":\d+)/u.exec(frame) ?? [];
      if (offers.has(key)) whats.push('offers again');
      else if (/"n":(?!1\b)/u.test(key)) whats.push('offers anew');
      offers.add(key);
    }
    for (const what of whats) counts[what] = (counts[what] ?? 0) + 1;
    send.call(this, frame);
  };
  globalThis.RTCPeerConnection = new Proxy(RTCPeerConnection, {
    construct(target, args: ConstructorParameters<typeof RTCPeerConnection>) {
      counts['connections'] = (counts['connections'] ?? 0) + 1;
      return new target(...args);
    },
  });
  addEventListener('pm-state-change', (event) => {
    const { state } = event as Event & { state?: string };
    if (state === 'reconnecting') counts[state] = (counts[state] ?? 0) + 1;
  });
  Object.assign(globalThis, { counts });
};

/** What was counted since the last time. */
const takeCounts = (page: Page): Promise<Record<string, number>> =>
  page.evaluate(() => {
    const { counts } = globalThis as unknown as { counts: Record<string, number> };
    const taken = { ...counts };
    for (const key of Object.keys(counts)) counts[key] = 0;
    return taken;
  });

const standing = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.querySelector('private-meet');
    return `${element?.state ?? ''} ${element?.peers.map(({ state }) => state).join(' ') ?? ''}`;
  });

/** All join at once, with microphones. */
const fill = async (kind: Kind, pages: readonly Page[], stage: Stage): Promise<Round> => {
  const room = randomUUID();
  const others = pages.length - 1;
  const tokens = await Promise.all(
    pages.map(() => {
      const sub = randomUUID();
      return stage.server.issueToken({ sub, username: sub.slice(0, 8) });
    }),
  );
  await Promise.all(pages.map(takeCounts));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isOver = new Promise<number>((resolve) => {
    timer = setTimeout(resolve, LIMIT, NEVER);
  });
  const joins = Promise.all(
    pages.map((page, index) =>
      join(kind, page, { server: stage.server.url, room, token: tokens[index] ?? '', others, speaks: true }),
    ),
  );
  // Slowness is over at the limit: the hand-written page gives up later than that, and whatever fails before is a fault.
  const time = await Promise.race([joins.then((times) => Math.max(...times)), isOver]);
  clearTimeout(timer);
  if (time > LIMIT) {
    joins.catch(() => undefined); // They are not waited for any more.
    if (kind === 'element') console.log((await Promise.all(pages.map(standing))).join('\n'));
  }
  const counts: Record<string, number> = {};
  for (const each of await Promise.all(pages.map(takeCounts)))
    for (const [type, count] of Object.entries(each)) counts[type] = (counts[type] ?? 0) + count;
  await Promise.all(pages.map((page) => leave(kind, page)));
  return { time, counts };
};

type Times = Readonly<Record<Kind, number[]>>;

/** Rounds of the hand-written page and the element in turn, so that the machine's load meets both. */
const rounds = async (what: string, count: number, pages: readonly Page[], stage: Stage): Promise<Times> => {
  const times: Times = { floor: [], element: [] };
  for (let round = 1; round <= count; round += 1) {
    for (const kind of ['floor', 'element'] as const) {
      const { time, counts } = await fill(kind, pages, stage);
      times[kind].push(time > LIMIT ? NEVER : time);
      console.log(`${what} ${kind} ${String(round)}: ${(time / 1000).toFixed(2)} s ${JSON.stringify(counts)}`);
    }
  }
  return times;
};

const summary = (what: string, times: readonly number[]): string => {
  const whole = times.filter((time) => time <= LIMIT).length;
  const middle = quantile(times, 0.5);
  const median = middle === NEVER ? 'never' : `${(middle / 1000).toFixed(2)} s`;
  return `${what}: whole within 30 s in ${String(whole)} of ${String(times.length)}, median ${median}`;
};

/**
 * Whether eight who come at once, with microphones, are all whole in time on a busy machine too. Options: --browser, --people,
 * --quiet and --busy (rounds). Two cores carry no eight voices, of the hand-written page neither: there `--people 5` tells more.
 */
export const benchEight = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      browser: { type: 'string', default: 'chromium' },
      people: { type: 'string', default: '8' },
      quiet: { type: 'string', default: '20' },
      busy: { type: 'string', default: '100' },
    },
  });
  const stage = await Stage.open({ fps: 2 });
  try {
    const pages: Page[] = [];
    for (let index = 0; index < Number(values.people); index += 1) {
      pages.push(await stage.page(values.browser as BrowserName, countFrames));
    }
    await fill('element', pages, stage); // Warms browsers and devices, and is not counted.
    const quiet = await rounds('quiet', Number(values.quiet), pages, stage);
    const cool = burn();
    const busy = await rounds('busy', Number(values.busy), pages, stage).finally(cool);
    const lines = [
      summary('quiet, hand-written', quiet.floor),
      summary('quiet, element', quiet.element),
      summary('every core busy, hand-written', busy.floor),
      summary('every core busy, element', busy.element),
    ];
    const ratio = quantile(busy.element, 0.5) / quantile(quiet.element, 0.5);
    const compared = Number.isFinite(ratio) ? ratio.toFixed(2) : 'not to be compared';
    console.log(`${lines.join('\n')}\nthe element, busy to quiet: ${compared} (at most ${String(SLOWEST)})`);
    const isWhole = [...quiet.element, ...busy.element].every((time) => time <= LIMIT);
    return isWhole && ratio <= SLOWEST ? 0 : 1;
  } finally {
    await stage.close();
  }
};
