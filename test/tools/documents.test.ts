import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ROOT } from './run.js';

const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'];
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

for (const name of DOCUMENTS) {
  const text = readFileSync(join(ROOT, name), 'utf8');

  describe(name, () => {
    it('points only at files that are there', () => {
      const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) => path!);
      const paths = [...text.matchAll(/`((?:src|demo|test)\/[\w./-]*)`/g)].map(([, path]) => path!);
      for (const path of [...links, ...paths]) assert.ok(existsSync(join(ROOT, path)), `${path} is not there`);
    });

    it('names only commands that there are', () => {
      for (const [, script] of text.matchAll(/npm run ([\w:]+)/g)) assert.ok(scripts[script!], `npm run ${script!}`);
    });

    it('points only at sections that it has', () => {
      const sections = [...text.matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
        title!
          .toLowerCase()
          .replaceAll(/[^\w -]/g, '')
          .replaceAll(' ', '-'),
      );
      for (const [, section] of text.matchAll(/\]\(#([^)]+)\)/g))
        assert.ok(sections.includes(section!), `#${section!}`);
    });
  });
}

describe('README.md, How a call is made', () => {
  it('names what really is in the file it points at', () => {
    const rows = readFileSync(join(ROOT, 'README.md'), 'utf8').matchAll(
      /\[`([^`]+)`\]\((src\/[^)]+\.ts)\)(?:: ((?:`#?\w+\(\)`(?:, )?)+))?/g,
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

describe('package.json', () => {
  it('has no script whose file is not there', () => {
    for (const [name, command] of Object.entries(scripts)) {
      const file = /^tsx (\S+)/.exec(command)?.[1];
      assert.ok(file === undefined || existsSync(join(ROOT, file)), `${name}: ${file ?? ''}`);
    }
  });
});

describe('package-lock.json', () => {
  it('has what every platform needs, so that npm ci takes it anywhere', () => {
    // A registry that lacks some platform's binary leaves it out, and npm ci refuses such a file later on.
    const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    const names = new Set(Object.keys(lock.packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 13)));
    for (const [path, { optionalDependencies = {} }] of Object.entries(lock.packages)) {
      for (const name of Object.keys(optionalDependencies))
        assert.ok(names.has(name), `${name}, of ${path}, is missing`);
    }
  });
});
