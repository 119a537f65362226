import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { gzipSync } from 'node:zlib';
import { BROWSERS } from '../e2e/stage.js';
import { benchJoin, type JoinFigures } from './join.js';

/** How far above the hand-written page a join may be, by people in the room. */
const LIMITS: ReadonlyMap<number, number> = new Map([
  [2, 1.0],
  [4, 1.1],
]);
const ROUNDS = 9;
const README = new URL('../../README.md', import.meta.url);
const BUNDLE = new URL('../../dist/private-meet.js', import.meta.url);

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const ms = (value: number): string => `${value.toFixed(0)} ms`;

const figures: JoinFigures[] = [];
for (const browser of BROWSERS) {
  for (const people of LIMITS.keys()) {
    const measured = await benchJoin(browser, people, ROUNDS);
    console.log(measured);
    figures.push(measured);
  }
}

const join = table(
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
const text = `
From the last person's join to their last connection, devices included, median of ${String(ROUNDS)} rounds in turn with a plainly hand-written
page over the same server on the same machine (${String(cpus().length)} cores):

${join}

\`dist/private-meet.js\` is ${size} kB (gzip −9), all in.
`;

const readme = readFileSync(README, 'utf8');
const marked = /(<!-- bench: measured -->\n)[^]*?(\n<!-- \/bench -->)/u;
writeFileSync(
  README,
  readme.replace(marked, (_, begin: string, end: string) => `${begin}${text}${end}`),
);
execFileSync('npx', ['--no-install', 'prettier', '--write', 'README.md'], { cwd: new URL('../../', import.meta.url) });

const missed = figures.filter(({ people, ratio }) => ratio > (LIMITS.get(people) ?? Number.POSITIVE_INFINITY));
for (const { browser, people, ratio } of missed) {
  console.error(`missed: ${browser}, ${String(people)} people: ${ratio.toFixed(2)}`);
}
process.exit(missed.length > 0 ? 1 : 0);
