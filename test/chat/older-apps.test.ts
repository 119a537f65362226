import { expect } from '@open-wc/testing';
import { ChatCipher } from '../../src/chat/cipher.js';
import { OlderAppsChat } from '../../src/chat/older-apps.js';
import { ManualTime } from '../signaling/manual-time.js';

const AT = { room: 'standup', roomPrefix: '', wirePrefix: 'pme2ee:' };

/** Somebody in a room with a deployed client, and what the server was given. */
const setUp = () => {
  const time = new ManualTime();
  const wires: { readonly id: string; readonly wire: string }[] = [];
  let notify = (): void => undefined;
  const world = { isOnline: true };
  const chat = new OlderAppsChat(
    {
      at: () => AT,
      self: () => 'me',
      areThere: () => true,
      mayBeThere: () => true,
      isOnline: () => world.isOnline,
      relay: (wire, id) => wires.push({ id, wire }),
      onChange: () => notify(),
    },
    time,
  );
  const until = async (holds: () => boolean): Promise<void> => {
    while (!holds()) await new Promise<void>((resolve) => (notify = resolve));
  };
  const opened = (passphrase: string, index = 0) => new ChatCipher(AT, passphrase).open(wires[index]?.wire ?? '', 'me');
  return { time, wires, world, chat, until, opened };
};

describe('what is sealed for older apps', () => {
  it('does not go where the person thinks better of it while it is sealed', async () => {
    const { chat, wires, until } = setUp();
    chat.answer(true);
    chat.send('1', 'not for them');
    chat.send('2', 'nor this');
    chat.answer(false);
    await until(() => chat.relayed('1') === undefined && chat.relayed('2') === undefined);
    expect(wires).to.deep.equal([]);
    chat.answer(true);
    chat.send('3', 'for them');
    await until(() => chat.relayed('3') === 'sent');
    expect(wires.map(({ id }) => id)).to.deep.equal(['3']);
  });

  it('goes under the passphrase that holds when it goes', async () => {
    const { chat, wires, until, opened } = setUp();
    chat.setPassphrase('first');
    chat.send('1', 'hello');
    chat.setPassphrase('second');
    await until(() => chat.relayed('1') === 'sent');
    expect(wires).to.have.length(1);
    expect(await opened('first')).to.include({ why: 'other-passphrase' });
    expect(await opened('second')).to.deep.equal({ text: 'hello' });
  });

  it('waits where the line is away by the time that it is sealed, and goes once', async () => {
    const { chat, wires, world, until } = setUp();
    chat.setPassphrase('x');
    chat.send('1', 'hello');
    world.isOnline = false;
    await until(() => chat.relayed('1') === 'waiting');
    expect(wires).to.deep.equal([]);
    world.isOnline = true;
    chat.flush();
    await until(() => chat.relayed('1') === 'sent');
    expect(wires).to.have.length(1);
  });
});
