import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runTool } from './run.js';

// Writes custom-elements.json and the editors' data in dist/; with --check, only says whether the former is current.
const read = (path: string) => readFileSync(join(ROOT, path, 'custom-elements.json'), 'utf8');

if (!process.argv.includes('--check')) {
  runTool('cem', 'analyze', '--outdir', '.');
} else {
  runTool('cem', 'analyze', '--outdir', '.cache/manifest');
  if (read('.cache/manifest') !== read('.')) {
    console.error('custom-elements.json is not what the source says: npm run build, and commit it');
    process.exit(1);
  }
}
