import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { jwtVerify } from 'jose';
import { ROOT } from './run.js';

const SECRET = 'a secret of thirty-two bytes, or more';
const FILES = [
  { file: 'token.mjs', command: [process.execPath] },
  { file: 'token.py', command: ['python3'] },
  { file: 'token.php', command: ['php'] },
  { file: 'token.go', command: ['go', 'run'] },
] as const;

/** Whether the machine has what runs it: all say their version by one of these. */
const isHere = (command: string): boolean =>
  ['--version', 'version'].some((argument) => spawnSync(command, [argument]).status === 0);

const pathOf = (file: string): string => join(ROOT, 'demo/tokens', file);

const run = (command: readonly string[], file: string, id: string, name: string, secret: string) => {
  const [program = '', ...rest] = command;
  return spawnSync(program, [...rest, pathOf(file), id, name], {
    encoding: 'utf8',
    env: { ...process.env, JWT_SECRET: secret },
  });
};

const mint = (command: readonly string[], file: string, id: string, name: string): string => {
  const { stdout, stderr, status } = run(command, file, id, name, SECRET);
  assert.equal(status, 0, stderr);
  return stdout.trim();
};

const here = FILES.filter(({ command }) => isHere(command[0]));

describe('Tokens in four languages', () => {
  it(`are made by what is on this machine: ${here.map(({ file }) => file).join(', ')}`, () => {
    assert.ok(here.some(({ file }) => file === 'token.mjs'));
  });

  for (const { file, command } of here) {
    it(`${file} makes tokens that the server takes, for any name`, async () => {
      for (const name of ['Ann', 'Zoë "Z" O’Neill', '日本 👩‍🏫', '</script>\\']) {
        const token = mint(command, file, 'user-1', name);
        assert.match(token, /^[\w-]+\.[\w-]+\.[\w-]+$/);
        const key = new TextEncoder().encode(SECRET);
        const { payload } = await jwtVerify(token, key, { issuer: 'private-meet', algorithms: ['HS256'] });
        assert.equal(payload.sub, 'user-1');
        assert.equal(payload['username'], name);
        assert.equal((payload.exp ?? 0) - (payload.iat ?? 0), 900);
      }
    });
  }

  for (const { file, command } of here) {
    it(`${file} signs nothing with a secret that is missing or short`, () => {
      for (const secret of ['', 'of thirty-one bytes, and no more']) {
        const { stdout, stderr, status } = run(command, file, 'user-1', 'Ann', secret.slice(0, 31));
        assert.notEqual(status, 0);
        assert.match(stdout + stderr, /fewer than 32 bytes/);
      }
    });
  }

  it('all write the same claims, in the same order, whether they can be run here or not', () => {
    const claims = /sub.*username.*private-meet.*iat.*exp.*900/s;
    for (const { file } of FILES) {
      const text = readFileSync(pathOf(file), 'utf8');
      assert.match(text, claims, file);
      assert.match(text, /HS256/, file);
      assert.match(text, /JWT_SECRET/, file);
      assert.ok(text.split('\n').length < 50, `${file} is no longer short`);
    }
  });
});
