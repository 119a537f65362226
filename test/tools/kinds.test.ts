import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ESLint } from 'eslint';
import { platformClasses } from './kinds.js';

const ROOT = join(import.meta.dirname, '../..');
const RULE = 'no-restricted-syntax';

const linter = new ESLint({
  cwd: ROOT,
  overrideConfigFile: true,
  overrideConfig: [{ rules: { [RULE]: ['error', ...platformClasses] } }],
});
const complaints = async (code: string): Promise<number> => {
  const [result] = await linter.lintText(code);
  return result!.messages.filter(({ ruleId }) => ruleId === RULE).length;
};

describe('the rule about classes of the platform', () => {
  it('is an error for every file of src', async () => {
    for (const file of ['src/elements/meeting/language.ts', 'src/room/meeting.ts', 'src/protocol/parse.ts']) {
      const config = (await new ESLint({ cwd: ROOT }).calculateConfigForFile(join(ROOT, file))) as {
        rules: Record<string, unknown>;
      };
      assert.deepEqual(config.rules[RULE], [2, ...platformClasses]);
    }
  });

  it('forbids to ask by class what a page may have replaced', async () => {
    for (const name of ['Promise', 'Event', 'EventTarget', 'Element', 'ShadowRoot', 'DOMException', 'URL', 'Error']) {
      assert.equal(await complaints(`x instanceof ${name};`), 1, name);
      assert.equal(await complaints(`x instanceof globalThis.${name};`), 1, `globalThis.${name}`);
      assert.equal(await complaints(`x.constructor === ${name};`), 1, `constructor ${name}`);
    }
  });

  it('lets us ask for classes of our own', async () => {
    assert.equal(await complaints('x instanceof MeetError;'), 0);
    assert.equal(await complaints('x instanceof PmMenuElement;'), 0);
  });
});
