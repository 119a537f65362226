import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { ROOT } from './run.js';

/** All that the script gets of the machine; what it asks for beside is not there. */
const TOOLS = ['bash', 'cat', 'dirname', 'grep', 'mktemp', 'rm', 'tail', 'tee', 'timeout'];

describe('.ci/run', () => {
  let directory: string;
  const program = (name: string, script: string): void => {
    writeFileSync(join(directory, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(directory, name), 0o755);
  };
  const run = () => {
    const env = { PATH: directory, TMPDIR: directory };
    const { stdout, status } = spawnSync(join(directory, 'bash'), ['.ci/run'], { cwd: ROOT, encoding: 'utf8', env });
    return { lines: stdout.trim().split('\n'), status };
  };

  /** How many commands it counts. */
  const commands = (readFileSync(join(ROOT, '.ci/run'), 'utf8').match(/^ *(?:run|within_limit) npm /gm) ?? []).length;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'ci-'));
    for (const tool of TOOLS) {
      const { stdout } = spawnSync('which', [tool], { encoding: 'utf8' });
      symlinkSync(stdout.trim(), join(directory, tool));
    }
    program('id', 'echo 0');
    program('apt-get', `echo "$*" >> '${directory}/calls'`);
    program('npm', '[ "$1" = ci ] || echo "3 passed, 0 failed"');
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('counts what all its commands counted, in its last line', () => {
    const { lines, status } = run();
    assert.ok(commands >= 2);
    assert.deepEqual([lines.at(-1), status], [`${3 * commands} passed, 0 failed`, 0]);
  });

  it('refreshes the package lists before it installs what is missing', () => {
    run();
    const [first, second] = readFileSync(join(directory, 'calls'), 'utf8').split('\n');
    assert.equal(first, 'update');
    assert.match(second!, /^install .*chromium firefox-esr/);
  });

  it('names what was flaky in any of them just above the count', () => {
    program('npm', '[ "$1" = ci ] || { echo "    $2 was flaky" >> "$FLAKY_FILE"; echo "2 passed, 0 failed"; }');
    const { lines, status } = run();
    const [title, first, ...others] = lines.slice(-commands - 2, -1);
    assert.deepEqual([title, first], ['flaky: failed once, then passed alone', '     was flaky']);
    assert.deepEqual(others.sort(), ['    test:network was flaky', '    test:pages was flaky']); // side by side
    assert.equal(lines.at(-1), `${2 * commands} passed, 0 failed`);
    assert.equal(status, 0);
  });

  it('has failed where a command failed, counted nothing, or could not be installed', () => {
    program('npm', '[ "$1" = ci ] || { echo "2 passed, 1 failed"; exit 1; }');
    assert.deepEqual([run().lines.at(-1), run().status], [`${2 * commands} passed, ${commands} failed`, 1]);
    program('npm', '[ "$1" = ci ] || exit 3');
    assert.deepEqual([run().lines.at(-1), run().status], [`0 passed, ${commands} failed`, 1]);
    program('npm', 'exit 1');
    assert.deepEqual([run().lines.at(-1), run().status], ['0 passed, 1 failed', 1]);
  });
});
