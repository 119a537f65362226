import { existsSync, readFileSync, rmSync } from 'node:fs';

/** What one run of tests came to. `failures`: what failed and why, a line each; `files`: those of which a test ran. */
export interface Tally {
  passed: number;
  failures: string[];
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
