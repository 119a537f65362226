import { expect } from '@open-wc/testing';
import { ChatLog } from '../../src/chat/chat-log.js';
import type { Message } from '../../src/chat/message.js';

const MOST = 1_000;

const setUp = () => {
  const dropped: string[] = [];
  let all: readonly Message[] = [];
  const log = new ChatLog({
    onChange: (messages) => (all = messages),
    onMessage: () => undefined,
    onDropped: (id) => dropped.push(id),
  });
  const add = (id: string, by: string, state: Message['state']): void =>
    log.add({ id, from: { id: by, name: by }, own: by === 'me', text: id, at: new Date(), state, waitingFor: [] });
  return { log, add, dropped, has: (id: string) => all.some((message) => message.id === id), count: () => all.length };
};

describe('the messages that are kept', () => {
  it('are a thousand: of more the oldest goes of who wrote the most', () => {
    const { add, dropped, has, count } = setUp();
    add('first', 'bo', 'received');
    for (let n = 0; n < MOST; n += 1) add(`flood ${String(n)}`, 'mallory', 'received');
    expect([dropped, has('first'), count()]).to.deep.equal([['flood 0'], true, MOST]);
  });

  it('keep what was not sent, whoever writes the most', () => {
    const { log, add, dropped, has } = setUp();
    for (let n = 0; n < MOST - 1; n += 1) add(`unsent ${String(n)}`, 'me', n % 2 === 0 ? 'failed' : 'queued');
    add('sent', 'me', 'sent');
    expect(log.isFull).to.equal(false);
    add('theirs', 'bo', 'received');
    expect(dropped).to.deep.equal(['sent']);
    add('mine', 'me', 'queued');
    expect(dropped).to.deep.equal(['sent', 'theirs']);
    expect(log.isFull, 'another one would be lost, or one of these').to.equal(true);
    add('theirs too', 'bo', 'received');
    add('and again', 'bo', 'received');
    expect(dropped).to.deep.equal(['sent', 'theirs', 'theirs too']);
    expect(has('unsent 0')).to.equal(true);
    log.remove('unsent 0');
    expect(log.isFull).to.equal(false);
  });
});
