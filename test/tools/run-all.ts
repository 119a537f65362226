import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { ensureBrowsers } from './install-browsers.js';
import { ROOT } from './run.js';
import { groups, type Step } from './suites.js';
import { takeTally } from './tally.js';

/** A step that hangs is a step that fails; the slowest suite takes a few minutes. */
const CEILING = 15 * 60_000;

interface Outcome {
  name: string;
  passed: number;
  failed: number;
  notes: string[];
  seconds: number;
}

/**
 * Runs a command with its output passed on, at once or, `isHeld`, in one piece at its end; resolves to what went wrong,
 * if anything.
 */
const run = ({ name, command, env }: Step, isHeld: boolean): Promise<string | undefined> =>
  new Promise((resolve) => {
    const [file = '', ...args] = command;
    const stdio = isHeld ? 'pipe' : 'inherit';
    const child = spawn(file, args, { cwd: ROOT, stdio, env: { ...process.env, ...env }, detached: true });
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
    const timer = setTimeout(() => stop('SIGKILL'), CEILING);
    process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
    const done = (problem: string | undefined) => {
      if (isHeld) console.log(`\n── ${name}\n${output}`);
      clearTimeout(timer);
      process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
      resolve(problem);
    };
    child.once('error', (error) => done(error.message));
    child.once('close', (code, signal) => done(code === 0 ? undefined : `ended with ${signal ?? code}`));
  });

const runSuite = async (
  step: Step,
  files: readonly string[],
  tally: string,
  isHeld: boolean,
): Promise<Omit<Outcome, 'seconds'>> => {
  const { name } = step;
  if (files.length === 0) return { name, passed: 0, failed: 1, notes: ['has no test files'] };
  mkdirSync(dirname(tally), { recursive: true });
  takeTally(tally); // of a run that was interrupted
  const problem = await run(step, isHeld);
  const result = takeTally(tally);
  if (!result) return { name, passed: 0, failed: 1, notes: [problem ?? 'left no tally'] };
  const { passed, failures, files: ran } = result;
  const silent = files.filter((file) => !ran.includes(file));
  const notes = [...failures, ...silent.map((file) => `${file.slice(ROOT.length + 1)} ran no test`)];
  if (problem !== undefined && notes.length === 0) notes.push(problem);
  return { name, passed, failed: notes.length, notes };
};

const runStep = async (step: Step, isHeld: boolean): Promise<Outcome> => {
  const began = performance.now();
  const finish = (outcome: Omit<Outcome, 'seconds'>): Outcome => ({
    ...outcome,
    seconds: (performance.now() - began) / 1000,
  });
  if (step.files && step.tally) return finish(await runSuite(step, step.files, step.tally, isHeld));
  const problem = await run(step, isHeld);
  return finish({ name: step.name, passed: problem ? 0 : 1, failed: problem ? 1 : 0, notes: problem ? [problem] : [] });
};

const report = (outcomes: readonly Outcome[]): boolean => {
  console.log('');
  for (const { name, passed, failed, notes, seconds } of outcomes) {
    const counts = `${passed} passed, ${failed} failed`;
    console.log(`${failed ? '✖' : '✔'} ${name.padEnd(10)} ${counts.padEnd(24)} ${seconds.toFixed(1)} s`);
    for (const note of notes) console.log(`    ${note}`);
  }
  const sum = (key: 'passed' | 'failed') => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0;
};

/** Runs two at a time, the first with its output as it comes; resolves to what became of each, in their order. */
const runGroup = async (group: readonly Step[]): Promise<Outcome[]> => {
  const outcomes: Outcome[] = [];
  const queue = [...group.entries()];
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, step] = next;
      outcomes[index] = await runStep(step, index > 0);
    }
  };
  await Promise.all([work(), work()]);
  return outcomes;
};

const wanted = process.argv.slice(2);
const all = groups();
const names = all.flat().map(({ name }) => name);
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`There is no step ${unknown.join(', ')}; there are ${names.join(', ')}`);
  process.exit(1);
}
const isChosen = ({ name }: Step) => (wanted.length > 0 ? wanted.includes(name) : name !== 'network');
const chosen = all.map((group) => group.filter(isChosen));

const outcomes: Outcome[] = [];
if (
  chosen
    .flat()
    .some(({ name }) => ['package', 'unit', 'elements', 'screens', 'e2e', 'faults', 'network'].includes(name))
)
  await ensureBrowsers();
for (const group of chosen) outcomes.push(...(await runGroup(group)));
process.exitCode = report(outcomes) ? 0 : 1;
