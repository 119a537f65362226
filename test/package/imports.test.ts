import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ROOT } from '../tools/run.js';

const DIST = join(ROOT, 'dist');

/** Every module of the package, then the bundles. */
const modules = [
  ...readdirSync(join(DIST, 'esm'), { recursive: true, encoding: 'utf8' }).map((path) => `esm/${path}`),
  'private-meet.js',
]
  .filter((path) => path.endsWith('.js'))
  .sort();

/** Says no to every request, and afterwards tells which globals are new. */
const GUARD = `
const before = new Set(Object.getOwnPropertyNames(globalThis));
globalThis.fetch = globalThis.WebSocket = () => { throw new Error('a request at import'); };
const report = () => console.log(JSON.stringify(Object.getOwnPropertyNames(globalThis).filter((name) => !before.has(name))));
`;

/** Runs a script in a fresh Node of its own; what it printed last is the list of new globals. */
const run = (script: string, type: 'module' | 'commonjs'): string[] => {
  const args = [`--input-type=${type}`, '--eval', GUARD + script];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: 180_000,
  });
  assert.equal(status, 0, stderr || 'it did not end by itself');
  assert.equal(stderr, '');
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as string[];
};

/** What other code on a server would take for a browser. Lit's modules for Node leave `customElements`, ours nothing. */
const assertNoDom = (globals: readonly string[], ...also: string[]) => {
  for (const name of ['window', 'document', 'HTMLElement', 'navigator', 'location', ...also]) {
    assert.ok(!globals.includes(name), `it left ${name} behind in the globals`);
  }
};

describe('Where there is no DOM', () => {
  it('there is something to import', () => {
    for (const path of ['esm/index.js', 'esm/core.js', 'esm/elements/meeting/private-meet.js'])
      assert.ok(modules.includes(path));
  });

  for (const path of modules.filter((each) => /^(private-meet|esm\/(index|core|define|errors))\.js$/.test(each))) {
    it(`${path} can be imported, asks for nothing and keeps nothing going`, () => {
      assertNoDom(run(`await import(${JSON.stringify(join(DIST, path))}); report();`, 'module'));
    });
  }

  it('every module can be imported by itself', () => {
    // One process: what one module left behind could only help the next by being in the globals.
    const imports = modules.map((path) => `await import(${JSON.stringify(join(DIST, path))});`);
    run(`${imports.join('\n')}\nreport();`, 'module');
  });

  it('the script for a classic tag can be run', () => {
    const source = JSON.stringify(join(DIST, 'private-meet.iife.js'));
    const script = `require('node:vm').runInThisContext(require('node:fs').readFileSync(${source}, 'utf8')); report();`;
    assertNoDom(run(script, 'commonjs'), 'customElements');
  });
});
