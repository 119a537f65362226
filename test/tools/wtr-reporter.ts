import { appendFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { relative } from 'node:path';
import type { Reporter, TestResult, TestSession, TestSuiteResult } from '@web/test-runner';
import { type FileTally, type Failure, TALLY_VARIABLE } from './tally.js';

const testsOf = (suite: TestSuiteResult | undefined): TestResult[] =>
  suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : [];

const firstLine = (error: { message: string } | undefined): string =>
  error?.message.split('\n', 1)[0] ?? 'no reason given';

/** Counts the tests of a file in all browsers. What is skipped counts as failed, and so does a browser without tests. */
export const tallyFile = (testFile: string, sessions: readonly TestSession[]): FileTally => {
  const failures: Failure[] = [];
  let passed = 0;
  let seconds = 0;
  for (const { testResults, passed: isWhole, browser, errors } of sessions) {
    const tests = testsOf(testResults);
    const failed = tests.filter((test) => !test.passed || test.skipped);
    const tell = (test: string, why: string) => failures.push({ test: `${test} (${browser.name})`, why });
    for (const { name, skipped, error } of failed) tell(name, skipped ? 'skipped' : firstLine(error));
    if (failed.length === 0 && isWhole !== true)
      tell('the file', firstLine(errors[0])); // imports, hooks
    else if (tests.length === 0) tell('the file', 'ran no test');
    passed += tests.length - failed.length;
    seconds += tests.reduce((sum, { duration = 0 }) => sum + duration / 1000, 0);
  }
  return { file: relative(process.cwd(), testFile), passed, failures, seconds, load: loadavg()[0] ?? 0 };
};

/** Leaves the tally where `run-all.ts` wants it; does nothing when the runner was started by hand. */
export const tallyReporter = (): Reporter => {
  const told = new Set<string>(); // the runner reports some files again at its end
  return {
    reportTestFileResults({ testFile, sessionsForTestFile }) {
      const path = process.env[TALLY_VARIABLE];
      if (!path || told.has(testFile)) return;
      told.add(testFile);
      appendFileSync(path, `${JSON.stringify(tallyFile(testFile, sessionsForTestFile))}\n`);
    },
  };
};
