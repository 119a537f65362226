import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Stage } from './stage.js';

const listening = (): number => process.getActiveResourcesInfo().filter((kind) => kind === 'TCPServerWrap').length;

describe('a stage', () => {
  it('says what comes first where nothing is built, and leaves nothing open', async () => {
    const before = listening();
    const dist = pathToFileURL('/nothing/is/built/');
    await assert.rejects(Stage.open({ dist }), { message: 'Nothing is built: run `npm run build` first' });
    assert.equal(listening(), before);
  });
});
