import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { FRAMEWORKS_PAGE, withSources } from './framework-docs.js';
import { ROOT } from './run.js';

const page = readFileSync(FRAMEWORKS_PAGE, 'utf8');
const { text, sources } = withSources(page);

describe('demo/docs/frameworks.md', () => {
  it('shows what the projects are, written by npm run docs', () => {
    assert.equal(page, text);
  });

  it('shows something of each project', () => {
    const shown = new Set(sources.map((name) => name.split('/')[2]));
    const projects = readdirSync(join(ROOT, 'demo/frameworks'), { withFileTypes: true });
    for (const { name } of projects.filter((entry) => entry.isDirectory())) assert.ok(shown.has(name), name);
  });

  it('has no code but what a test builds', () => {
    assert.equal(page.match(/^```\w+$/gm)?.length, sources.length);
    for (const project of new Set(sources.map((name) => name.split('/')[2]!)))
      assert.ok(existsSync(join(ROOT, `test/pages/${project}.test.ts`)), project);
  });

  it('points only at what is there', () => {
    for (const [, path] of page.matchAll(/\]\(\.\.\/([^)]+)\)/g))
      assert.ok(existsSync(join(ROOT, 'demo', path!)), path);
  });
});
