import type { BrowserName } from '../e2e/stage.js';

export interface RecoveryTimes {
  /** Milliseconds from the fault's end (or its beginning, where the row says so) to media flowing, of each run. */
  readonly times: readonly number[];
  /** Milliseconds; where it is measured too. */
  readonly limit?: number;
}

/** A fault of the table, and how to measure what comes after it. */
export interface RecoveryRow {
  /** What `--only` takes. */
  readonly key: string;
  /** What went wrong, and what the time is of. */
  readonly title: string;
  /** Milliseconds that it may take; none: it is only shown. */
  readonly limit?: number;
  /** Share of the runs that have to stay within; all unless it says less. */
  readonly share?: number;
  /** Needs root: network namespaces. */
  readonly needsRoot?: boolean;
  readonly measure: (browser: BrowserName) => Promise<RecoveryTimes>;
}

/** What a run that never recovered counts as. */
export const NEVER = Number.POSITIVE_INFINITY;

/** The value that `share` of the values stay within. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NEVER;
};
