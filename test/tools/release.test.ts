import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ROOT } from './run.js';

const workflow = readFileSync(join(ROOT, '.github/workflows/release.yml'), 'utf8');
const { scripts, name } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
  name: string;
};
const jobs = new Map(
  workflow
    .split('\njobs:\n')[1]!
    .split(/^ {2}(?=\w+:$)/m)
    .filter((text) => text.trim() !== '')
    .map((text) => [/^\w+/.exec(text)![0], text]),
);

describe('.github/workflows/release.yml', () => {
  it('runs only scripts that there are', () => {
    const named = [...workflow.matchAll(/\bnpm (?:run ([\w:]+)|(test)\b)/g)].map(([, script, test]) => script ?? test!);
    assert.ok(named.length >= 6);
    for (const script of named) assert.ok(scripts[script], script);
  });

  it('tests before it releases, and builds what it publishes', () => {
    assert.deepEqual([...jobs.keys()], ['test', 'release']);
    assert.match(jobs.get('test')!, /npm test\n[^]*npm run test:pages\n/);
    assert.match(jobs.get('release')!, /^ {4}needs: test$/m);
    assert.match(jobs.get('release')!, /npm ci\n[^]*npm run build\n[^]*changesets\/action/);
  });

  it('publishes with provenance, and lets nothing but the release write', () => {
    assert.match(workflow, /^permissions: \{\}$/m);
    assert.match(jobs.get('release')!, /NPM_CONFIG_PROVENANCE: true/);
    assert.match(jobs.get('release')!, /id-token: write/);
    assert.match(jobs.get('release')!, /npm pkg set [^\n]*repository\.url=git\+\$\{GITHUB_SERVER_URL\}/);
    assert.doesNotMatch(jobs.get('test')!, /write/);
  });

  it('takes each action by a version', () => {
    const uses = [...workflow.matchAll(/uses: (\S+)/g)].map(([, action]) => action!);
    assert.ok(uses.length >= 4);
    for (const action of uses) assert.match(action, /^[\w-]+\/[\w-]+@v\d+$/);
  });
});

describe('.changeset', () => {
  it('publishes for everyone, from the branch that the workflow watches', () => {
    const config = JSON.parse(readFileSync(join(ROOT, '.changeset/config.json'), 'utf8')) as Record<string, unknown>;
    assert.equal(config['access'], 'public');
    assert.match(workflow, new RegExp(`branches: \\[${String(config['baseBranch'])}\\]`));
  });

  it('is explained by an example with the name of the package', () => {
    assert.ok(readFileSync(join(ROOT, '.changeset/README.md'), 'utf8').includes(`'${name}': minor`));
  });
});
