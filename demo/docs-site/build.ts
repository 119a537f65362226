import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { siteFiles } from './pages.js';

// Writes the docs' site: pages that can be opened from a disk, or put on any web server.

const OUT = join(import.meta.dirname, '../../dist-docs');
rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
for (const [name, content] of siteFiles()) writeFileSync(join(OUT, name), content);
