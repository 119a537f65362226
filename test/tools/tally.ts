import { existsSync, readFileSync, rmSync } from 'node:fs';

/** What one run of tests came to. `files`: test files of which at least one test ran. */
export interface Tally {
  passed: number;
  failed: number;
  files: string[];
}

/** Where a reporter leaves its tally for `run-all.ts`; unset when somebody runs a test runner by hand. */
export const TALLY_VARIABLE = 'TALLY_FILE';

/** Reads a tally and removes it, so that none is read twice; `undefined` when the run left none. */
export const takeTally = (path: string): Tally | undefined => {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  rmSync(path, { force: true });
  return text === '' ? undefined : (JSON.parse(text) as Tally);
};
