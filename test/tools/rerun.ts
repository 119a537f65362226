import { resolve } from 'node:path';
import { ROOT } from './run.js';
import { runSuite, type SuiteResult } from './run-step.js';
import type { FileTally } from './tally.js';

/** Alone, no file takes longer. Milliseconds. */
const CEILING = 5 * 60_000;
/** So much for all that failed: where more than some files do, it is no accident. Milliseconds. */
const BUDGET = 12 * 60_000;

/** A file that failed among the others and then passed alone. */
export interface Flaky {
  first: FileTally;
  second: FileTally;
}

/** Runs each file that failed once more, one after the other; one that passes then counts as passed, and is told. */
export const rerunFailed = async (
  results: readonly SuiteResult[],
  budget = BUDGET,
): Promise<{ results: SuiteResult[]; flaky: Flaky[] }> => {
  const flaky: Flaky[] = [];
  const end = performance.now() + budget;
  const again = async ({ suite, ...result }: SuiteResult): Promise<SuiteResult> => {
    const tallies: FileTally[] = [];
    for (const first of result.tallies) {
      const file = resolve(ROOT, first.file);
      const left = Math.min(CEILING, end - performance.now());
      if (first.failures.length === 0 || !suite.files.includes(file) || left <= 0) {
        tallies.push(first);
        continue;
      }
      const name = `${first.file} again, alone`;
      const { tallies: told, problem } = await runSuite({ ...suite, name, files: [file] }, { ceiling: left });
      const second = told.find((tally) => tally.file === first.file);
      if (second?.failures.length === 0 && problem === undefined) flaky.push({ first, second });
      tallies.push(problem === undefined && second ? second : first);
    }
    return { ...result, suite, tallies };
  };
  const after: SuiteResult[] = [];
  for (const result of results) after.push(await again(result));
  return { results: after, flaky };
};
