import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { gzipSync } from 'node:zlib';
import { BROWSERS } from '../e2e/stage.js';
import { markdownTable, writeDocuments } from '../tools/readme.js';
import { benchCold } from './cold.js';
import { benchDistance } from './distance.js';
import { benchBudget } from './budget.js';
import { benchEight } from './eight.js';
import { benchGrowth } from './growth.js';
import { benchFiles } from './files.js';
import { benchJoin, type JoinFigures } from './join.js';
import { benchRecovery } from './recovery.js';
import { benchServer } from './server.js';
import { benchSteady } from './steady.js';
import { benchTasks } from './tasks.js';
import { benchTrust } from './trust.js';

if (process.argv[2] === 'budget') process.exit(await benchBudget(process.argv.slice(3)));
if (process.argv[2] === 'eight') process.exit(await benchEight(process.argv.slice(3)));
if (process.argv[2] === 'growth') process.exit(await benchGrowth(process.argv.slice(3)));
if (process.argv[2] === 'files') process.exit(await benchFiles(process.argv.slice(3)));
if (process.argv[2] === 'recovery') process.exit(await benchRecovery(process.argv.slice(3)));
if (process.argv[2] === 'server') process.exit(await benchServer());
if (process.argv[2] === 'steady') process.exit(await benchSteady(process.argv.slice(3)));
if (process.argv[2] === 'cold') process.exit(await benchCold(process.argv.slice(3)));
if (process.argv[2] === 'tasks') process.exit(await benchTasks(process.argv.slice(3)));
if (process.argv[2] === 'trust') process.exit(await benchTrust(process.argv.slice(3)));
if (process.argv[2] === 'distance') process.exit(await benchDistance(process.argv.slice(3)));

/** How far above the hand-written page a join may be, by people in the room. */
const LIMITS: ReadonlyMap<number, number> = new Map([
  [2, 1.0],
  [4, 1.1],
]);
const ROUNDS = 25;
const BUNDLE = new URL('../../dist/private-meet.js', import.meta.url);

const ms = (value: number): string => `${value.toFixed(0)} ms`;

const figures: JoinFigures[] = [];
for (const browser of BROWSERS) {
  for (const people of LIMITS.keys()) {
    const measured = await benchJoin(browser, people, ROUNDS);
    console.log(measured);
    figures.push(measured);
  }
}

const join = markdownTable(
  ['browser', 'people', 'hand-written page', 'private-meet', 'ratio', 'at most'],
  figures.map(({ browser, people, floor, element, ratio }) => [
    browser,
    String(people),
    ms(floor),
    ms(element),
    ratio.toFixed(2),
    (LIMITS.get(people) ?? Number.NaN).toFixed(1),
  ]),
);
const size = (gzipSync(readFileSync(BUNDLE), { level: 9 }).length / 1000).toFixed(1);
const text = `From the last person's join into a room at rest to their last connection, devices included, median of ${String(ROUNDS)} rounds in turn with a plainly hand-written
page over the same server on the same machine (${String(cpus().length)} cores):

${join}

\`dist/private-meet.js\` is ${size} kB (gzip −9), up to the first face.`;

await writeDocuments({ bench: text });

const missed = figures.filter(({ people, ratio }) => ratio > (LIMITS.get(people) ?? Number.POSITIVE_INFINITY));
for (const { browser, people, ratio } of missed) {
  console.error(`missed: ${browser}, ${String(people)} people: ${ratio.toFixed(2)}`);
}
process.exit(missed.length > 0 ? 1 : 0);
