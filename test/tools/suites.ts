import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { bin, ROOT } from './run.js';
import { TALLY_VARIABLE } from './tally.js';

const tallyOf = (suite: string): string => join(ROOT, `.cache/tally-${suite}.json`);

/** A command that passes or fails as a whole. */
export interface Step {
  name: string;
  command: readonly string[];
}

/** A test runner: its command takes test files behind, and leaves a tally. */
export interface Suite extends Step {
  env?: Readonly<Record<string, string>>;
  /** Absolute; each has to run at least one test. */
  files: readonly string[];
  /** Where it leaves the tally; see `takeTally()`. */
  tally: string;
}

export const isSuite = (step: Step): step is Suite => 'files' in step;

/** Everything in `test/` that calls itself a test. */
export const testFiles = (): string[] =>
  readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts') && !path.includes('node_modules'))
    .map((path) => join(ROOT, 'test', path))
    .sort();

/** Directories whose tests run in Node; all others run in the browsers, see `web-test-runner.config.js`. */
const NODE_SUITES = ['tools', 'package', 'server', 'screens', 'e2e', 'network', 'pages'] as const;
const directoryOf = (file: string): string | undefined => file.slice(join(ROOT, 'test').length + 1).split(sep)[0];

const tool = (script: string, ...args: string[]): string[] => bin('tsx', `test/tools/${script}.ts`, ...args);

/** What one file may take: one that hangs fails, and those behind it still run. Milliseconds. */
const FILE_CEILING = 8 * 60_000;

export const nodeStep = (
  name: string,
  files: readonly string[],
  tally = tallyOf(name),
  fileCeiling = FILE_CEILING,
): Suite => {
  return {
    name,
    command: [
      process.execPath,
      ...['--import', 'tsx', '--test', '--test-concurrency=1', `--test-timeout=${fileCeiling}`],
      ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
      ...['--test-reporter=./test/tools/node-reporter.js', `--test-reporter-destination=${tally}`],
    ],
    files,
    tally,
  };
};

const filesOf = (suite: (typeof NODE_SUITES)[number]): string[] =>
  testFiles().filter((file) => directoryOf(file) === suite);

const nodeSuite = (name: (typeof NODE_SUITES)[number]): Suite => nodeStep(name, filesOf(name));

type CallSuite = 'crowd' | 'e2e' | 'faults' | 'trusted';

/**
 * Calls end to end: those that want the whole machine, those in which something breaks, which mostly wait, those in which
 * somebody is not to be trusted, and all others, which take about as long as the last two together.
 */
const callSuite = (name: CallSuite): Suite =>
  nodeStep(
    name,
    filesOf('e2e').filter((file) => callSuiteOf(file) === name),
  );

/** A room of eight, and a call while both cores burn. */
const WANT_ALL = ['eight', 'busy'];

const callSuiteOf = (file: string): CallSuite => {
  if (file.includes(`${sep}trust-`)) return 'trusted';
  if (file.endsWith('-faults.test.ts')) return 'faults';
  return WANT_ALL.some((name) => file.endsWith(`${sep}${name}.test.ts`)) ? 'crowd' : 'e2e';
};

/** Not of `npm test`: one needs root, the other installs frameworks. */
export const APART: readonly string[] = ['network', 'pages'];

/** Directories of the suites that run in the browsers: three that take about as long, and beside each other wait less than one would. */
const BROWSER_SUITES: Readonly<Record<string, 'mesh' | 'elements'>> = {
  mesh: 'mesh',
  media: 'mesh',
  'deployed-client': 'mesh',
  elements: 'elements',
  locales: 'elements',
};

export const browserStep = (name: string, files: readonly string[], tally = tallyOf(name)): Suite => ({
  name,
  command: bin('wtr', '--files'),
  env: { [TALLY_VARIABLE]: tally },
  files,
  tally,
});

const browserSuite = (name: 'mesh' | 'unit' | 'elements'): Suite => {
  const files = testFiles().filter((file) => {
    const directory = directoryOf(file) ?? '';
    if (NODE_SUITES.some((suite) => suite === directory)) return false;
    return (BROWSER_SUITES[directory] ?? 'unit') === name;
  });
  return browserStep(name, files);
};

/**
 * Every step, in the order in which `npm test` takes them; of a group two at a time, the one that takes longest first.
 * Calls are waited for more than worked at, and leave a core free. Not so a full room, or a call that is kept late: beside other
 * calls it takes five times as long on two cores, and is late for everything. What is `APART` runs only where it is named.
 */
export const groups = (): Step[][] => [
  [
    { name: 'eslint', command: bin('eslint', '.') },
    { name: 'types', command: bin('tsc') },
    { name: 'knip', command: bin('knip') },
    { name: 'prettier', command: bin('prettier', '--check', '.') },
    { name: 'manifest', command: tool('manifest', '--check') },
    { name: 'readme', command: tool('readme-tables', '--check') },
  ],
  [{ name: 'build', command: tool('build') }],
  [
    { name: 'attw', command: bin('attw', '--pack', '.', '--profile', 'esm-only') },
    { name: 'publint', command: bin('publint', '--strict') },
    { name: 'size', command: bin('size-limit') },
  ],
  [nodeSuite('package'), nodeSuite('tools')],
  [browserSuite('mesh'), browserSuite('unit'), browserSuite('elements')],
  [callSuite('crowd')],
  [callSuite('e2e'), callSuite('faults'), callSuite('trusted'), nodeSuite('screens'), nodeSuite('server')],
  [nodeSuite('network')],
  [nodeSuite('pages')],
];
