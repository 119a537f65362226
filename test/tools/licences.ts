import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run.js';

/** Of packages that come without one, as it stands in their repository: one for all of `redis` and `@redis/…`. */
const keptFor = (name: string): string =>
  join(ROOT, 'test/tools/licences', `${name.replace(/^@([^/]+)\/.*$/, '$1')}.txt`);

const licenceOf = (name: string): string => {
  const directory = join(ROOT, 'node_modules', name);
  const own = readdirSync(directory).find((entry) => /^(?:licen[cs]e|copying)/i.test(entry));
  const file = own ? join(directory, own) : keptFor(name);
  if (!existsSync(file)) throw new Error(`${name} has no licence file`);
  const { version } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as { version: string };
  return `${name} ${version}\n\n${readFileSync(file, 'utf8').trim()}\n`;
};

/** The licences of packages, whole: what is bundled asks that they go along. */
export const licencesOf = (names: readonly string[]): string => names.map(licenceOf).join(`\n${'-'.repeat(80)}\n\n`);
