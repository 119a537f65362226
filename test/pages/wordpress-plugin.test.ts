import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { systemClock } from '../../demo/server/clock.js';
import { createTokens } from '../../demo/server/tokens.js';
import { ROOT } from '../tools/run.js';
import {
  moOf,
  PLUGIN,
  pluginFiles,
  pluginWords,
  potText,
  readPo,
  WORDPRESS_LOCALES,
} from '../tools/wordpress-words.js';

const php = (...args: string[]) => spawnSync('php', args, { encoding: 'utf8' });

describe('The WordPress plugin', () => {
  it('is PHP without a mistake in it, and none of it answers when it is asked for by itself', () => {
    const files = pluginFiles('.php');
    assert.ok(files.length > 8);
    for (const file of files) {
      const path = join(PLUGIN, file);
      const { status, stdout } = php('-l', path);
      assert.equal(status, 0, stdout);
      assert.equal(php(path).stdout, '', file);
    }
  });

  it('makes tokens that the server takes, for one room', async () => {
    const options = { secret: 'a secret of thirty-two bytes, or more', issuer: 'private-meet', expiresIn: 60 };
    const tokens = createTokens({ ...options, clock: systemClock });
    for (const name of ['Ann', 'Zoë "Z" O’Neill', '日本 👩‍🏫', '</script>\\']) {
      const { status, stdout, stderr } = php(join(ROOT, 'demo/wordpress/test/run.php'), name);
      assert.equal(status, 0, stderr);
      const pass = await tokens.verify(stdout);
      assert.deepEqual([pass.userID, pass.username, [...(pass.rooms ?? [])]], ['user-1', name, ['standup']]);
    }
  });

  it('has a template with all its texts, which `npm run wordpress` writes', () => {
    assert.equal(readFileSync(join(PLUGIN, 'languages/private-meet.pot'), 'utf8'), potText());
  });

  for (const locale of WORDPRESS_LOCALES) {
    it(`says everything in ${locale}, and nothing that is gone`, () => {
      const po = readPo(readFileSync(join(PLUGIN, `languages/private-meet-${locale}.po`), 'utf8'));
      po.delete('');
      assert.deepEqual([...po.keys()].sort(), [...pluginWords().keys()].sort());
      for (const [word, translated] of po) assert.notEqual(translated, '', word);
    });
  }

  it('writes translations as gettext reads them: sorted, and each found where the index says', () => {
    const file = moOf(new Map([['b', 'zwei'], ['a', 'eins'], ['c', '']])); // prettier-ignore
    assert.equal(file.readUInt32LE(0), 0x950412de);
    assert.equal(file.readUInt32LE(8), 2);
    const at = (table: number, index: number): string => {
      const entry = file.readUInt32LE(table) + 8 * index;
      const start = file.readUInt32LE(entry + 4);
      return file.toString('utf8', start, start + file.readUInt32LE(entry));
    };
    assert.deepEqual([at(12, 0), at(16, 0), at(12, 1), at(16, 1)], ['a', 'eins', 'b', 'zwei']);
  });
});
