import { basename } from 'node:path';

/**
 * Counts the tests of a `node --test` run and says of each failure what and why, as JSON. What is skipped or put off
 * counts as failed.
 * No TypeScript: Node loads its reporters before any loader.
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} source
 * @returns {AsyncGenerator<string>}
 */
export default async function* tally(source) {
  /** @type {Set<string>} */
  const files = new Set();
  /** @type {string[]} */
  const failures = [];
  let passed = 0;
  for await (const event of source) {
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    const { details, file, name, skip, todo } = event.data;
    if (details.type === 'suite') continue;
    // Node reports a file without tests as a test that passed.
    const isFile = file !== undefined && name.endsWith('.test.ts');
    const tell = (/** @type {string} */ why) => failures.push(`${basename(file ?? '')}: ${name}: ${why}`);
    if (skip !== undefined || todo !== undefined) tell('skipped');
    else if (event.type === 'test:fail') tell(event.data.details.error.message.split('\n', 1)[0] ?? '');
    else if (!isFile) passed++;
    if (file !== undefined && !isFile) files.add(file);
  }
  yield JSON.stringify({ passed, failures, files: [...files] });
}
