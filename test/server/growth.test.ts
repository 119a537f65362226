import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startServer, type StartedServer } from '../../demo/server/start.js';
import { connect } from './wire-client.js';

describe('What is relayed', () => {
  let server: StartedServer;
  before(async () => (server = await startServer()));
  after(() => server.close());

  const frame = (pad: string) => `{"type":"chat.typing","room":"r","data":{"typing":true,"pad":${pad}}}`;
  const text = (character: string, count: number) => frame(`"${character.repeat(count)}"`);

  const grown: [what: string, sent: string | Buffer][] = [
    ['characters that are escaped', text('<', 65_000)],
    ['separators of lines', text('\u2028', 21_000)],
    ['numbers that are written out', frame(`[${'1e20,'.repeat(13_000)}0]`)],
    [
      'bytes that are no UTF-8',
      Buffer.concat([Buffer.from(frame('"').slice(0, -2)), Buffer.alloc(60_000, 0xff), Buffer.from('"}}')]),
    ],
  ];
  for (const [what, sent] of grown) {
    it(`never grows past 64 KiB by ${what}`, async () => {
      const ann = await connect(server, 'ann');
      await ann.join('r');
      ann.socket.send(sent);
      await ann.until((client) => client.errors.length === 1);
      assert.deepEqual(ann.errors, ['Message is too long']);
      assert.deepEqual(ann.of('chat.typing'), []);
      ann.socket.close();
      await ann.closed;
    });
  }

  it('may be escaped up to there, and its sender’s id may be of any length', async () => {
    const id = '&'.repeat(255);
    const ann = await connect(server, id);
    await ann.join('r');
    ann.socket.send(text('<', 10_900));
    ann.socket.send(text('x', 65_536 - text('x', 0).length));
    await ann.until((client) => client.of('chat.typing').length === 2);
    assert.equal(ann.of('chat.typing')[0]!.data.pad, '<'.repeat(10_900));
    assert.ok(ann.raw.at(-1)!.text.length > 65_536);
    ann.socket.close();
  });

  it('closes the connection at the tenth that grew', async () => {
    const ann = await connect(server, 'ann');
    await ann.join('r');
    for (let count = 0; count < 10; count += 1) ann.socket.send(text('<', 65_000));
    assert.equal(await ann.closed, 1006);
  });
});
