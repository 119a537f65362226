import { existsSync, readFileSync, rmSync } from 'node:fs';

/** A test that failed, and why, in one line. */
export interface Failure {
  test: string;
  why: string;
}

/** What came of one test file. A reporter writes one, as a line of JSON, whenever a file is through. */
export interface FileTally {
  /** Path from the root of the repository. */
  file: string;
  passed: number;
  failures: Failure[];
  /** How long its tests took. */
  seconds: number;
  /** The machine's load average over a minute when they ended. */
  load: number;
}

/** Where the browser runner's reporter leaves its tally; unset when somebody runs it by hand. */
export const TALLY_VARIABLE = 'TALLY_FILE';

/** Reads a tally and removes it, so that none is read twice. A file that the run didn't come to the end of is not in it. */
export const takeTally = (path: string): FileTally[] => {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  rmSync(path, { force: true });
  const lines = text.split('\n').slice(0, -1); // what stands behind the last line's end was cut off
  return lines.map((line) => JSON.parse(line) as FileTally);
};
