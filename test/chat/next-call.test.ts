import { expect } from '@open-wc/testing';
import { Chat } from '../../src/chat/chat.js';
import { ChatCipher } from '../../src/chat/cipher.js';
import type { Message } from '../../src/chat/message.js';
import { ManualTime } from '../signaling/manual-time.js';

const AT = { room: 'standup', roomPrefix: '', wirePrefix: 'pme2ee:' };

describe('what is opened for one call', () => {
  it('is not shown in the next', async () => {
    let messages: readonly Message[] = [];
    let notify = (): void => undefined;
    const errors: string[] = [];
    const chat = new Chat(
      {
        self: () => ({ id: 'me', name: 'me' }),
        at: () => AT,
        receivers: () => new Map([['dan', { id: 'dan', name: 'dan', kind: 'deployed', isUp: true }]]),
        say: () => false,
        isOnline: () => true,
        relay: () => undefined,
        relayTyping: () => undefined,
        onMessages: (all) => {
          messages = all;
          notify();
        },
        onMessage: () => undefined,
        onReceived: () => undefined,
        onTyping: () => undefined,
        onOlderApps: () => undefined,
        onError: ({ code }) => errors.push(code),
      },
      new ManualTime(),
    );
    const hear = async (text: string, passphrase = ''): Promise<void> =>
      chat.hearRoom({
        type: 'chat.message',
        room: AT.room,
        from: 'dan',
        text: await new ChatCipher(AT, passphrase).seal(text, 'dan'),
      });
    const until = async (count: number): Promise<void> => {
      while (messages.length < count) await new Promise<void>((resolve) => (notify = resolve));
    };
    chat.begin();
    await hear('in the first');
    await hear('sealed in the first', 'other');
    await until(2);
    await hear('too late in the first');
    chat.end();
    chat.begin();
    chat.setPassphrase('other'); // and what is sealed is not opened into it either
    await hear('in the second', 'other');
    await until(1);
    expect(messages.map(({ text }) => text)).to.deep.equal(['in the second']);
    expect(errors, 'the first alone').to.deep.equal(['message-undecryptable']);
  });
});
