import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shownName } from '../../demo/server/names.js';
import { startServer } from '../../demo/server/start.js';
import { connect } from './wire-client.js';

describe('A name', () => {
  it('of nothing visible is Guest', () => {
    const invisible = [
      '',
      ' \u00a0\u3000',
      '\u200b\u200d\u2060',
      '\u3164',
      '\u115f\uffa0',
      '\u2800',
      '\u00ad',
      '\ufe0f',
    ];
    for (const name of [...invisible, '\u0301\u0302', '\u202e', '\u0000\u0007', '\u{e0041}', '\ue000']) {
      assert.equal(shownName(name), 'Guest', JSON.stringify(name));
    }
  });

  it('of which nothing visible is left once it is cut is Guest, too', () => {
    assert.equal(shownName(`${'\u200b'.repeat(128)}Ann`), 'Guest');
    assert.equal(shownName(`${'A'.repeat(127)} Bo`), 'A'.repeat(127));
  });

  it('of any script and with emoji stays as it is', () => {
    const names = ['Ann', 'Zoë', 'Zoe\u0308', 'Nguyễn', 'عَائِشَة', 'שָׁלוֹם', 'ปิ่น', 'འཇམ་དབྱངས', '👩‍👩‍👧 Ann', '1️⃣', '🇩🇪'];
    for (const name of names) assert.equal(shownName(name), name);
  });

  it('has no letter under hundreds of marks', () => {
    assert.equal(shownName(`e${'\u0301'.repeat(500)}`), `e${'\u0301'.repeat(6)}`);
    assert.equal(shownName(`Z${'\u0334\u0321'.repeat(200)}oe`), `Z${'\u0334\u0321'.repeat(3)}oe`);
  });

  it('is of one line, well-formed and not long', () => {
    assert.equal(shownName('Ann\r\n\tBo'), 'Ann   Bo');
    assert.equal(shownName('Ann \ud800'), 'Ann \ufffd');
    assert.equal(shownName('🎥'.repeat(500)), '🎥'.repeat(64));
  });

  it('is the same in the answer to a sign-in, in its token and in the room, and so are those of tokens', async () => {
    const server = await startServer({ httpLimits: false });
    const signIn = async (username: string) => {
      const response = await fetch(`${server.url}/auth/sign-in`, {
        method: 'POST',
        body: JSON.stringify({ username }),
      });
      return ((await response.json()) as { username: string }).username;
    };
    assert.equal(await signIn('\u3164'), 'Guest');
    assert.equal(await signIn(`e${'\u0301'.repeat(31)}`), `e${'\u0301'.repeat(6)}`);
    const { issueToken } = server;
    const host = { url: server.url, issueToken: ({ sub }: { sub: string }) => issueToken({ sub, username: '\u3164' }) };
    const ann = await connect(host, 'ann');
    await ann.join('room');
    assert.deepEqual(server.rooms.users('room'), [{ userID: 'ann', username: 'Guest' }]);
    ann.socket.close();
    await server.close();
  });
});
