import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ROOT } from '../tools/run.js';

const { scripts, name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
  name: string;
  version: string;
};

describe('A release, as far as it goes without publishing', () => {
  let directory: string;
  const run = (file: string, ...args: string[]): string =>
    execFileSync(file, args, { cwd: directory, encoding: 'utf8', timeout: 300_000 });
  before(() => {
    directory = mkdtempSync(join(tmpdir(), 'release-'));
    for (const path of ['package.json', 'CHANGELOG.md', '.changeset']) cpSync(join(ROOT, path), join(directory, path), { recursive: true }); // prettier-ignore
    writeFileSync(join(directory, '.changeset/words.md'), `---\n'${name}': minor\n---\n\nIt knows more words.\n`);
    run('git', 'init', '--quiet', '--initial-branch', 'main');
    run('git', 'add', '.');
    run('git', '-c', 'user.name=A', '-c', 'user.email=a@example.com', 'commit', '--quiet', '--message', 'All');
  });
  after(() => rmSync(directory, { recursive: true }));

  it('makes the next version of what the changes say, and keeps what the changelog had', () => {
    const old = readFileSync(join(directory, 'CHANGELOG.md'), 'utf8');
    const [command = ''] = scripts['release:version']!.split(' && ');
    run('sh', '-c', command);
    const after = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as { version: string };
    const [major, minor] = version.split('.').map(Number);
    assert.equal(after.version, `${major}.${minor! + 1}.0`);
    const changelog = readFileSync(join(directory, 'CHANGELOG.md'), 'utf8');
    assert.match(changelog, /It knows more words\./);
    assert.ok(changelog.includes(old.split('## [Unreleased]')[1]!.trim().slice(0, 200)));
  });

  it('says in the package where it comes from, so that its provenance can be granted', () => {
    const workflow = readFileSync(join(ROOT, '.github/workflows/release.yml'), 'utf8');
    const [, command = ''] = /- run: (npm pkg set .+)/.exec(workflow) ?? [];
    run('sh', '-c', `GITHUB_SERVER_URL=https://github.com GITHUB_REPOSITORY=someone/meet; ${command}`);
    const { repository } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as { repository: unknown };
    assert.deepEqual(repository, { type: 'git', url: 'git+https://github.com/someone/meet.git' });
  });
});
