import { expect } from '@open-wc/testing';
import type { Meeting } from '../../src/core.js';
import type { Message } from '../../src/room/types.js';
import { RoomPage, until } from './room-page.js';

const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'nothing',
    (error: unknown) => (error as { code?: string }).code,
  );

const textsOf = ({ messages }: Meeting): string[] =>
  messages.map(({ from, text, state }) => `${from.name} ${state}: ${text}`);
const statesOf = ({ messages }: Meeting): string[] => messages.map(({ state }) => state);

describe('the chat of ours', () => {
  let room: RoomPage;
  beforeEach(() => {
    room = new RoomPage();
  });
  afterEach(() => room.close());

  it('goes to everybody, in order, each message once, and the sender learns that it came', async () => {
    const [ann, bo, cy] = (await room.join('ann', 'bo', 'cy')) as [Meeting, Meeting, Meeting];
    const events: string[] = [];
    ann.addEventListener('pm-message', (event) => {
      const { message } = event as unknown as { message: Message };
      if (message.text === '2' && events.at(-1) !== message.state) events.push(message.state);
    });
    const sent = await ann.sendMessage('  one\r\ntwo  ');
    expect(sent).to.include({ own: true, text: 'one\ntwo' });
    expect(sent.from).to.deep.equal({ id: 'ann', name: 'ann' });
    expect(Object.isFrozen(ann.messages[0])).to.equal(true);
    for (const text of ['2', '3', '4']) await ann.sendMessage(text);
    await until(() => statesOf(ann).every((state) => state === 'sent'));
    for (const meeting of [bo, cy]) {
      await until(() => meeting.messages.length === 4);
      expect(textsOf(meeting)).to.deep.equal([
        'ann received: one\ntwo',
        'ann received: 2',
        'ann received: 3',
        'ann received: 4',
      ]);
      expect(meeting.store.$unread.get()).to.equal(4);
      meeting.readMessages();
      expect(meeting.store.$unread.get()).to.equal(0);
    }
    expect(ann.store.$unread.get(), 'one’s own').to.equal(0);
    expect(events).to.deep.equal(['queued', 'sending', 'sent']);
    expect(ann.store.$olderApps.get()).to.equal('none');
    expect(
      room.relay.log.filter(({ type }) => type === 'chat.message'),
      'seen by the server',
    ).to.deep.equal([]);
  });

  it('refuses what is no message, and says why', async () => {
    const [ann] = (await room.join('ann', 'bo')) as [Meeting, Meeting];
    for (const text of ['', ' \n\t ', '\u0000', 'a'.repeat(3001)])
      expect(await codeOf(ann.sendMessage(text))).to.equal('message-invalid');
    expect(ann.messages).to.deep.equal([]);
    await ann.sendMessage('a'.repeat(3000));
    const out = room.begin('zoe');
    expect(await codeOf(out.sendMessage('hi'))).to.equal('not-joined');
  });

  it('says that nobody was there to read it, and sends it to who is once told to', async () => {
    const [ann] = (await room.join('ann')) as [Meeting];
    const { id } = await ann.sendMessage('anybody?');
    expect(statesOf(ann)).to.deep.equal(['failed']);
    const bo = room.begin('bo');
    await bo.join();
    await room.meet(ann, bo);
    expect(bo.messages, 'none is given to latecomers').to.deep.equal([]);
    ann.retryMessage(id);
    await until(() => statesOf(ann)[0] === 'sent');
    expect(textsOf(bo)).to.deep.equal(['ann received: anybody?']);
    ann.dropMessage(id);
    expect(ann.messages, 'only what failed goes').to.have.length(1);
  });

  it('lets what failed go', async () => {
    const [ann] = (await room.join('ann')) as [Meeting];
    const { id } = await ann.sendMessage('anybody?');
    const gone: string[] = [];
    ann.addEventListener('pm-message', (event) => gone.push((event as unknown as { message: Message }).message.id));
    ann.dropMessage(id);
    expect(ann.messages).to.deep.equal([]);
    expect(gone).to.deep.equal([id]);
  });

  it('waits for a connection, says for whose, and comes once over the next one', async () => {
    const [ann, bo] = (await room.join('ann', 'bo')) as [Meeting, Meeting];
    await ann.sendMessage('before');
    await until(() => statesOf(ann)[0] === 'sent');
    // A connection that ends at both ends is made anew; meanwhile there is none.
    const states: string[] = [];
    ann.addEventListener('pm-message', (event) => {
      const { state, waitingFor } = (event as unknown as { message: Message }).message;
      states.push(`${state} ${waitingFor.join()}`);
    });
    for (const meeting of [ann, bo]) {
      const [peer] = [...meeting.store.$peers.get().keys()];
      const mesh = Reflect.get(meeting, 'mesh') as {
        get: (id: string) => { connections: { current: { pc: RTCPeerConnection } } };
      };
      mesh.get(peer ?? '').connections.current.pc.close();
    }
    await ann.sendMessage('between');
    await ann.sendMessage('and another');
    await until(() => statesOf(ann).every((state) => state === 'sent'));
    expect(textsOf(bo)).to.deep.equal(['ann received: before', 'ann received: between', 'ann received: and another']);
    expect(states[0]).to.be.oneOf(['queued bo', 'queued ']);
    expect(states.filter((state) => state.endsWith(' bo'))).to.not.have.length(0);
  });

  it('takes one channel of each, hears no word that is none, and closes what nobody knows', async () => {
    const [ann, bo] = (await room.join('ann', 'bo')) as [Meeting, Meeting];
    const { mesh } = bo as unknown as { mesh: { openChannel: (id: string, label: string) => RTCDataChannel } };
    const open = async (label: string): Promise<RTCDataChannel> => {
      const channel = mesh.openChannel('ann', label);
      await new Promise((resolve) => channel.addEventListener('open', resolve));
      return channel;
    };
    const word = (id: string, text: string) => JSON.stringify({ v: 1, kind: 'message', id, text });
    const unknown = mesh.openChannel('ann', 'pm-something'); // it may be closed before it was open
    await until(() => unknown.readyState === 'closed');
    const first = await open('pm-chat');
    for (const data of ['', '{', 'null', word('', 'x'), word('a', ''), 'x'.repeat(60_000)]) first.send(data);
    first.send(new Uint8Array(1000));
    first.send(word('1', 'heard'));
    first.send(word('1', 'heard'));
    await until(() => ann.messages.length === 1);
    const isClosed = new Promise((resolve) => first.addEventListener('close', resolve));
    const second = await open('pm-chat');
    await isClosed;
    second.send(word('1', 'heard'));
    for (let n = 2; n < 500; n += 1) second.send(word(String(n), 'too much'));
    await ann.sendMessage('enough');
    await until(() => ann.messages.some(({ own, state }) => own && state === 'sent'));
    expect(ann.messages.filter(({ text }) => text === 'heard')).to.have.length(1);
    expect(ann.messages.length, 'of 500').to.be.below(150);
    expect(ann.peers[0]?.state).to.equal('connected');
  });

  it('shows who writes, until the message is there', async () => {
    const [ann, bo] = (await room.join('ann', 'bo')) as [Meeting, Meeting];
    await ann.sendMessage('hi');
    await until(() => statesOf(ann)[0] === 'sent');
    ann.setTyping(true);
    await until(() => bo.store.$typing.get().join() === 'ann');
    await ann.sendMessage('there');
    await until(() => bo.messages.length === 2);
    expect(bo.store.$typing.get()).to.deep.equal([]);
    ann.setTyping(true);
    await until(() => bo.store.$typing.get().join() === 'ann');
    ann.setTyping(false);
    await until(() => bo.store.$typing.get().length === 0);
  });

  it('is kept after the call, and empty in the next one', async () => {
    const [ann, bo] = (await room.join('ann', 'bo')) as [Meeting, Meeting];
    await ann.sendMessage('hi');
    await until(() => statesOf(ann)[0] === 'sent');
    await bo.leave();
    expect(textsOf(bo)).to.deep.equal(['ann received: hi']);
    await bo.join();
    expect(bo.messages).to.deep.equal([]);
  });

  it('fails what was on its way as one leaves', async () => {
    const [ann] = (await room.join('ann', 'bo')) as [Meeting, Meeting];
    const message = await ann.sendMessage('hi');
    await ann.leave();
    const [after] = ann.messages;
    expect(after?.id).to.equal(message.id);
    expect(after?.state).to.be.oneOf(['failed', 'sent']);
  });
});
