import { expect } from '@open-wc/testing';
import { CallLater, type CallLaterSource } from '../../src/room/call-later.js';
import { type CallParts, $callParts } from '../../src/room/late-call.js';
import { createRoomStore } from '../../src/room/room-store.js';
import { FakeChannel } from '../files/fake-channel.js';

/** Stands in for what hears of a call, and remembers what it heard. */
class Listener {
  readonly heard: string[] = [];
  readonly taken: { readonly id: string; readonly early: readonly unknown[] }[] = [];
  readonly hear = ({ from }: { readonly from: string }): void => void this.heard.push(from);
  readonly take = (id: string, _: RTCDataChannel, early: readonly unknown[]): void =>
    void this.taken.push({ id, early });
}

/** Anything that is called does nothing. */
const idle = (): never => new Proxy({}, { get: () => () => undefined }) as never;

describe('what comes before who hears it is loaded', () => {
  const parts = $callParts.get();
  beforeEach(() => $callParts.set(undefined));
  afterEach(() => $callParts.set(parts));

  /** A call that has just begun, and what comes later. */
  const setUp = () => {
    const later = new CallLater(createRoomStore(), { mesh: () => undefined } as unknown as CallLaterSource);
    const listener = new Listener();
    later.begin();
    const arrive = (): void => {
      const messaging = Object.assign(Object.create(idle()) as object, listener);
      $callParts.set({
        callWatch: idle,
        watching: idle,
        reactions: idle,
        messaging: () => messaging,
      } as unknown as CallParts);
    };
    return { later, listener, arrive };
  };

  it('is 64 messages of each person at most, and takes no room from anybody else', () => {
    const { later, listener, arrive } = setUp();
    const say = (from: string) => later.hear({ type: 'chat.message', room: 'r', from, text: 'x' });
    for (let n = 0; n < 1_000; n += 1) say('mallory');
    say('bo');
    arrive();
    expect(listener.heard.filter((from) => from === 'mallory')).to.have.length(64);
    expect(listener.heard.at(-1)).to.equal('bo');
    later.end();
  });

  it('is four channels of each person at most: the others are closed', () => {
    const { later, listener, arrive } = setUp();
    const channels = Array.from({ length: 6 }, () => new FakeChannel('pm-chat'));
    for (const channel of channels) later.take('mallory', channel.asChannel);
    const other = new FakeChannel('pm-chat');
    later.take('bo', other.asChannel);
    other.hear('hello');
    expect(channels.map(({ readyState }) => readyState)).to.deep.equal([
      ...Array.from({ length: 4 }, () => 'open'),
      'closed',
      'closed',
    ]);
    arrive();
    expect(listener.taken.map(({ id }) => id)).to.deep.equal([...Array.from({ length: 4 }, () => 'mallory'), 'bo']);
    expect(listener.taken.at(-1)?.early).to.deep.equal(['hello']);
    later.end();
  });

  it('is 16 MiB of a channel at most, and rather nothing than a part', () => {
    const { later, listener, arrive } = setUp();
    const [large, small] = [new FakeChannel('pmfile:'), new FakeChannel('pmfile:')];
    later.take('mallory', large.asChannel);
    later.take('dee', small.asChannel);
    for (let n = 0; n < 17; n += 1) large.hear(new ArrayBuffer(1_048_576));
    small.hear(new ArrayBuffer(1_048_576));
    arrive();
    expect(listener.taken.map(({ early }) => early.length)).to.deep.equal([0, 1]);
    later.end();
  });
});
