import { expect } from '@open-wc/testing';
import { ChatCipher } from '../../src/chat/cipher.js';
import type { Meeting } from '../../src/core.js';
import type { MeetError } from '../../src/errors.js';
import { DeployedRoom } from './deployed-room.js';
import { ROOM, until } from './room-page.js';

const cipher = (passphrase: string) =>
  new ChatCipher({ room: ROOM, roomPrefix: '', wirePrefix: 'pme2ee:' }, passphrase);
const textsOf = ({ messages }: Meeting): string[] =>
  messages.map(({ from, text, state }) => `${from.name} ${state}: ${text}`);

describe('the chat with deployed clients', () => {
  let room: DeployedRoom;
  let ann: Meeting;
  beforeEach(() => {
    room = new DeployedRoom();
  });
  afterEach(() => room.close());

  const meet = async (chatPassphrase = ''): Promise<Awaited<ReturnType<DeployedRoom['deployed']>>> => {
    ann = room.begin('ann', { chatPassphrase });
    await ann.join();
    const dan = await room.deployed('dan');
    await until(() => ann.peers[0]?.state === 'connected' && ann.store.$olderApps.get() !== 'none');
    return dan;
  };
  const sentBy = (name: string) => room.relay.log.filter(({ type, from }) => type === 'chat.message' && from === name);

  it('goes both ways under the same passphrase, and is sent once the server gave it back', async () => {
    const dan = await meet('correct horse');
    expect(ann.store.$olderApps.get()).to.equal('passphrase');
    await ann.sendMessage('Grüße 👋');
    await until(() => dan.messages.length === 1 && ann.messages[0]?.state === 'sent');
    const [{ from, message } = { from: '', message: '' }] = dan.messages;
    expect(await cipher('correct horse').open(message, from)).to.deep.equal({ text: 'Grüße 👋' });
    for (const text of ['one', 'two', 'three']) dan.sendMessage(await cipher('correct horse').seal(text, 'dan'));
    await until(() => ann.messages.length === 4);
    expect(textsOf(ann).slice(1)).to.deep.equal(['dan received: one', 'dan received: two', 'dan received: three']);
    expect(ann.store.$unread.get()).to.equal(3);
  });

  it('sends nothing to them without a passphrase until the person says so, and then what waited', async () => {
    const dan = await meet();
    expect(ann.store.$olderApps.get()).to.equal('ask');
    await ann.sendMessage('first');
    expect(ann.messages[0]?.state).to.equal('queued');
    dan.sendMessage(await cipher('').seal('hello', 'dan'));
    await until(() => ann.messages.length === 2);
    expect(sentBy('ann')).to.have.length(0);
    ann.answerOlderApps(true);
    expect(ann.store.$olderApps.get()).to.equal('room-name');
    await ann.sendMessage('second');
    await until(() => dan.messages.filter(({ from }) => from === 'ann').length === 2);
    const opened = await Promise.all(
      dan.messages.filter(({ from }) => from === 'ann').map(({ message }) => cipher('').open(message, 'ann')),
    );
    expect(opened).to.deep.equal([{ text: 'first' }, { text: 'second' }]);
    await until(() => ann.messages.filter(({ own }) => own).every(({ state }) => state === 'sent'));
  });

  it('leaves them out where the person wants that: what was for them alone failed, with a word', async () => {
    await meet();
    await ann.sendMessage('first');
    ann.answerOlderApps(false);
    expect(ann.store.$olderApps.get()).to.equal('left-out');
    expect(ann.messages[0]?.state).to.equal('failed');
    await ann.sendMessage('second');
    expect(ann.messages[1]?.state).to.equal('failed');
    expect(sentBy('ann')).to.have.length(0);
  });

  it('shows what it cannot open as protected, tells the page, and opens it once the passphrase is there', async () => {
    const dan = await meet('ours');
    const codes: string[] = [];
    ann.addEventListener('pm-error', (event) => codes.push((event as unknown as { error: MeetError }).error.code));
    dan.sendMessage(await cipher('theirs').seal('secret', 'dan'));
    dan.sendMessage('pme2ee:broken');
    dan.sendMessage('a plain one');
    dan.sendMessage(await cipher('theirs').seal('another', 'dan'));
    await until(() => ann.messages.length === 4);
    expect(textsOf(ann)).to.deep.equal([
      'dan protected: ',
      'dan protected: ',
      'dan received: a plain one',
      'dan protected: ',
    ]);
    expect(ann.messages.map(({ why }) => why)).to.deep.equal([
      'other-passphrase',
      'malformed',
      undefined,
      'other-passphrase',
    ]);
    expect(codes).to.deep.equal(['message-undecryptable', 'message-undecryptable', 'message-undecryptable']);
    ann.chatPassphrase = 'theirs';
    await until(() => ann.messages[3]?.state === 'received');
    expect(textsOf(ann)[0]).to.equal('dan received: secret');
    expect(ann.messages[1]?.state).to.equal('protected');
    expect(ann.messages, 'no message anew').to.have.length(4);
  });

  it('takes what one of ours says to them once, and not from the server', async () => {
    const dan = await meet('together');
    const bo = room.begin('bo', { chatPassphrase: 'together' });
    await bo.join();
    await until(() =>
      [ann, bo].every(({ peers }) => peers.length === 2 && peers.every(({ state }) => state === 'connected')),
    );
    await ann.sendMessage('to all');
    await until(() => dan.messages.length === 1 && ann.messages[0]?.state === 'sent');
    await bo.sendMessage('and back');
    await until(
      () => dan.messages.length === 2 && bo.messages.every(({ state }) => state === 'sent' || state === 'received'),
    );
    expect(textsOf(bo)).to.deep.equal(['ann received: to all', 'bo sent: and back']);
    // The server writes one in bo's name: it is not bo's, whose words come from bo alone.
    room.inject('ann', {
      type: 'chat.message',
      room: ROOM,
      from: 'bo',
      data: { message: await cipher('together').seal('forged', 'bo') },
    });
    await ann.sendMessage('last');
    await until(() => dan.messages.length === 3);
    expect(textsOf(ann).filter((text) => text.includes('forged'))).to.deep.equal([]);
  });

  it('shows who writes, both ways, and tells them that it is over', async () => {
    const dan = await meet('x');
    ann.setTyping(true);
    await until(() => dan.typing.has('ann'));
    ann.setTyping(false);
    await until(() => !dan.typing.has('ann'));
    room.inject('ann', { type: 'chat.typing', room: ROOM, from: 'dan', data: { typing: true } });
    await until(() => ann.store.$typing.get().join() === 'dan');
    room.inject('ann', { type: 'chat.typing', room: ROOM, from: 'dan', data: { typing: false } });
    await until(() => ann.store.$typing.get().length === 0);
    ann.setTyping(true);
    await until(() => dan.typing.has('ann'));
    await ann.leave();
    await until(() => !dan.typing.has('ann'));
  });

  it('refuses what does not fit their wire while they are there', async () => {
    const dan = await meet('x');
    const refused = await ann.sendMessage('👍'.repeat(1000)).catch((error: unknown) => error);
    expect(refused).to.include({ code: 'message-invalid' });
    await ann.sendMessage('👍'.repeat(920));
    await until(() => dan.messages.length === 1);
  });

  it('bounds what somebody can say', async () => {
    const dan = await meet('x');
    const wire = await cipher('x').seal('again', 'dan');
    for (let sent = 0; sent < 500; sent += 1)
      room.inject('ann', { type: 'chat.message', room: ROOM, from: 'dan', data: { message: wire } });
    dan.sendMessage('still there?');
    await until(() => ann.messages.length >= 20);
    await ann.sendMessage('enough');
    await until(() => ann.messages.some(({ text, state }) => text === 'enough' && state === 'sent'));
    expect(ann.messages.length).to.be.below(200);
  });
});
