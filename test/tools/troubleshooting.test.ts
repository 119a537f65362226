import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { MEET_ERROR_CODES } from '../../src/errors.js';
import { ROOT } from './run.js';

describe('Troubleshooting', () => {
  it('has an entry for every error code, and for no other', () => {
    const page = readFileSync(join(ROOT, 'demo/docs/troubleshooting.md'), 'utf8');
    const entries = [...page.matchAll(/^### `([\w-]+)`\n\n(\S.{30,})/gm)].map(([, code]) => code);
    assert.deepEqual(entries, [...MEET_ERROR_CODES]);
  });
});
