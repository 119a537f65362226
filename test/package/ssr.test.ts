import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';
import type * as core from '../../src/core.js';

/** The modules as a server resolves them: by the package's own name and exports. */
const PACKAGE = 'private-meet-element';

describe('On a server', () => {
  it('a page with the element is rendered as it was written, for the browser to bring to life', async () => {
    await import(PACKAGE);
    const page = await collectResult(
      render(html`<main><private-meet room=${'stand-up'} autojoin></private-meet></main>`),
    );
    assert.match(
      page.replaceAll(/<!--.*?-->/g, ''),
      /<main><private-meet\s+room="stand-up" autojoin><\/private-meet><\/main>/,
    );
  });

  it('a meeting can be made, to be joined in the browser', async () => {
    const { createMeeting } = (await import(`${PACKAGE}/core`)) as typeof core;
    const meeting = createMeeting({ room: 'stand-up' });
    assert.equal(meeting.state, 'idle');
    assert.deepEqual(meeting.peers, []);
  });
});
