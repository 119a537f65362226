import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

/** The command line of a tool among the dependencies. */
export const bin = (name: string, ...args: string[]): string[] => [join(ROOT, 'node_modules/.bin', name), ...args];

/** Runs a tool to its end, with its output passed on; throws when it fails. */
export const runTool = (name: string, ...args: string[]): void => {
  const [file = '', ...rest] = bin(name, ...args);
  const { status, error } = spawnSync(file, rest, { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new Error(`${name} failed`, { cause: error });
};
