import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { slugOf } from '../../demo/docs-site/render.js';
import { documentPaths } from './readme.js';
import { ROOT } from './run.js';

const DOCUMENTS = [...documentPaths(), 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'demo/server/README.md'];
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const { scripts, dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<
  'scripts' | 'dependencies',
  Record<string, string>
>;

/** Ids of a page's headings, as GitHub makes them and our own pages have them. */
const sectionsOf = (path: string): string[] =>
  [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, title]) => slugOf(title!.replaceAll(/[`*]/g, '')));

for (const name of DOCUMENTS) {
  const text = read(name);

  describe(name, () => {
    it('points only at files and sections that are there', () => {
      for (const [, target] of text.matchAll(/\]\((?!https?:)([^)]+)\)/g)) {
        const [path = '', section] = target!.split('#');
        const file = path === '' ? name : join(dirname(name), path);
        assert.ok(existsSync(join(ROOT, file)), `${file} is not there`);
        if (section !== undefined) assert.ok(sectionsOf(file).includes(section), `${file} has no #${section}`);
      }
    });

    it('names only paths that there are, or that a command makes', () => {
      for (const [, path] of text.matchAll(/`((?:src|demo|test)\/(?![\w./-]*\bdist\/)[\w./-]*)`/g))
        assert.ok(existsSync(join(ROOT, path!)), `${path!} is not there`);
    });

    it('names only commands that there are', () => {
      for (const [, script] of text.matchAll(/npm run ([\w:]+)/g)) assert.ok(scripts[script!], `npm run ${script!}`);
    });
  });
}

describe('README.md', () => {
  it('is short enough to be read', () => {
    assert.ok(read('README.md').length < 14_000);
  });
});

describe('How a call is made', () => {
  it('names what really is in the file it points at', () => {
    const rows = read('demo/docs/how-it-works.md').matchAll(
      /\[`([^`]+)`\]\(\.\.\/\.\.\/(src\/[^)]+\.ts)\)(?:: ((?:`#?\w+\(\)`(?:, )?)+))?/g,
    );
    let checked = 0;
    for (const [, name, path, methods = ''] of rows) {
      const source = readFileSync(join(ROOT, path!), 'utf8');
      for (const each of [name!, ...[...methods.matchAll(/`([^`]+)`/g)].map(([, method]) => method!)]) {
        assert.match(source, new RegExp(`${each.replace('()', '')}\\b`), `${path!} has no ${each}`);
        checked++;
      }
    }
    assert.ok(checked > 15, `only ${checked} names were found to check`);
  });
});

describe('Into your page, in a framework', () => {
  it('shows the component of demo/frameworks/react', () => {
    const [, snippet] = /```tsx\n(.+?)```/s.exec(read('demo/docs/embedding.md')) ?? [];
    assert.equal(snippet, readFileSync(join(ROOT, 'demo/frameworks/react/src/standup.tsx'), 'utf8'));
  });
});

describe('package.json', () => {
  it('has no script whose file is not there', () => {
    for (const [name, command] of Object.entries(scripts)) {
      const file = /^tsx (\S+)/.exec(command)?.[1];
      assert.ok(file === undefined || existsSync(join(ROOT, file)), `${name}: ${file ?? ''}`);
    }
  });
});

/** Each project has a lock file of its own. */
const projects = ['demo/frameworks', 'test/pages'].flatMap((parent) =>
  readdirSync(join(ROOT, parent), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(parent, name)),
);

for (const directory of ['.', ...projects]) {
  describe(join(directory, 'package-lock.json'), () => {
    const { packages } = JSON.parse(readFileSync(join(ROOT, directory, 'package-lock.json'), 'utf8')) as {
      packages: Record<
        string,
        Partial<Record<'dependencies' | 'optionalDependencies', Record<string, string>>> & { resolved?: string }
      >;
    };

    it('has what every platform needs, so that npm ci takes it anywhere', () => {
      // A registry that lacks some platform's binary leaves it out, and npm ci refuses such a file later on.
      const names = new Set(Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 13)));
      for (const [path, { optionalDependencies = {} }] of Object.entries(packages)) {
        for (const name of Object.keys(optionalDependencies))
          assert.ok(names.has(name), `${name}, of ${path}, is missing`);
      }
    });

    it('knows what our own package depends on, so that npm ci takes it after a change', () => {
      const ours = packages[directory === '.' ? '' : 'node_modules/private-meet-element'];
      assert.deepEqual(ours?.dependencies, dependencies);
    });

    it('names no registry, so that each takes its own', () => {
      for (const [path, { resolved = 'file:' }] of Object.entries(packages)) assert.match(resolved, /^file:/, path);
    });
  });
}
