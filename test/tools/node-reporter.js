import { loadavg } from 'node:os';
import { relative } from 'node:path';

const firstLine = (/** @type {string} */ text) => text.split('\n', 1)[0] ?? '';

/**
 * Counts the tests of a `node --test` run, which takes one file after the other, and says of each failure what and why:
 * a line of JSON for each file, a `FileTally` (tally.ts). What is skipped or put off counts as failed.
 * No TypeScript: Node loads its reporters before any loader.
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} source
 * @returns {AsyncGenerator<string>}
 */
export default async function* tally(source) {
  /** @type {import('./tally.ts').FileTally | undefined} */
  let current;
  for await (const event of source) {
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    const { details, file: path, name, nesting, skip, todo } = event.data;
    const file = relative(process.cwd(), path ?? '');
    if (current?.file !== file) {
      if (current) yield `${JSON.stringify(current)}\n`;
      current = { file, passed: 0, failures: [], seconds: 0, load: 0 };
    }
    current.load = loadavg()[0] ?? 0;
    if (nesting === 0) current.seconds += details.duration_ms / 1000;
    const error = event.type === 'test:fail' ? event.data.details.error : undefined;
    // A suite fails with its tests, which were told already, or by itself: a hook threw, or its own body.
    const failureType = error && 'failureType' in error ? error.failureType : undefined;
    const isPutOff = skip !== undefined || todo !== undefined;
    if (details.type === 'suite' && !isPutOff && (!error || failureType === 'subtestsFailed')) continue;
    const isFile = name.endsWith('.test.ts'); // Node reports a file without tests as a test that passed
    if (isPutOff) current.failures.push({ test: name, why: 'skipped' });
    else if (error) current.failures.push({ test: isFile ? 'the file' : name, why: firstLine(error.message) });
    else if (isFile) current.failures.push({ test: 'the file', why: 'ran no test' });
    else current.passed++;
  }
  if (current) yield `${JSON.stringify(current)}\n`;
}
