import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { isTooOld, MINIMUM, parseVersion } from './browser-version.js';
import { chromiumPath, firefoxPath } from './browsers.js';
import { refreshAndInstall } from './install-browsers.js';
import { bin, ROOT } from './run.js';

let directory: string;
const program = (name: string, script: string): string => {
  const path = join(directory, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
};

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'browsers-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

describe('What a browser says of its version', () => {
  it('is understood of each that the tests can run on', () => {
    for (const [text, kind, major] of [
      ['Chromium 150.0.7871.100 built on Debian GNU/Linux 12 (bookworm)', 'chromium', 150],
      ['Google Chrome 151.0.1.2 ', 'chromium', 151],
      ['Google Chrome for Testing 149.0.7827.22', 'chromium', 149],
      ['Microsoft Edge 150.0.3.4', 'chromium', 150],
      ['Mozilla Firefox 140.12.0esr', 'firefox', 140],
      ['Mozilla Firefox 153.0', 'firefox', 153],
    ] as const) {
      const version = parseVersion(text);
      assert.deepEqual([version?.kind, version?.major], [kind, major], text);
    }
    assert.equal(parseVersion('sh: 9: [: 25276063744: unexpected operator'), undefined);
  });

  it('is that of the browsers here, and they are new enough', () => {
    for (const path of [chromiumPath(), firefoxPath()]) assert.equal(isTooOld(path), false, path);
  });

  it('is read from what it prints, not from what its script complains of', () => {
    assert.equal(isTooOld(program('old', 'echo "Chromium 999.1" >&2; echo "Chromium 99.0.1.2"')), true);
    assert.equal(isTooOld(program('new', 'echo "Chromium 9.1" >&2; echo "Chromium 999.0.1.2"')), false);
  });

  it('makes nobody too old who doesn’t say it', () => {
    assert.equal(isTooOld(program('mute', 'exit 1')), false);
    assert.equal(isTooOld(join(directory, 'nothing')), false);
  });
});

describe('A browser that is too old for the tests', () => {
  const ask = (env: Record<string, string>) =>
    spawnSync(bin('tsx')[0]!, ['test/tools/run-all.ts', 'e2e'], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, ...env },
      timeout: 240_000,
    });

  it('is told before any test runs, in one line with both versions, and the run ends with its count', () => {
    const old = program('firefox', 'echo "Mozilla Firefox 91.3.0esr"');
    const { stdout, status } = ask({
      FIREFOX_PATH: old,
      CHROME_PATH: program('chromium', 'echo "Chromium 999.0.0.0"'),
    });
    const lines = stdout.trim().split('\n');
    assert.equal(status, 1);
    assert.equal(lines.at(-1), '0 passed, 1 failed');
    assert.equal(
      lines.at(-2)?.trim(),
      `The tests need Firefox ${MINIMUM.firefox} or newer, and Mozilla Firefox 91.3.0esr (${old}) is too old. ` +
        'Install or update it, or name the executable of another in FIREFOX_PATH.',
    );
    assert.doesNotMatch(stdout, /── /, 'a step was begun');
  });
});

describe('Installing from the system’s packages', () => {
  const { PATH } = process.env;
  afterEach(() => {
    process.env['PATH'] = PATH;
  });
  const calls = () => readFileSync(join(directory, 'calls'), 'utf8').trim().split('\n');
  const fakeApt = (script: string) => {
    program('apt-get', `echo "$*" >> '${directory}/calls'\n${script}`);
    process.env['PATH'] = `${directory}${delimiter}${PATH ?? ''}`;
  };

  it('refreshes the lists first, for they may be as old as the machine’s image', () => {
    fakeApt('exit 0');
    assert.equal(refreshAndInstall('chromium'), true);
    assert.deepEqual(calls(), ['update', 'install -y --no-install-recommends chromium']);
  });

  it('goes on with the lists that are there where they can’t be refreshed', () => {
    fakeApt('[ "$1" != update ]');
    assert.equal(refreshAndInstall('chromium'), true);
    assert.equal(calls().length, 2);
  });

  it('says no where the package can’t be had', () => {
    fakeApt('[ "$1" = update ]');
    assert.equal(refreshAndInstall('chromium'), false);
  });
});
