import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { LANGUAGES } from '../../src/locales/languages.js';
import { buildServer } from './build-server.js';
import { licencesOf } from './licences.js';
import { ROOT, runTool } from './run.js';

/** What stands inside the bundles; each asks that its licence goes along. */
const BUNDLED = ['lit', 'lit-html', 'lit-element', '@lit/reactive-element', '@lit/context', 'nanostores'];

rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
runTool('vite', 'build');
runTool('vite', 'build', '--mode', 'all');
runTool('vite', 'build', '--mode', 'iife');
// Whole in themselves: what they shared with the bundle would load the bundle anew where its address has a query.
runTool(
  'esbuild',
  ...LANGUAGES.filter((language) => language !== 'en').map((language) => `src/locales/${language}.ts`),
  'src/locales/words/en.ts',
  ...['--bundle', '--minify', '--charset=utf8', '--format=esm', '--target=es2022', '--outdir=dist/locales'],
);
runTool('tsx', 'test/tools/manifest.ts');
writeFileSync(join(ROOT, 'dist/THIRD-PARTY-LICENSES.txt'), licencesOf(BUNDLED));
await buildServer();

/** What a page loads, and when. */
const LOADED: readonly (readonly [file: string, when: string])[] = [
  ['private-meet.js', 'at once: all up to the first face'],
  ['private-meet.later.js', 'once joined, at rest, or as soon as it is wanted'],
  ['locales/de.js', 'in that language; the others likewise'],
  ['locales/words/en.js', 'when somebody asks for a passphrase to be suggested'],
  ['private-meet.all.js', 'instead of them all: one file, every language'],
  ['private-meet.iife.js', 'instead, as a classic script: one file, in English, languages beside it'],
];
console.table(
  LOADED.map(([file, when]) => {
    const { length } = gzipSync(readFileSync(join(ROOT, 'dist', file)), { level: 9 });
    return { file, 'gzip (kB)': (length / 1000).toFixed(1), when };
  }),
);
runTool('tsc', '-p', 'tsconfig.build.json'); // last: what went before is of use even while types are wrong
// Whoever imports the elements has them in JSX and templates, without another line.
const types = join(ROOT, 'dist/esm/index.d.ts');
writeFileSync(types, `/// <reference path="../custom-elements-jsx.d.ts" />\n${readFileSync(types, 'utf8')}`);
