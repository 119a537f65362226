import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { bin, ROOT } from './run.js';
import { TALLY_VARIABLE } from './tally.js';

const TALLY_FILE = join(ROOT, '.cache/tally.json');

/** A command that passes or fails as a whole; with `files`, one that runs them and leaves a tally. */
export interface Step {
  name: string;
  command: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** Test files of a suite, absolute; each has to run at least one test. */
  files?: readonly string[];
  tally?: string;
}

/** Everything in `test/` that calls itself a test. */
export const testFiles = (): string[] =>
  readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => join(ROOT, 'test', path))
    .sort();

/** Directories whose tests run in Node; all others run in the browsers, see `web-test-runner.config.js`. */
const NODE_SUITES = ['tools', 'package', 'server', 'e2e', 'network'] as const;
const directoryOf = (file: string): string | undefined => file.slice(join(ROOT, 'test').length + 1).split(sep)[0];

const tool = (script: string, ...args: string[]): string[] => bin('tsx', `test/tools/${script}.ts`, ...args);

const nodeSuite = (name: (typeof NODE_SUITES)[number]): Step => {
  const files = testFiles().filter((file) => directoryOf(file) === name);
  return {
    name,
    command: [
      process.execPath,
      ...['--import', 'tsx', '--test', '--test-concurrency=1'],
      ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
      ...['--test-reporter=./test/tools/node-reporter.js', `--test-reporter-destination=${TALLY_FILE}`],
      ...files,
    ],
    files,
    tally: TALLY_FILE,
  };
};

const unitSuite = (): Step => ({
  name: 'unit',
  command: bin('wtr'),
  env: { [TALLY_VARIABLE]: TALLY_FILE },
  files: testFiles().filter((file) => !NODE_SUITES.some((suite) => suite === directoryOf(file))),
  tally: TALLY_FILE,
});

/** Every step, in the order in which `npm test` takes them; those of one group at once. `network` is apart, it needs root. */
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
  ...(['tools', 'package'] as const).map((name) => [nodeSuite(name)]),
  [unitSuite()],
  ...(['server', 'e2e', 'network'] as const).map((name) => [nodeSuite(name)]),
];
