import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { type BrowserName, BROWSERS } from '../e2e/stage.js';
import { markdownTable, readTable, writeDocuments } from '../tools/readme.js';
import { linkRows } from './recovery-links.js';
import { NEVER, quantile, type RecoveryRow } from './recovery-row.js';
import { meshRows } from './recovery-mesh.js';
import { signalingRows } from './recovery-signaling.js';
import { turnRows } from './recovery-turn.js';

const ROWS: readonly RecoveryRow[] = [...signalingRows, ...meshRows, ...linkRows, ...turnRows];

interface Result {
  readonly row: RecoveryRow;
  readonly browser: BrowserName;
  readonly times: readonly number[];
  readonly limit: number | undefined;
  readonly isMissed: boolean;
}

const seconds = (ms: number | undefined): string => {
  if (ms === undefined) return '';
  return ms === NEVER ? 'never' : `${(ms / 1000).toFixed(ms < 9_950 ? 2 : 1)} s`;
};

const run = async (row: RecoveryRow, browser: BrowserName): Promise<Result> => {
  const { times, limit = row.limit } = await row.measure(browser).catch((error: unknown) => {
    console.error(error);
    return { times: [NEVER], limit: row.limit };
  });
  const worst = quantile(times, row.share ?? 1);
  const isMissed = worst === NEVER || (limit !== undefined && worst > limit);
  const shown = times.map((time) => seconds(time)).join(', ');
  console.log(`${isMissed ? '✖' : '✔'} ${row.key}, ${browser}: ${shown}; at most ${seconds(limit) || 'any'}`);
  return { row, browser, times, limit, isMissed };
};

const cellsOf = ({ row, browser, times, limit }: Result): string[] => [
  row.title,
  browser,
  String(times.length),
  seconds(quantile(times, 0.5)),
  seconds(quantile(times, 1)),
  limit === undefined ? '' : `${seconds(limit)}${row.share === undefined ? '' : ` in ${String(100 * row.share)} %`}`,
];

/** Puts a row into the docs' table, in its place; the others stay as they were measured. */
const write = async (result: Result): Promise<void> => {
  const known = [...readTable('recovery'), cellsOf(result)];
  const rows = ROWS.flatMap(({ title }) =>
    BROWSERS.flatMap((name) => {
      const cells = known.findLast(([what, browser]) => what === title && browser === name);
      return cells ? [cells] : [];
    }),
  );
  await writeDocuments({
    recovery: `From the fault's end to media flowing again for everybody (or from its beginning, where the row says so), on one machine (${String(cpus().length)} cores), each row as it was last measured.
Frames are lost by seeds, so that a run can be had again.

${markdownTable(['fault', 'browser', 'runs', 'median', 'worst', 'at most'], rows)}`,
  });
};

const keys = (): string => ROWS.map(({ key }) => key).join(', ');

/** Measures every row in every browser, or those of `--only`; to the exit code: 1 when one took too long. */
export const benchRecovery = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: { only: { type: 'string', multiple: true }, browser: { type: 'string' } },
  });
  const isRoot = process.getuid?.() === 0;
  const rows = ROWS.filter(({ key }) => values.only?.includes(key) ?? true);
  const browsers = BROWSERS.filter((browser) => values.browser === undefined || browser === values.browser);
  if (rows.length === 0 || browsers.length === 0) {
    console.error(`There is nothing of that name; there are ${keys()}, in ${BROWSERS.join(' and ')}`);
    return 1;
  }
  const results: Result[] = [];
  for (const row of rows) {
    if (row.needsRoot && !isRoot) throw new Error(`${row.key} needs root: it makes network namespaces`);
    for (const browser of browsers) {
      const result = await run(row, browser);
      await write(result);
      results.push(result);
    }
  }
  const missed = results.filter(({ isMissed }) => isMissed);
  for (const { row, browser, times } of missed) {
    console.error(`missed: ${row.key}, ${browser}: ${seconds(quantile(times, row.share ?? 1))}`);
  }
  return missed.length > 0 ? 1 : 0;
};
