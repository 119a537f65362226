import { writeFileSync } from 'node:fs';
import type { Reporter, TestResult, TestSession, TestSuiteResult } from '@web/test-runner';
import { TALLY_VARIABLE, type Tally } from './tally.js';

const testsOf = (suite: TestSuiteResult | undefined): TestResult[] =>
  suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : [];

/** Counts the tests of a run in browsers. What is skipped counts as failed, and so does a file without tests. */
export const tallySessions = (sessions: readonly TestSession[]): Tally => {
  const files = new Set<string>();
  const result: Tally = { passed: 0, failed: 0, files: [] };
  for (const session of sessions) {
    const tests = testsOf(session.testResults);
    const passed = tests.filter((test) => test.passed && !test.skipped).length;
    const failed = tests.length - passed;
    const broken = failed === 0 && (session.passed !== true || tests.length === 0); // in its imports, its hooks
    result.passed += passed;
    result.failed += failed + (broken ? 1 : 0);
    if (tests.length > 0) files.add(session.testFile);
  }
  return { ...result, files: [...files] };
};

/** Leaves the tally where `run-all.ts` wants it; does nothing when the runner was started by hand. */
export const tallyReporter = (): Reporter => ({
  onTestRunFinished({ sessions }) {
    const path = process.env[TALLY_VARIABLE];
    if (path) writeFileSync(path, JSON.stringify(tallySessions(sessions)));
  },
});
