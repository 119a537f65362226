import { appendFileSync } from 'node:fs';
import { ensureBrowsers } from './install-browsers.js';
import { FLAKY_VARIABLE, flakyLines, type Outcome, outcomeOf, summary } from './report.js';
import { type Flaky, rerunFailed } from './rerun.js';
import { runStep, runSuite, type SuiteResult } from './run-step.js';
import { APART, groups, isSuite, type Step } from './suites.js';

const NEED_BROWSERS = [
  'package',
  'mesh',
  'unit',
  'elements',
  'screens',
  'crowd',
  'e2e',
  'faults',
  'trusted',
  'network',
  'pages',
];

const isResult = (result: Outcome | SuiteResult): result is SuiteResult => 'suite' in result;

const runOne = async (step: Step, isHeld: boolean): Promise<Outcome | SuiteResult> => {
  if (isSuite(step)) return runSuite(step, { isHeld });
  const began = performance.now();
  const problem = await runStep(step, { isHeld });
  const seconds = (performance.now() - began) / 1000;
  return problem === undefined
    ? { name: step.name, passed: 1, failed: 0, notes: [], seconds }
    : { name: step.name, passed: 0, failed: 1, notes: [problem], seconds };
};

/** Runs two at a time, the first with its output as it comes; resolves to what became of each, in their order. */
const runGroup = async (group: readonly Step[]): Promise<(Outcome | SuiteResult)[]> => {
  const results: (Outcome | SuiteResult)[] = [];
  const queue = [...group.entries()];
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, step] = next;
      results[index] = await runOne(step, index > 0);
    }
  };
  await Promise.all([work(), work()]);
  return results;
};

const finish = (outcomes: readonly Outcome[], flaky: readonly Flaky[]): void => {
  console.log(`\n${summary(outcomes, flaky).join('\n')}`);
  const list = process.env[FLAKY_VARIABLE];
  if (list && flaky.length > 0) appendFileSync(list, `${flakyLines(flaky).join('\n')}\n`);
  process.exitCode = outcomes.some(({ failed }) => failed > 0) ? 1 : 0;
};

const wanted = process.argv.slice(2);
const all = groups();
const names = all.flat().map(({ name }) => name);
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`There is no step ${unknown.join(', ')}; there are ${names.join(', ')}`);
  process.exit(1);
}
const isChosen = ({ name }: Step) => (wanted.length > 0 ? wanted.includes(name) : !APART.includes(name));
const chosen = all.map((group) => group.filter(isChosen));

if (chosen.flat().some(({ name }) => NEED_BROWSERS.includes(name))) {
  await ensureBrowsers().catch((error: unknown) => {
    const notes = [error instanceof Error ? error.message : String(error)];
    finish([{ name: 'browsers', passed: 0, failed: 1, notes, seconds: 0 }], []);
    process.exit(); // a download that was given up may still hold it
  });
}
const ran: (Outcome | SuiteResult)[] = [];
for (const group of chosen) ran.push(...(await runGroup(group)));
const { results, flaky } = await rerunFailed(ran.filter(isResult));
const second = new Map(results.map((result) => [result.suite.name, result]));
finish(
  ran.map((each) => (isResult(each) ? outcomeOf(second.get(each.suite.name) ?? each) : each)),
  flaky,
);
