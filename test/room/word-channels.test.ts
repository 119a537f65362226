import { expect } from '@open-wc/testing';
import type { Mesh } from '../../src/mesh/mesh.js';
import { WordChannels } from '../../src/room/word-channels.js';
import { FakeChannel } from '../files/fake-channel.js';

const setUp = () => {
  const opened: FakeChannel[] = [];
  const story: string[] = [];
  const mesh = {
    openChannel: (_: string, label: string) => {
      const channel = new FakeChannel(label);
      opened.push(channel);
      return channel.asChannel;
    },
  } as unknown as Mesh;
  let notify = (): void => undefined;
  const words = new WordChannels('pm-words', () => mesh, {
    onWord: (from, data) => story.push(`${from} said ${String(data)}`),
    onReady: (id) => {
      story.push(`ready ${id}`);
      notify();
    },
    onLost: (id) => story.push(`lost ${id}`),
  });
  const ready = () => new Promise<void>((resolve) => (notify = resolve));
  return { words, opened, story, ready };
};

describe('words over data channels', () => {
  it('have another channel after one that is closed, once it has been told that it is lost', async () => {
    const { words, opened, story, ready } = setUp();
    expect(words.say('bo', 'one')).to.equal(true);
    opened[0]!.close();
    expect(story).to.deep.equal(['lost bo']);
    expect(words.say('bo', 'two'), 'not at once: who closes each gets no more of them').to.equal(false);
    await ready();
    expect(words.say('bo', 'two')).to.equal(true);
    expect(opened.map(({ sent }) => sent)).to.deep.equal([['one'], ['two']]);
    words.end();
  });

  it('have another one where a channel died before it could say so', async () => {
    const { words, opened, story, ready } = setUp();
    words.say('bo', 'one');
    opened[0]!.readyState = 'closing';
    expect(words.say('bo', 'two')).to.equal(false);
    expect(story).to.deep.equal(['lost bo']);
    opened[0]!.close();
    expect(story, 'once').to.deep.equal(['lost bo']);
    await ready();
    expect(words.say('bo', 'two')).to.equal(true);
    words.end();
  });

  it('wait where a channel is full, and for one that opens', () => {
    const { words, opened, story } = setUp();
    words.say('bo', 'one');
    opened[0]!.bufferedAmount = 2_000_000;
    expect(words.say('bo', 'two')).to.equal(false);
    opened[0]!.bufferedAmount = 0;
    opened[0]!.dispatchEvent(new Event('bufferedamountlow'));
    expect(story).to.deep.equal(['ready bo']);
    words.end();
  });

  it('are heard on the last of somebody’s channels alone', () => {
    const { words, story } = setUp();
    const [first, second] = [new FakeChannel('pm-words'), new FakeChannel('pm-words')];
    words.take('bo', first.asChannel, ['early']);
    first.hear('one');
    words.take('bo', second.asChannel);
    expect(first.readyState).to.equal('closed');
    first.hear('two');
    second.hear('three');
    expect(story).to.deep.equal(['bo said early', 'bo said one', 'bo said three']);
    words.end();
  });
});
