import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter, TestResult, TestSession, TestSuiteResult } from '@web/test-runner';
import { TALLY_VARIABLE, type Tally } from './tally.js';

const testsOf = (suite: TestSuiteResult | undefined): TestResult[] =>
  suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : [];

const firstLine = (error: { message: string } | undefined): string =>
  error?.message.split('\n', 1)[0] ?? 'no reason given';

/** Counts the tests of a run in browsers. What is skipped counts as failed, and so does a file without tests. */
export const tallySessions = (sessions: readonly TestSession[]): Tally => {
  const files = new Set<string>();
  const failures: string[] = [];
  let passed = 0;
  for (const { testFile, testResults, passed: isWhole, browser, errors } of sessions) {
    const tests = testsOf(testResults);
    const failed = tests.filter((test) => !test.passed || test.skipped);
    const tell = (what: string) => failures.push(`${relative(process.cwd(), testFile)}, ${browser.name}: ${what}`);
    for (const { name, skipped, error } of failed) tell(`${name}: ${skipped ? 'skipped' : firstLine(error)}`);
    if (failed.length === 0 && (isWhole !== true || tests.length === 0)) tell(firstLine(errors[0])); // imports, hooks
    passed += tests.length - failed.length;
    if (tests.length > 0) files.add(testFile);
  }
  return { passed, failures, files: [...files] };
};

/** Leaves the tally where `run-all.ts` wants it; does nothing when the runner was started by hand. */
export const tallyReporter = (): Reporter => ({
  onTestRunFinished({ sessions }) {
    const path = process.env[TALLY_VARIABLE];
    if (path) writeFileSync(path, JSON.stringify(tallySessions(sessions)));
  },
});
