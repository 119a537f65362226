import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run.js';

// Puts the code of demo/frameworks into the page that shows it.
export const FRAMEWORKS_PAGE = join(ROOT, 'demo/docs/frameworks.md');

/** The page with each block as the file is that it names, and the names of these files. */
export const withSources = (page: string): { readonly text: string; readonly sources: readonly string[] } => {
  const sources: string[] = [];
  const text = page.replaceAll(
    /^From \[([^\]]+)\]\(\.\.\/(frameworks\/[^)]+)\):\n\n```(\w+)\n[^]*?^```$/gm,
    (_block, name: string, path: string, language: string) => {
      sources.push(name);
      const source = readFileSync(join(ROOT, 'demo', path), 'utf8');
      return `From [${name}](../${path}):\n\n\`\`\`${language}\n${source}\`\`\``;
    },
  );
  return { text, sources };
};

if (process.argv[1] === import.meta.filename) {
  writeFileSync(FRAMEWORKS_PAGE, withSources(readFileSync(FRAMEWORKS_PAGE, 'utf8')).text);
}
