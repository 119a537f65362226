import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, it } from 'node:test';
import { ROOT } from '../tools/run.js';

interface PackageJson {
  exports: Record<string, string | { types: string; default: string }>;
  customElements: string;
}

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as PackageJson;
const { modules } = JSON.parse(readFileSync(join(ROOT, manifest.customElements), 'utf8')) as {
  modules: { path: string }[];
};
const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
  cwd: ROOT,
  encoding: 'utf8',
});
const [packed] = JSON.parse(output) as { files: { path: string }[] }[];
const files = packed!.files.map(({ path }) => path);

describe('The published package', () => {
  it('holds what its exports name', () => {
    const targets = Object.values(manifest.exports).flatMap((target) =>
      typeof target === 'string' ? [target] : [target.types, target.default],
    );
    assert.ok(targets.length >= 9);
    for (const target of targets.map((each) => each.replace('./', ''))) {
      const [start, end = ''] = target.split('*') as [string, string?];
      const fits = (path: string) =>
        target.includes('*') ? path.startsWith(start) && path.endsWith(end) : path === target;
      assert.ok(files.some(fits), `${target} is missing`);
    }
  });

  it('gives each element by its own name, wherever it stands', () => {
    const given = Object.entries(manifest.exports).filter(([name]) => name.startsWith('./elements/'));
    const expected = modules.map(({ path }) => [`./elements/${basename(path)}`, `./${path}`]);
    assert.ok(expected.length >= 15);
    assert.deepEqual(Object.fromEntries(given), Object.fromEntries(expected));
  });

  it('holds the bundles, the manifest, the data for editors and every licence', () => {
    for (const path of [
      manifest.customElements,
      'dist/private-meet.js',
      'dist/private-meet.later.js',
      'dist/private-meet.all.js',
      'dist/private-meet.iife.js',
      'dist/custom-elements-jsx.d.ts',
      'dist/vscode.html-custom-data.json',
      'dist/vscode.css-custom-data.json',
      'dist/web-types.json',
      'dist/THIRD-PARTY-LICENSES.txt',
      'LICENSE',
      'README.md',
      'CHANGELOG.md',
    ]) {
      assert.ok(files.includes(path), `${path} is missing`);
    }
  });

  it('holds types beside every module', () => {
    const modules = files.filter((path) => path.startsWith('dist/esm/') && path.endsWith('.js'));
    assert.ok(modules.length > 20);
    for (const path of modules) assert.ok(files.includes(path.replace(/\.js$/, '.d.ts')), `${path} has no types`);
  });

  it('holds nothing else', () => {
    const rest = files.filter((path) => !/^(dist\/|custom-elements\.json$|package\.json$|[A-Z]+(\.md)?$)/.test(path));
    assert.deepEqual(rest, []);
  });
});
