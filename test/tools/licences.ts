import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run.js';

const licenceOf = (name: string): string => {
  const directory = join(ROOT, 'node_modules', name);
  const file = readdirSync(directory).find((entry) => /^(?:licen[cs]e|copying)/i.test(entry));
  if (!file) throw new Error(`${name} has no licence file`);
  const { version } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as { version: string };
  return `${name} ${version}\n\n${readFileSync(join(directory, file), 'utf8').trim()}\n`;
};

/** The licences of packages, whole: what is bundled asks that they go along. */
export const licencesOf = (names: readonly string[]): string => names.map(licenceOf).join(`\n${'-'.repeat(80)}\n\n`);
