import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { outcomeOf, summary } from './report.js';
import { rerunFailed } from './rerun.js';
import { ROOT } from './run.js';
import { runSuite, type SuiteResult } from './run-step.js';
import { browserStep, nodeStep } from './suites.js';

/** Inside the repository, where the browsers' runner takes files from. */
const CACHE = join(ROOT, '.cache');

const HEAD = `import { existsSync, writeFileSync } from 'node:fs';
import { it } from 'node:test';
const isFirst = !existsSync(import.meta.filename + '.ran');
writeFileSync(import.meta.filename + '.ran', '');
it('passes', () => {});
`;

const FIXTURES = {
  good: HEAD,
  flaky: `${HEAD}it('fails once', () => { if (isFirst) throw new Error('not yet\\nand more'); });`,
  bad: `${HEAD}it('fails always', () => { throw new Error('never'); });`,
  crashing: `${HEAD}if (isFirst) throw new Error('crashed');`,
  hanging: `${HEAD}it('hangs once', () => isFirst && new Promise(() => setInterval(() => {}, 1000)));`,
  silent: HEAD.replace('it(', 'if (!isFirst) it('),
} as const;

describe('A test file that fails', () => {
  let directory: string;
  const fixture = (name: keyof typeof FIXTURES): string => {
    const path = join(mkdtempSync(join(directory, 'case-')), `${name}.test.ts`);
    writeFileSync(path, FIXTURES[name]);
    return path;
  };
  const suite = (names: readonly (keyof typeof FIXTURES)[]) =>
    nodeStep('fixtures', names.map(fixture), join(directory, 'tally'));
  const run = async (names: readonly (keyof typeof FIXTURES)[], ceiling = 240_000) => {
    const first = await runSuite(suite(names), { isHeld: true, ceiling });
    const { results, flaky } = await rerunFailed([first]);
    return { first: outcomeOf(first), second: outcomeOf(results[0]!), flaky };
  };

  before(() => {
    mkdirSync(CACHE, { recursive: true });
    directory = mkdtempSync(join(CACHE, 'rerun-'));
  });
  after(() => rmSync(directory, { recursive: true }));

  it('and then passes alone counts as passed, and is named with its words and the machine’s timings', async () => {
    const { first, second, flaky } = await run(['good', 'flaky']);
    assert.deepEqual([first.passed, first.failed], [2, 1]);
    assert.deepEqual([second.passed, second.failed], [3, 0]);
    const lines = summary([second], flaky);
    assert.equal(lines.at(-1), '3 passed, 0 failed');
    assert.match(lines.join('\n'), /flaky: .*\n {4}\.cache\/rerun-\S+\/flaky\.test\.ts: fails once: not yet\n/);
    assert.match(lines.join('\n'), /with others \d+\.\d s at a load of \d+\.\d, alone \d+\.\d s at .* on \d+ cores/);
  });

  it('twice has failed, counts as it did the second time, and is not called flaky', async () => {
    const { first, second, flaky } = await run(['good', 'bad']);
    assert.deepEqual([first.passed, first.failed], [2, 1]);
    assert.deepEqual([second.passed, second.failed], [2, 1]);
    assert.match(second.notes[0]!, /bad\.test\.ts: fails always: never$/);
    assert.deepEqual(flaky, []);
  });

  it('by throwing when it is loaded, or runs no test, is run once more too', async () => {
    const { first, second, flaky } = await run(['crashing', 'silent']);
    assert.equal(first.failed, 2);
    assert.deepEqual([second.passed, second.failed], [2, 0]);
    assert.equal(flaky.length, 2);
    assert.match(first.notes.join('\n'), /silent\.test\.ts: the file: ran no test/);
  });

  it('by hanging is told, what was done before it counts, and what comes behind it is run by itself', async () => {
    const { first, second, flaky } = await run(['good', 'hanging', 'good'], 40_000);
    assert.match(
      first.notes.join('\n'),
      /hanging\.test\.ts: the file: was not run to its end: fixtures took more than 40 s/,
    );
    assert.deepEqual([second.passed, second.failed], [4, 0]);
    assert.ok(flaky.some((each) => each.first.file.endsWith('hanging.test.ts')));
  });

  it('by hanging is ended by itself, and those behind it still run', async () => {
    const files = (['hanging', 'good'] as const).map(fixture);
    const first = await runSuite(nodeStep('fixtures', files, join(directory, 'tally'), 20_000), { isHeld: true });
    const { passed, failed, notes } = outcomeOf(first);
    assert.deepEqual([passed, failed], [2, 1]);
    assert.match(notes.join('\n'), /hanging\.test\.ts: the file: test timed out after 20000ms$/);
  });

  it('stays failed where the time for running files again is up', async () => {
    const first = await runSuite(suite(['flaky']), { isHeld: true });
    const { results, flaky } = await rerunFailed([first], 0);
    assert.deepEqual([outcomeOf(results[0]!).failed, flaky.length], [1, 0]);
  });

  it('is left alone where it passed, and is run once where it failed', async () => {
    let runs = 0;
    const [good, flaky] = (['good', 'flaky'] as const).map(fixture);
    const first = await runSuite(nodeStep('fixtures', [good!, flaky!], join(directory, 'tally')), { isHeld: true });
    const counted: SuiteResult = {
      ...first,
      suite: {
        ...first.suite,
        get command() {
          runs++;
          return first.suite.command;
        },
      },
    };
    await rerunFailed([counted]);
    assert.equal(runs, 1);
  });

  it('in the browsers is run once more in both', async () => {
    const file = join(directory, 'page.test.js');
    const page = (fails: boolean) =>
      writeFileSync(file, `it('is said', () => { if (${fails}) throw new Error('no'); });`);
    page(true);
    const first = await runSuite(browserStep('pages', [file], join(directory, 'tally')), { isHeld: true });
    assert.deepEqual(outcomeOf(first).notes, [
      `${relative(ROOT, file)}: is said (Chromium): no`,
      `${relative(ROOT, file)}: is said (Firefox): no`,
    ]);
    page(false);
    const { results, flaky } = await rerunFailed([first]);
    const { passed, failed } = outcomeOf(results[0]!);
    assert.deepEqual([passed, failed, flaky.length], [2, 0, 1]);
  });
});

describe('A run that ends badly although no test failed', () => {
  it('has failed', () => {
    const suite = nodeStep('fixtures', [], '/nowhere');
    const tally = { file: 'a.test.ts', passed: 3, failures: [], seconds: 1, load: 1 };
    const outcome = outcomeOf({ suite, tallies: [tally], problem: 'ended with 7', seconds: 1 });
    assert.deepEqual([outcome.passed, outcome.failed, outcome.notes], [3, 1, ['ended with 7']]);
  });
});
