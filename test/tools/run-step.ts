import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { loadavg } from 'node:os';
import { dirname, relative } from 'node:path';
import { ROOT } from './run.js';
import type { Step, Suite } from './suites.js';
import { type FileTally, takeTally } from './tally.js';

/** A step that hangs is a step that fails; the slowest suite takes a quarter of an hour on a slow machine. Milliseconds. */
const CEILING = 20 * 60_000;
/** What a step that is told to end gets for closing its browsers, before it is killed. Milliseconds. */
const GRACE = 10_000;

export interface RunOptions {
  /** Whether its output is passed on in one piece at its end, not as it comes. */
  isHeld?: boolean;
  /** Milliseconds. */
  ceiling?: number;
}

/** What came of a suite. */
export interface SuiteResult {
  suite: Suite;
  /** One for each of its files at least. */
  tallies: readonly FileTally[];
  /** What is wrong with the run itself although no test failed. */
  problem: string | undefined;
  seconds: number;
}

/** Runs a command with its output passed on; resolves to what went wrong, if anything. */
export const runStep = (
  { name, command: [file = '', ...args] }: Step,
  { isHeld = false, ceiling = CEILING }: RunOptions = {},
  given: Readonly<Record<string, string>> = {},
): Promise<string | undefined> =>
  new Promise((resolve) => {
    const env: NodeJS.ProcessEnv = { ...process.env, ...given };
    delete env['NODE_TEST_CONTEXT']; // a test that runs tests: Node would not take the inner ones for a run of their own
    const child = spawn(file, args, { cwd: ROOT, stdio: isHeld ? 'pipe' : 'inherit', env, detached: true });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    if (!isHeld) console.log(`\n── ${name}`);
    const stop = (signal: NodeJS.Signals) => {
      if (child.pid !== undefined) process.kill(-child.pid, signal); // its group: browsers and servers too
    };
    const interrupted = () => {
      stop('SIGTERM');
      process.exit(130);
    };
    let killing: NodeJS.Timeout | undefined;
    const ending = setTimeout(() => {
      stop('SIGTERM');
      killing = setTimeout(() => stop('SIGKILL'), GRACE);
    }, ceiling);
    process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
    const done = (problem: string | undefined) => {
      if (isHeld) console.log(`\n── ${name}\n${output}`);
      clearTimeout(ending);
      clearTimeout(killing);
      process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
      resolve(killing === undefined ? problem : `took more than ${Math.round(ceiling / 1000)} s`);
    };
    child.once('error', (error) => done(error.message));
    child.once('close', (code, signal) => done(code === 0 ? undefined : `ended with ${signal ?? code}`));
  });

/** Runs a suite; a file of which nothing was heard has failed. */
export const runSuite = async (suite: Suite, options: RunOptions = {}): Promise<SuiteResult> => {
  if (suite.files.length === 0) return { suite, tallies: [], problem: 'has no test files', seconds: 0 };
  const began = performance.now();
  mkdirSync(dirname(suite.tally), { recursive: true });
  takeTally(suite.tally); // of a run that was interrupted
  const problem = await runStep({ ...suite, command: [...suite.command, ...suite.files] }, options, suite.env);
  const told = takeTally(suite.tally);
  const why = problem === undefined ? 'ran no test' : `was not run to its end: ${suite.name} ${problem}`;
  const silent = suite.files
    .map((file) => relative(ROOT, file))
    .filter((file) => !told.some((tally) => tally.file === file))
    .map((file) => ({ file, passed: 0, failures: [{ test: 'the file', why }], seconds: 0, load: loadavg()[0] ?? 0 }));
  const tallies = [...told, ...silent];
  // Both runners end with 1 where a test failed; anything else is a fault of the run, whatever failed in it.
  const hasFailed = problem === 'ended with 1' && told.some(({ failures }) => failures.length > 0);
  const isExplained = silent.length > 0 || hasFailed;
  const seconds = (performance.now() - began) / 1000;
  return { suite, tallies, problem: isExplained ? undefined : problem, seconds };
};
