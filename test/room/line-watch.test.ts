import { expect } from '@open-wc/testing';
import { LineWatch } from '../../src/room/line-watch.js';

const watched = () => {
  let now = 0;
  const told: string[] = [];
  const time = { now: () => now, after: () => () => undefined };
  const watch = new LineWatch({ ask: () => told.push('ask'), onBack: () => told.push('back') }, time);
  return { watch, told, at: (ms: number) => (now = ms) };
};

describe('LineWatch', () => {
  it('asks every 5 s while nobody is heard, and takes an answer in time for no sign, however long all else is silent', () => {
    const { watch, told, at } = watched();
    for (let second = 0; second < 40; second += 1) {
      at(second * 1_000);
      watch.doubt();
      if (second % 5 !== 0) continue;
      at(second * 1_000 + 200);
      watch.heard();
      expect(watch.heardAt).to.equal(second * 1_000 + 200);
    }
    expect(told).to.deep.equal(Array.from({ length: 8 }, () => 'ask'));
  });

  it('takes the first frame for a sign after a question that stood unanswered, once', () => {
    const { watch, told, at } = watched();
    for (const ms of [0, 5_000, 10_000]) {
      at(ms);
      watch.doubt();
    }
    at(10_100);
    watch.heard();
    watch.heard();
    at(13_500);
    watch.heard();
    expect(told).to.deep.equal(['ask', 'ask', 'ask', 'back']);
  });
});
