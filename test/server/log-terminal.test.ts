import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { forTerminal } from '../../demo/server/log.js';

describe('A line of the log on a terminal', () => {
  it('has nothing that the terminal would act on', () => {
    assert.equal(forTerminal('https://a.example\u009b2J\u001b[31m\u202e'), 'https://a.example\ufffd2J\ufffd[31m\ufffd');
    assert.equal(forTerminal(42), '42');
  });

  it('says of an error what happened and where', () => {
    const stack = 'Error: it broke\n    at somewhere';
    assert.equal(forTerminal({ type: 'Error', message: 'it broke', stack }), stack);
  });
});
