import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, describe, it } from 'node:test';
import { startServer } from '../../demo/server/start.js';
import { each, nothingUncaught, pair } from '../rig/people.js';
import { BROWSERS, type Guest, Stage } from './stage.js';

const say = ({ page }: Guest, text: string): Promise<string> =>
  page.evaluate(async (text) => (await kit.meet().sendMessage(text)).state, text);

const chat = ({ page }: Guest, count: number): Promise<string[]> => page.evaluate((count) => kit.chat(count), count);

describe('the chat', () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open();
  });
  afterEach(() => stage.clear());
  after(() => stage.close());

  it('goes between Chromium and Firefox, in order, with what people write', async () => {
    const guests = await pair(stage, 'chat', ['chromium', 'firefox']);
    const [ann, bo] = guests;
    assert.ok(ann && bo);
    const texts = ['Grüße 👋🏽', 'one\ntwo', '<b>not bold</b> https://example.com', 'a'.repeat(3000)];
    for (const text of texts) await say(ann, text);
    const names = await each(guests, () => kit.meet().self?.name ?? '');
    assert.deepEqual(
      await chat(ann, 4),
      texts.map((text) => `${names[0] ?? ''} sent: ${text}`),
    );
    assert.deepEqual(
      await chat(bo, 4),
      texts.map((text) => `${names[0] ?? ''} received: ${text}`),
    );
    await say(bo, 'back');
    assert.equal((await chat(ann, 5)).at(-1), `${names[1] ?? ''} received: back`);
    await nothingUncaught(guests);
  });

  it('goes on while the server is down', async () => {
    const server = await startServer();
    const guests: Guest[] = [];
    for (const name of ['Ann', 'Bo']) {
      const token = await server.issueToken({ sub: randomUUID(), username: name });
      guests.push(await stage.guest('down', { name, attributes: { server: server.url, token } }));
    }
    const [ann, bo] = guests;
    assert.ok(ann && bo);
    await each(guests, () => kit.connectedTo(1));
    await server.close();
    await each(guests, () => kit.until('the loss to be told', () => kit.meet().state === 'reconnecting'));
    await say(ann, 'still here?');
    assert.deepEqual(await chat(bo, 1), ['Ann received: still here?']);
    await say(bo, 'yes');
    assert.deepEqual(await chat(ann, 2), ['Ann sent: still here?', 'Bo received: yes']);
  });

  for (const browser of BROWSERS) {
    it(`goes both ways with a deployed client under a passphrase, and says what it cannot open, in ${browser}`, async () => {
      const room = `older-${browser}`;
      const ours = await stage.guest(room, { browser, name: 'Ann' });
      await ours.page.evaluate(() => {
        kit.meet().chatPassphrase = 'correct horse';
      });
      const theirs = await stage.deployed(room, { browser, name: 'Dee' });
      await ours.page.evaluate(() => kit.connectedTo(1));
      await say(ours, 'Grüße');
      assert.deepEqual(await chat(ours, 1), ['Ann sent: Grüße']);
      const read = await theirs.page.evaluate(async (room) => {
        const { client } = kit.standIn ?? {};
        if (!client) return 'nobody';
        await client.waitFor(() => client.messages.length === 1, 'a message');
        const [message] = client.messages;
        const cipher = new kit.ChatCipher({ room, roomPrefix: '', wirePrefix: 'pme2ee:' }, 'correct horse');
        const other = new kit.ChatCipher({ room, roomPrefix: '', wirePrefix: 'pme2ee:' }, 'another');
        client.sendMessage(await cipher.seal('and back', client.id));
        client.sendMessage(await other.seal('hidden', client.id));
        return (await cipher.open(message?.message ?? '', message?.from ?? '')).text;
      }, room);
      assert.equal(read, 'Grüße');
      assert.deepEqual(await chat(ours, 3), ['Ann sent: Grüße', 'Dee received: and back', 'Dee protected: ']);
      await ours.page.evaluate(() => kit.failsWith('message-undecryptable'));
      await ours.page.evaluate(() => {
        kit.meet().chatPassphrase = 'another';
      });
      await ours.page.evaluate(() =>
        kit.until('what was hidden', () => kit.meet().messages.some(({ text }) => text === 'hidden')),
      );
    });
  }
});
