import { cpus } from 'node:os';
import type { Flaky } from './rerun.js';
import type { SuiteResult } from './run-step.js';

/** Where all that ran under one roof leave what was flaky; unset when a command runs by itself. */
export const FLAKY_VARIABLE = 'FLAKY_FILE';

/** What came of a step. `notes`: what failed and why, a line each. */
export interface Outcome {
  name: string;
  passed: number;
  failed: number;
  notes: readonly string[];
  seconds: number;
}

export const outcomeOf = ({ suite: { name }, tallies, problem, seconds }: SuiteResult): Outcome => {
  const notes = tallies.flatMap(({ file, failures }) => failures.map(({ test, why }) => `${file}: ${test}: ${why}`));
  if (problem !== undefined) notes.push(problem);
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
  return { name, passed, failed: notes.length, notes, seconds };
};

const took = ({ seconds, load }: Flaky['first']): string => `${seconds.toFixed(1)} s at a load of ${load.toFixed(1)}`;

/** What failed once and passed alone, for whoever is to find out why. */
export const flakyLines = (flaky: readonly Flaky[]): string[] =>
  flaky.flatMap(({ first, second }) => [
    ...first.failures.map(({ test, why }) => `    ${first.file}: ${test}: ${why}`),
    `      with others ${took(first)}, alone ${took(second)}, on ${cpus().length} cores`,
  ]);

/** A summary; its last line counts everything. */
export const summary = (outcomes: readonly Outcome[], flaky: readonly Flaky[]): string[] => {
  const lines = outcomes.flatMap(({ name, passed, failed, notes, seconds }) => {
    const counts = `${passed} passed, ${failed} failed`;
    const head = `${failed ? '✖' : '✔'} ${name.padEnd(10)} ${counts.padEnd(24)} ${seconds.toFixed(1)} s`;
    return [head, ...notes.map((note) => `    ${note}`)];
  });
  const sum = (key: 'passed' | 'failed') => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  return [
    ...lines,
    ...(flaky.length > 0 ? ['flaky: failed once, then passed alone', ...flakyLines(flaky)] : []),
    `${sum('passed')} passed, ${sum('failed')} failed`,
  ];
};
