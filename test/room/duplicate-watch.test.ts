import { expect } from '@open-wc/testing';
import { DuplicateWatch } from '../../src/room/duplicate-watch.js';
import { ManualTime } from '../signaling/manual-time.js';

/** Sessions of one user in one room, over a relay that gives everyone everything in one order. */
const relayOf = () => {
  const time = new ManualTime();
  const ended: string[] = [];
  const said: string[] = [];
  const waiting: {
    readonly from: string;
    readonly word: 'hello' | 'ping' | 'bye';
    readonly to?: string | undefined;
  }[] = [];
  const sessions = new Map<string, DuplicateWatch>();
  const say = (from: string, word: 'hello' | 'ping' | 'bye', to?: string) => {
    said.push(`${from} ${word}`);
    waiting.push({ from, word, to });
  };
  const relay = {
    time,
    ended,
    said,
    say,
    waiting,
    /** In the room from now on. */
    join: (name: string) => {
      const watch = new DuplicateWatch(
        name,
        { say: (word, to) => say(name, word, to), onDuplicate: () => ended.push(name) },
        time,
      );
      sessions.set(name, watch);
      watch.greet();
      say(name, 'hello');
      return watch;
    },
    leave: (name: string) => {
      sessions.get(name)?.stop();
      sessions.delete(name);
    },
    /** Delivers all that was said, and all that is said to it; `isLost` may lose a word to somebody. */
    settle: (isLost: (line: string, to: string) => boolean = () => false) => {
      for (let word = waiting.shift(); word; word = waiting.shift()) {
        const { from } = word;
        for (const [to, watch] of sessions) {
          if (isLost(`${from} ${word.word}`, to)) continue;
          const x = { word: word.word, session: from, ...(word.to === undefined ? {} : { to: word.to }) };
          if (from === to) watch.handleEcho(x);
          else watch.handleForeign(x);
        }
        for (const name of ended) relay.leave(name);
      }
    },
  };
  return relay;
};

describe('the watch for a second session under our id', () => {
  it('ends the newer one, and the one that was there stays', () => {
    const relay = relayOf();
    relay.join('old');
    relay.settle();
    relay.time.advance(60_000);
    relay.join('new');
    relay.settle();
    expect(relay.ended).to.deep.equal(['new']);
  });

  it('ends exactly one of two that come at the same moment, the one whose hello came second', () => {
    const relay = relayOf();
    relay.join('first');
    relay.join('second');
    relay.settle();
    expect(relay.ended).to.deep.equal(['second']);
  });

  it('ends exactly one of two when the first has not heard the second come', () => {
    const relay = relayOf();
    relay.join('first');
    relay.settle();
    relay.join('second'); // Within the first one's greeting.
    relay.settle();
    expect(relay.ended).to.deep.equal(['second']);
  });

  it('leaves but one of five', () => {
    const relay = relayOf();
    for (const name of ['a', 'b', 'c', 'd', 'e']) relay.join(name);
    relay.settle();
    expect(relay.ended).to.have.members(['b', 'c', 'd', 'e']);
  });

  it('is not fooled by words of the page before a reload that are still on their way', () => {
    const relay = relayOf();
    relay.join('old');
    relay.settle();
    relay.time.advance(60_000);
    relay.leave('old');
    relay.say('old', 'ping');
    relay.join('new');
    for (const to of [undefined, 'new', 'somebody']) relay.say('old', 'ping', to);
    relay.say('old', 'hello');
    relay.say('old', 'bye');
    relay.settle();
    expect(relay.ended).to.deep.equal([]);
  });

  it('is alone with itself: its own words end nobody, on a new line neither', () => {
    const relay = relayOf();
    const watch = relay.join('only');
    relay.settle();
    watch.greet();
    relay.say('only', 'hello');
    relay.say('only', 'ping');
    relay.settle();
    expect(relay.ended).to.deep.equal([]);
    relay.time.advance(5_000);
    expect(relay.time.pending).to.equal(0);
  });

  it('finds two that settled because an answer was lost, with the next ping of either', () => {
    const relay = relayOf();
    relay.join('old');
    relay.settle();
    relay.time.advance(60_000);
    relay.join('new');
    relay.settle((line, to) => line === 'old ping' && to === 'new');
    relay.time.advance(60_000);
    expect(relay.ended).to.deep.equal([]);
    relay.say('old', 'ping');
    relay.settle();
    expect(relay.ended).to.deep.equal(['new']);
  });
});
