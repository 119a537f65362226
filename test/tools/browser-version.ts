import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * The oldest that the tests were seen to pass on. What a page needs is less, see the README: calls work in Firefox 140,
 * but on a machine without a sound device it plays nothing, and the tests want to hear.
 */
export const MINIMUM = { chromium: 150, firefox: 153 } as const;

export interface BrowserVersion {
  /** As it calls itself, "Mozilla Firefox 140.12.0esr". */
  readonly name: string;
  readonly major: number;
  readonly kind: keyof typeof MINIMUM;
}

/** What a browser says of itself, or `undefined` where that is no version. */
export const parseVersion = (text: string): BrowserVersion | undefined => {
  const [name, major] = /[A-Z][A-Za-z ]*? (\d+)\.\d\S*/.exec(text) ?? [];
  if (name === undefined) return undefined;
  return { name, major: Number(major), kind: name.includes('Firefox') ? 'firefox' : 'chromium' };
};

/** Chrome for Windows opens a window when it is asked, but a directory beside it has the version's name. */
const beside = (path: string): string => {
  const version = readdirSync(dirname(path)).findLast((name) => /^\d+(\.\d+){3}$/.test(name));
  return version === undefined ? '' : `Chrome ${version}`;
};

const asked = new Map<string, BrowserVersion | undefined>();

/** The version of the browser at a path; `undefined` where it doesn't say. */
export const versionOf = (path: string): BrowserVersion | undefined => {
  if (!asked.has(path)) {
    const isWindowsChrome = process.platform === 'win32' && /chrome\.exe$/i.test(path);
    // Only what it says on stdout: Debian's script for Chromium complains of the shell on stderr.
    const ask = () => spawnSync(path, ['--version'], { timeout: 60_000, stdio: ['ignore', 'pipe', 'ignore'] }).stdout;
    asked.set(path, parseVersion(isWindowsChrome ? beside(path) : String(ask()))); // "null" of one that can't be run
  }
  return asked.get(path);
};

/** To be asked anew: another may have been installed at the same path. */
export const forgetVersions = (): void => asked.clear();

/** Whether the tests can't run on it. One that doesn't say its version gets its chance. */
export const isTooOld = (path: string): boolean => {
  const version = versionOf(path);
  return version !== undefined && version.major < MINIMUM[version.kind];
};
