import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ROOT } from '../tools/run.js';

/** Every address that stands in the bundles, and why. None is asked for unless a page wants it. */
const ADDRESSES = new Set([
  'stun:stun.l.google.com:19302', // the documented default of ice-servers
  'stun:stun.example.com', // an example, in the words for a mistake in ice-servers
  'http://www.w3.org/2000/svg', // a namespace
  'http://www.w3.org/1999/xhtml',
  'http://www.w3.org/1998/Math/MathML',
]);

for (const name of ['private-meet.js', 'private-meet.later.js', 'private-meet.iife.js']) {
  const code = readFileSync(join(ROOT, 'dist', name), 'utf8');

  describe(name, () => {
    it('imports nothing but what stands beside it, by addresses that it makes when something is used', () => {
      assert.doesNotMatch(code, /\bimport\s*(?:["'{*]|\(\s*["'`])|\bfrom\s*["'][^"']+["']\s*;|\brequire\s*\(/);
    });

    it('holds no address but the documented ones', () => {
      const found: string[] =
        code.match(/\b(?:(?:https?|wss?):\/\/\w[\w./:-]+|(?:stuns?|turns?):\w[\w-]*\.\w[\w.:-]*)/g) ?? [];
      const isWhole = name !== 'private-meet.later.js';
      assert.equal(found.includes('stun:stun.l.google.com:19302'), isWhole, 'the search finds nothing at all');
      assert.deepEqual(
        [...new Set(found)].filter((address) => !ADDRESSES.has(address)),
        [],
      );
    });

    it('makes no code of strings, which a strict CSP forbids', () => {
      assert.doesNotMatch(code, /\beval\s*\(|\bnew Function\b|\bFunction\s*\(|javascript:/);
    });

    it('is minified and made for production', () => {
      assert.doesNotMatch(code, /^\s*(?:const|let|import|export|class|function|\/\/) /m);
      assert.doesNotMatch(code, /process\.env|Lit is in dev mode/);
    });
  });
}
